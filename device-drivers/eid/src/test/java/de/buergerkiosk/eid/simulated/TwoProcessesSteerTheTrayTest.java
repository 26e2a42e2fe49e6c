package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoProcessesSteerTheTrayTest {
    private static final int CHANGES = 200;

    /** The other process: puts a card in, again and again. */
    static final class OtherProcess {
        private OtherProcess() {}

        public static void main(String[] args) throws InterruptedException {
            var tray = new CardTray(Path.of(args[0]), Duration.ofMillis(10));
            for (int i = 0; i < CHANGES; i++) {
                if (!(tray.put("max") instanceof TrayLook.Seen)) {
                    System.exit(1);
                }
            }
        }
    }

    @Test
    void noChangeOfEitherIsLost(@TempDir Path folder) throws IOException, InterruptedException {
        var other =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                OtherProcess.class.getName(),
                                folder.toString())
                        .inheritIO()
                        .start();
        try {
            var tray = new CardTray(folder, Duration.ofMillis(10));
            // begin together, or there is nothing to contend for
            tray.await(
                    look -> look instanceof TrayLook.Seen(var content) && content.insertion() > 0,
                    Duration.ofSeconds(30));
            for (int i = 0; i < CHANGES; i++) {
                assertInstanceOf(TrayLook.Seen.class, tray.put("erika"));
                assertInstanceOf(TrayLook.Seen.class, tray.look());
            }
            assertTrue(other.waitFor(60, TimeUnit.SECONDS));
            assertEquals(0, other.exitValue());
            var seen = assertInstanceOf(TrayLook.Seen.class, tray.look());
            assertEquals(2 * CHANGES, seen.content().insertion());
        } finally {
            other.destroyForcibly();
        }
    }
}
