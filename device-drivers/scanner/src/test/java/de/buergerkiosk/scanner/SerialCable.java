package de.buergerkiosk.scanner;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Two serial ports of this machine with a cable between them: socat's pseudo-terminals. */
final class SerialCable implements AutoCloseable {
    private final Path directory;
    private Process socat;

    private SerialCable(Path directory, Process socat) {
        this.directory = directory;
        this.socat = socat;
    }

    /** Skips the test where socat is not installed; CI installs it and allows no skip. */
    static SerialCable plugged(Path directory) throws Exception {
        assumeTrue(isInstalled(), "socat is not installed");
        return new SerialCable(directory, socat(directory));
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder("socat", "-V")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(20, TimeUnit.SECONDS);
        } catch (IOException absent) {
            return false;
        }
    }

    private static Process socat(Path directory) throws Exception {
        Process process =
                new ProcessBuilder(
                                "socat",
                                "pty,raw,echo=0,link=" + directory.resolve("kiosk"),
                                "pty,raw,echo=0,link=" + directory.resolve("scanner"))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        for (int i = 0; i < 400 && !bothEnds(directory); i++) {
            assertTrue(process.isAlive(), "socat has ended");
            boolean _ = process.waitFor(50, TimeUnit.MILLISECONDS);
        }
        assertTrue(bothEnds(directory), "socat has made no ports");
        return process;
    }

    private static boolean bothEnds(Path directory) {
        return Files.exists(directory.resolve("kiosk"))
                && Files.exists(directory.resolve("scanner"));
    }

    String kiosk() {
        return directory.resolve("kiosk").toString();
    }

    String scanner() {
        return directory.resolve("scanner").toString();
    }

    void pull() {
        socat.destroy();
        // bounded: the process that was told to end is waited for
        assertTrue(socat.onExit().orTimeout(20, TimeUnit.SECONDS).join() != null);
    }

    void plugAgain() throws Exception {
        socat = socat(directory);
    }

    @Override
    public void close() {
        pull();
    }
}
