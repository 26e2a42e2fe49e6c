package de.buergerkiosk.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two kiosks on one folder would void each other's visits: the second is refused. */
class AnotherKioskWorksInTheFolderTest {
    private static final int SECONDS_MAX = 60;

    @TempDir private Path folder;

    /** A kiosk that works in the folder until it is killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            var _ = Database.open(Path.of(arguments[0]), Store.CLOCK);
            System.out.println("held");
            var _ = System.in.read();
        }
    }

    @Test
    void itIsRefusedWithFolderProcessAndCureUntilTheFirstIsGone() throws Exception {
        var first =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Holder.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (var said = first.inputReader()) {
            for (var line = said.readLine(); !"held".equals(line); line = said.readLine()) {
                assertTrue(line != null, "the first kiosk did not open the folder");
            }

            var refused = assertThrows(Database.InUse.class, () -> Store.open(folder).close());

            var message = String.valueOf(refused.getMessage());
            assertTrue(
                    message.startsWith("kiosk.data: another kiosk (process " + first.pid()),
                    message);
            assertTrue(message.contains(folder.toString()), message);
        } finally {
            first.destroyForcibly();
            assertTrue(first.waitFor(SECONDS_MAX, TimeUnit.SECONDS));
        }
        // The kill gave the lock back, without anybody who cleans up.
        Store.open(folder).close();
    }

    @Test
    void theSameHoldsWithinOneProcess() {
        try (var store = Store.open(folder)) {
            assertEquals(0, store.outbox().depth());
            assertThrows(Database.InUse.class, () -> Store.open(folder).close());
        }
        Store.open(folder).close();
    }

    @Test
    void aFileThatCannotBeOpenedGivesTheFolderBack() throws Exception {
        Files.createDirectory(folder.resolve("kiosk.db"));

        assertThrows(Database.Unusable.class, () -> Store.open(folder).close());
        Files.delete(folder.resolve("kiosk.db"));

        Store.open(folder).close();
    }
}
