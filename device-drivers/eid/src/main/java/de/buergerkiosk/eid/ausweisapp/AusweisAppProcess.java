package de.buergerkiosk.eid.ausweisapp;

import de.buergerkiosk.eid.EidTrouble;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts an AusweisApp without windows, for this kiosk alone, and starts it again when it falls. It
 * writes no log and its output is thrown away, because both can hold what belongs to a citizen. It
 * chooses a free port, so nothing else can be in its way.
 */
public final class AusweisAppProcess implements AusweisAppHost {
    private static final Logger LOG = LoggerFactory.getLogger(AusweisAppProcess.class);
    private static final List<String> NAMES = List.of("AusweisApp2", "AusweisApp", "ausweisapp");
    private static final List<Path> PLACES =
            List.of(Path.of("/usr/bin"), Path.of("/usr/local/bin"), Path.of("/opt/ausweisapp/bin"));
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final Duration STOP_MAX = Duration.ofSeconds(5);

    /** Falls of an AusweisApp within this time are one series; the pauses between its starts double. */
    private static final Duration SERIES = Duration.ofMinutes(5);

    private static final Duration PAUSE_MIN = Duration.ofSeconds(1);

    /** Whoever asks during a shorter pause waits for the next start instead of hearing of trouble. */
    private static final Duration WORTH_WAITING = Duration.ofSeconds(5);

    private static final Duration PAUSE_MAX = Duration.ofMinutes(1);

    private final AusweisAppSettings settings;
    private final AusweisAppFolder folder;
    private final InstantSource clock;
    private final ThreadFactory threads;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Optional<Process> process = Optional.empty();
    private Optional<Integer> port = Optional.empty();
    private Optional<Whereabouts.Nowhere> trouble = Optional.empty();
    private Duration pause = PAUSE_MIN;
    private Instant lastFall = Instant.EPOCH;
    private boolean supervised;
    private boolean closed;

    /**
     * @param threads supervise the process
     */
    public AusweisAppProcess(
            AusweisAppSettings settings, InstantSource clock, ThreadFactory threads) {
        this.settings = settings;
        this.folder = new AusweisAppFolder(settings.folder());
        this.clock = clock;
        this.threads = threads;
    }

    /** The executable, or empty if none is installed. */
    public static Optional<Path> program(AusweisAppSettings settings) {
        if (settings.program().isPresent()) {
            return settings.program().filter(Files::isExecutable);
        }
        var folders = new ArrayList<Path>(PLACES);
        for (String each : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            if (each.startsWith("/")) {
                folders.add(Path.of(each));
            }
        }
        return folders.stream()
                .flatMap(each -> NAMES.stream().map(each::resolve))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public Whereabouts find() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (!supervised && !closed) {
                supervised = true;
                threads.newThread(this::supervise).start();
            }
            long nanos = settings.readyMax().toNanos();
            while (!closed && !listens() && trouble.isEmpty() && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            if (closed) {
                return new Whereabouts.Nowhere(EidTrouble.CLIENT_CLOSED, "closed by the kiosk");
            }
            if (listens() && port.isPresent()) {
                return new Whereabouts.At(
                        URI.create("ws://127.0.0.1:" + port.get() + "/eID-Kernel"));
            }
            return trouble.orElseGet(
                    () -> new Whereabouts.Nowhere(EidTrouble.CLIENT_SILENT, "it does not start"));
        } finally {
            lock.unlock();
        }
    }

    private boolean listens() {
        return port.isPresent() && process.filter(Process::isAlive).isPresent();
    }

    /** Until closed: start, wait for the fall, pause, start again. */
    private void supervise() {
        try {
            while (startAndWait()) {
                if (!pauseAfterFall()) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.lock();
            try {
                supervised = false;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** False when there is nothing that could be started again. */
    private boolean startAndWait() throws InterruptedException {
        Optional<Path> program = program(settings);
        if (program.isEmpty()) {
            report(
                    EidTrouble.CLIENT_ABSENT,
                    "AusweisApp is not there; on Debian: apt-get install ausweisapp2");
            return false;
        }
        Process started;
        try {
            Optional<Process> made = start(program.get());
            if (made.isEmpty()) {
                return false;
            }
            started = made.get();
        } catch (IOException e) {
            report(EidTrouble.CLIENT_DOWN, "it cannot be started: " + e.getMessage());
            return true;
        }
        awaitPort(started);
        int status = started.waitFor();
        lock.lock();
        try {
            process = Optional.empty();
            port = Optional.empty();
            if (!closed) {
                LOG.warn("EID-CLIENT-DOWN AusweisApp ended with status {}", status);
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /** Empty when the kiosk closed meanwhile. */
    private Optional<Process> start(Path program) throws IOException, InterruptedException {
        endLeftOver();
        folder.prepare(settings.testAnchors());
        var builder =
                new ProcessBuilder(
                        program.toString(),
                        "--ui",
                        "webservice",
                        "--ui",
                        "websocket",
                        "--port",
                        "0",
                        "--no-logfile");
        builder.environment().clear();
        builder.environment()
                .putAll(folder.environment(System.getenv().getOrDefault("PATH", "/usr/bin:/bin")));
        builder.directory(settings.folder().toFile());
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        lock.lockInterruptibly();
        try {
            if (closed) {
                return Optional.empty();
            }
            Process started = builder.start();
            try {
                started.getOutputStream().close();
                folder.remember(started.toHandle());
            } catch (IOException e) {
                // nobody would ever end one that is not written down
                started.destroyForcibly();
                throw e;
            }
            process = Optional.of(started);
            return process;
        } finally {
            lock.unlock();
        }
    }

    /** A kiosk that was killed leaves its AusweisApp behind, and that would keep the reader busy. */
    private void endLeftOver() throws IOException, InterruptedException {
        Optional<ProcessHandle> old = folder.leftOver();
        if (old.isPresent()) {
            LOG.info("ending the AusweisApp of an earlier run, process {}", old.get().pid());
            old.get().destroy();
            for (int looks = 0; looks < 40 && old.get().isAlive(); looks++) {
                rest(LOOK_AGAIN);
            }
            old.get().destroyForcibly();
            folder.forget();
        }
    }

    private void awaitPort(Process started) throws InterruptedException {
        Instant giveUp = clock.instant().plus(settings.readyMax());
        while (started.isAlive() && clock.instant().isBefore(giveUp)) {
            Optional<Integer> chosen = chosenPort(started);
            if (chosen.isPresent()) {
                lock.lock();
                try {
                    port = chosen;
                    trouble = Optional.empty();
                    changed.signalAll();
                    return;
                } finally {
                    lock.unlock();
                }
            }
            rest(LOOK_AGAIN);
        }
        started.destroyForcibly();
    }

    private Optional<Integer> chosenPort(Process started) {
        try {
            return folder.port(started.pid());
        } catch (IOException e) {
            // written at this very moment; the next look sees it whole
            return Optional.empty();
        }
    }

    private void report(EidTrouble what, String observed) {
        lock.lock();
        try {
            trouble = Optional.of(new Whereabouts.Nowhere(what, observed));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** False when the kiosk closed meanwhile. */
    private boolean pauseAfterFall() throws InterruptedException {
        Instant now = clock.instant();
        boolean again = now.isBefore(lastFall.plus(SERIES));
        pause = again ? min(pause.multipliedBy(2), PAUSE_MAX) : PAUSE_MIN;
        lastFall = now;
        if (pause.compareTo(WORTH_WAITING) > 0) {
            report(EidTrouble.CLIENT_DOWN, "it falls again and again");
        }
        return rest(pause);
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Waits that long; false as soon as the kiosk closes. */
    private boolean rest(Duration length) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long nanos = length.toNanos();
            while (!closed && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /** Process id of the AusweisApp that runs now, for those who look after the machine. */
    public Optional<Long> pid() {
        lock.lock();
        try {
            return process.filter(Process::isAlive).map(Process::pid);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        Optional<Process> running;
        lock.lock();
        try {
            closed = true;
            running = process;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (running.isPresent()) {
            end(running.get());
        }
    }

    private void end(Process running) {
        running.destroy();
        try {
            if (!running.waitFor(STOP_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                running.destroyForcibly();
            }
            folder.forget();
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.debug("process.json stays; the next start sees that it is old");
        }
    }
}
