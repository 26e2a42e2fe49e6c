package de.buergerkiosk.demo;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who is killed stops nothing; what was started for it must not hold ports and data for ever. */
@Timeout(300)
class DemonstrationIsKilledTest {
    @TempDir private Path folder;

    /** The process that is killed: starts a printer and says which process that is. */
    static final class Starter {
        private Starter() {}

        public static void main(String[] args) throws Exception {
            var printer =
                    ChildProcess.start(
                            "printer",
                            Path.of(args[0], "printer.log"),
                            List.of("sim", "printer", "--port", "0"));
            printer.ready(Duration.ofMinutes(2));
            System.out.println(printer.pid());
            Thread.sleep(Duration.ofMinutes(5));
        }
    }

    @Test
    void whatItStartedEndsByItself() throws Exception {
        var starter =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Starter.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (var says = starter.inputReader(StandardCharsets.UTF_8)) {
            var printer =
                    ProcessHandle.of(Long.parseLong(String.valueOf(says.readLine()))).orElseThrow();
            assertTrue(printer.isAlive());

            starter.destroyForcibly();

            var ended = printer.onExit().get(120, TimeUnit.SECONDS);
            assertFalse(ended.isAlive());
        } finally {
            starter.destroyForcibly();
        }
    }
}
