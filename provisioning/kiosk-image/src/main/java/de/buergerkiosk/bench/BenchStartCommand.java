package de.buergerkiosk.bench;

import de.buergerkiosk.demo.Scratch;
import de.buergerkiosk.launch.KioskMain;
import de.buergerkiosk.main.Surroundings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./kiosk bench start}: cold starts turn by turn, each a process of its own. */
@Command(
        name = "bench start",
        mixinStandardHelpOptions = true,
        description = {
            "Cold start to first frame without a display: Java alone, a JavaFX hello window, and"
                    + " the kiosk as ./kiosk run starts it, each with the same Java options and a"
                    + " class archive of its own, and in turns.",
            "javafx-hello: one label, JavaFX's own style sheet and system font. kiosk-first-frame:"
                    + " the starting page in the kiosk's window, with its bar, fonts and style"
                    + " sheet, after the settings were read.",
            "kiosk-in-service: database, services and keys are open, citizens are welcome.",
            "Goal: kiosk-first-frame at most 1.5 of javafx-hello."
        })
public final class BenchStartCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Option(names = "--runs", description = "Starts of each, 1 to 100. Default: ${DEFAULT-VALUE}")
    private int runs = 9;

    @Option(names = "--json", description = "Print the figures as one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Runs.wrong(runs, 100)
                .ifPresent(message -> {
                    throw new CommandLine.ParameterException(spec.commandLine(), message);
                });
        try (var scratch = Scratch.in(BenchHouse.root().resolve("target"))) {
            System.out.println(new Table(measure(scratch)).text(json));
            return 0;
        } catch (ColdStart.NoFrame e) {
            System.err.println("bench start: " + e.getMessage());
            return 1;
        }
    }

    private List<Benchmark> measure(Scratch scratch)
            throws IOException, InterruptedException, ColdStart.NoFrame {
        var config = BenchHouse.furnish(scratch.folder(), Surroundings.real());
        var jvm = new ArrayList<Double>();
        var hello = new ArrayList<Double>();
        var frame = new ArrayList<Double>();
        var ready = new ArrayList<Double>();
        // The first round fills the disk cache and makes the kiosk's database.
        for (int i = 0; i <= runs; i++) {
            var java = ColdStart.of(scratch.folder(), JvmAlone.class.getName(), List.of(), false);
            var window =
                    ColdStart.of(scratch.folder(), HelloMain.class.getName(), List.of(), false);
            var kiosk =
                    ColdStart.of(
                            scratch.folder(),
                            KioskMain.class.getName(),
                            List.of("run", "--headless", "--config", config.toString()),
                            true);
            if (i > 0) {
                jvm.add(java.frameMillis());
                hello.add(window.frameMillis());
                frame.add(kiosk.frameMillis());
                ready.add(kiosk.readyMillis().orElseThrow());
            }
        }
        var alone = Benchmark.millis("jvm", jvm);
        var window = Benchmark.millis("javafx-hello", hello).against(alone);
        return List.of(
                alone,
                window,
                Benchmark.millis("kiosk-first-frame", frame).against(window),
                Benchmark.millis("kiosk-in-service", ready).against(window));
    }
}
