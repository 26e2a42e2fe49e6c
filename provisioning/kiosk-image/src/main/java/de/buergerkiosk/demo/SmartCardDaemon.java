package de.buergerkiosk.demo;

import de.buergerkiosk.eid.prove.SmartCardDoor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The smart card daemon, where nobody else starts it: in a container there is no systemd that would.
 * Only root may; everybody else gets told how.
 */
final class SmartCardDaemon implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/pcscd");
    private static final Duration READY = Duration.ofSeconds(10);
    private static final Duration STOP = Duration.ofSeconds(5);
    private static final int LOOK_MILLIS = 100;

    private final Optional<Process> process;

    private SmartCardDaemon(Optional<Process> process) {
        this.process = process;
    }

    static SmartCardDaemon startIfNeeded() throws IOException, InterruptedException {
        if (SmartCardDoor.isOpen()
                || !Files.isExecutable(PROGRAM)
                || !"root".equals(System.getProperty("user.name"))) {
            return new SmartCardDaemon(Optional.empty());
        }
        Files.createDirectories(SmartCardDoor.PLACE.getParent());
        // nobody listens there, and pcscd does not begin where it lies
        Files.deleteIfExists(SmartCardDoor.PLACE);
        var started =
                new ProcessBuilder(PROGRAM.toString(), "--foreground")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        var daemon = new SmartCardDaemon(Optional.of(started));
        var ready = false;
        try {
            for (long waited = 0;
                    waited < READY.toMillis() && started.isAlive() && !SmartCardDoor.isOpen();
                    waited += LOOK_MILLIS) {
                var _ = started.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            }
            ready = true;
            return daemon;
        } finally {
            if (!ready) {
                daemon.close();
            }
        }
    }

    /** Ends it if it was started here. */
    @Override
    public void close() {
        process.ifPresent(running -> {
            running.destroy();
            try {
                if (!running.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                    running.destroyForcibly();
                }
            } catch (InterruptedException e) {
                running.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        });
    }
}
