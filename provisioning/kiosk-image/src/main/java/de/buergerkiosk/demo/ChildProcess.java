package de.buergerkiosk.demo;

import de.buergerkiosk.launch.Lifeline;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Another {@code ./kiosk} command as a process of its own. Its first line of output is a JSON
 * object; what it logs goes into a file.
 */
public final class ChildProcess implements AutoCloseable {
    /**
     * Java's second compiler too, for one that makes RSA keys or serves many: these are several times
     * faster with it.
     */
    static final String BOTH_COMPILERS = "-XX:TieredStopAtLevel=4";

    /** Most children do little, and with the first compiler alone they start in half the time. */
    private static final String ONE_COMPILER = "-XX:TieredStopAtLevel=1";

    private static final Duration STOP = Duration.ofSeconds(15);

    private final String name;
    private final Process process;
    private final Path log;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Writer input;
    private final Thread orphaned;
    private volatile @Nullable Consumer<JsonNode> listener;

    private ChildProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.input = process.outputWriter(StandardCharsets.UTF_8);
        this.orphaned = Thread.ofPlatform().name("end of " + name).unstarted(this::stop);
        // Ctrl-C and SIGTERM: nothing that was started here outlives this process.
        Runtime.getRuntime().addShutdownHook(orphaned);
    }

    /** A command could not be started, or did not say that it is ready. */
    public static final class NotStarted extends Exception {
        private static final long serialVersionUID = 1;

        NotStarted(String message) {
            super(message);
        }
    }

    /**
     * Starts the command with the Java, class path and system properties of this process.
     *
     * @param log takes the command's standard error
     */
    public static ChildProcess start(String name, Path log, List<String> arguments)
            throws IOException {
        return start(name, log, List.of(), arguments);
    }

    /** The same, with further options for its Java. */
    public static ChildProcess start(
            String name, Path log, List<String> javaOptions, List<String> arguments)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-XX:+UseSerialGC");
        command.add(ONE_COMPILER);
        command.add(Lifeline.toThisProcess());
        for (var property : List.of("house.root", "prism.order", "javafx.animation.pulse")) {
            var value = System.getProperty(property);
            if (value != null) {
                command.add("-D" + property + "=" + value);
            }
        }
        command.addAll(javaOptions);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add("de.buergerkiosk.launch.Launcher");
        command.addAll(arguments);
        Files.createDirectories(log.toAbsolutePath().getParent());
        var process = new ProcessBuilder(command).redirectError(log.toFile()).start();
        var child = new ChildProcess(name, process, log);
        // No virtual thread: it holds its carrier while it reads a pipe, and a few silent children
        // would leave none for the visit.
        Thread.ofPlatform().daemon().name("output of " + name).start(child::listen);
        return child;
    }

    private void listen() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                take(line);
            }
        } catch (IOException e) {
            lines.add("");
        }
    }

    private synchronized void take(String line) {
        var hears = listener;
        if (hears == null) {
            lines.add(line);
        } else {
            hear(hears, line);
        }
    }

    private static void hear(Consumer<JsonNode> listener, String line) {
        try {
            listener.accept(JsonMapper.shared().readTree(line));
        } catch (JacksonException e) {
            // Not an event; the log has it too.
        }
    }

    /** The first line of output. */
    public JsonNode ready(Duration atMost) throws NotStarted, InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < end) {
            var line = lines.poll(200, TimeUnit.MILLISECONDS);
            if (line != null && !line.isBlank()) {
                return json(line);
            }
            if (!process.isAlive() && lines.isEmpty()) {
                break;
            }
        }
        throw new NotStarted(
                process.isAlive()
                        ? "%s said nothing within %d s and is given up; it runs, so this computer is"
                                        .formatted(name, atMost.toSeconds())
                                + " busy or slow: try again. Its last words: "
                                + lastWords()
                        : name + " did not start: " + lastWords());
    }

    private JsonNode json(String line) throws NotStarted {
        try {
            return JsonMapper.shared().readTree(line);
        } catch (JacksonException e) {
            throw new NotStarted(name + " said: " + line);
        }
    }

    public String name() {
        return name;
    }

    /** Calls that, once, with the exit code when the process has ended for whatever reason. */
    public void onEnd(IntConsumer ended) {
        var _ = process.onExit().thenAccept(gone -> ended.accept(gone.exitValue()));
    }

    /** The last lines of its log. */
    public String lastWords() {
        try {
            var all = Files.readAllLines(log);
            return (all.isEmpty()
                            ? "nothing"
                            : String.join(
                                    " | ", all.subList(Math.max(0, all.size() - 5), all.size())))
                    + " (log: "
                    + log
                    + ")";
        } catch (IOException e) {
            return "see " + log;
        }
    }

    /** From now on further lines of output are handed over as they come. */
    public synchronized void onEvent(Consumer<JsonNode> listener) {
        this.listener = listener;
        var waiting = new ArrayList<String>();
        lines.drainTo(waiting);
        waiting.forEach(line -> hear(listener, line));
    }

    /** A line for the command's standard input. */
    public void tell(String line) {
        try {
            input.write(line + "\n");
            input.flush();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(name + " does not listen", e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** SIGKILL, as a power cut would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits until it ends by itself; false if it does not. */
    public boolean awaitEnd(Duration atMost) throws InterruptedException {
        return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    public int exitCode() {
        return process.exitValue();
    }

    /** Asks it to stop, and insists after a while. */
    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(orphaned);
        } catch (IllegalStateException _) {
            // This process is ending; the hook finds nothing left to do.
        }
    }

    private void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
