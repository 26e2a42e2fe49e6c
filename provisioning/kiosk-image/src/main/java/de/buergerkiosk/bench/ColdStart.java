package de.buergerkiosk.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/**
 * One start of a new Java process with the options of this one, watched from outside: from the
 * moment it is asked for until it says something on its standard error.
 *
 * @param frameMillis until {@code first frame}
 * @param readyMillis until {@code in service}, where the process gets that far
 */
record ColdStart(double frameMillis, OptionalDouble readyMillis) {
    private static final int SECONDS_MAX = 120;
    private static final int LINES_KEPT = 20;

    /** A process ended or said nothing before its first frame. */
    static final class NoFrame extends Exception {
        private static final long serialVersionUID = 1;

        NoFrame(String message) {
            super(message);
        }
    }

    /**
     * Starts it and ends it.
     *
     * @param archives folder for the class archive of each main class, where this process uses one:
     *     the first start makes it, as a kiosk's first start does
     */
    static ColdStart of(Path archives, String main, List<String> arguments, boolean untilReady)
            throws IOException, InterruptedException, NoFrame {
        long asked = System.nanoTime();
        var process =
                new ProcessBuilder(command(archives, main, arguments))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        // The limit works from outside, because reading a pipe cannot be given one.
        var limit =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
                                    process.destroyForcibly();
                                }
                            } catch (InterruptedException _) {
                                // It ended in time.
                            }
                        });
        try (var says = process.errorReader(StandardCharsets.UTF_8)) {
            return watch(main, says, asked, untilReady);
        } finally {
            limit.interrupt();
            end(process);
        }
    }

    private static ColdStart watch(String main, BufferedReader says, long asked, boolean untilReady)
            throws IOException, NoFrame {
        var said = new ArrayDeque<String>();
        double frame = -1;
        for (var line = says.readLine(); line != null; line = says.readLine()) {
            var now = (System.nanoTime() - asked) / 1e6;
            if (line.equals("first frame")) {
                frame = now;
                if (!untilReady) {
                    return new ColdStart(frame, OptionalDouble.empty());
                }
            } else if (frame >= 0 && line.endsWith("in service")) {
                return new ColdStart(frame, OptionalDouble.of(now));
            }
            said.addLast(line);
            if (said.size() > LINES_KEPT) {
                said.removeFirst();
            }
        }
        throw new NoFrame(main + " ended before it was ready: " + String.join(" | ", said));
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private static List<String> command(Path archives, String main, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(ColdStart::inherited)
                .forEach(command::add);
        if (command.contains("-XX:+AutoCreateSharedArchive")) {
            command.add("-XX:SharedArchiveFile=" + archives.resolve(main + ".jsa"));
        }
        command.add("-Dglass.platform=Headless");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main);
        command.addAll(arguments);
        return command;
    }

    /** Agents of a build (coverage, debugger) would be measured too. */
    private static boolean inherited(String option) {
        return !option.startsWith("-javaagent")
                && !option.startsWith("-agentlib")
                && !option.startsWith("-XX:SharedArchiveFile")
                && !option.startsWith("-Dsurefire");
    }
}
