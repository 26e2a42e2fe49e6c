package de.buergerkiosk.bench;

import de.buergerkiosk.demo.Errands;
import de.buergerkiosk.demo.Scratch;
import de.buergerkiosk.main.OutOfService;
import de.buergerkiosk.main.SettingsFile;
import de.buergerkiosk.main.Surroundings;
import de.buergerkiosk.main.WrongSettings;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Words;
import de.buergerkiosk.screen.FxScreen;
import de.buergerkiosk.screen.PageTurns;
import de.buergerkiosk.screen.ScreenSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./kiosk bench page}: from a finger on the real screen to the pixels of the next page. */
@Command(
        name = "bench page",
        mixinStandardHelpOptions = true,
        description = {
            "Touch to next page rendered, over the pages of real visits, without a display.",
            "Goals: page-turn median 25 ms, p99 50 ms; first-visit at most 80 ms."
        })
public final class BenchPageCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Option(names = "--runs", description = "Page turns, 1 to 10000. Default: ${DEFAULT-VALUE}")
    private int runs = 250;

    @Option(names = "--json", description = "Print the figures as one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Runs.wrong(runs, 10_000)
                .ifPresent(message -> {
                    throw new CommandLine.ParameterException(spec.commandLine(), message);
                });
        System.setProperty("glass.platform", "Headless");
        try (var scratch = Scratch.in(BenchHouse.root().resolve("target"))) {
            System.out.println(new Table(measure(scratch)).text(json));
            return 0;
        } catch (WrongSettings | OutOfService | Errands.NoErrand e) {
            System.err.println("bench page: " + e.getMessage());
            return 1;
        }
    }

    private List<Benchmark> measure(Scratch scratch)
            throws IOException,
                    InterruptedException,
                    WrongSettings,
                    OutOfService,
                    Errands.NoErrand {
        var around = Surroundings.real();
        var settings = SettingsFile.read(BenchHouse.furnish(scratch.folder(), around));
        var words = Words.load(settings.kiosk().languages());
        var pages = welcomeLast(RealPages.of(settings, words, around));
        try (var screen =
                FxScreen.open(
                        words, settings.screen().idle(), around.clock(), ScreenSettings.window())) {
            screen.show(pages.getLast(), _ -> {});
            screen.awaitFirstFrame(Duration.ofSeconds(60));
            // As often as a kiosk does before and behind its first welcome page.
            screen.prewarm();
            screen.prewarm();
            var figures = new PageTurns(screen).measure(pages, runs);
            return List.of(
                    Benchmark.millis("page-turn", millis(figures.turns())),
                    Benchmark.millis("first-visit", millis(figures.firstVisits())));
        }
    }

    /** The visit begins on the welcome page, and so the first page measured is the one after it. */
    private static List<Page> welcomeLast(List<Page> visits) {
        var pages = new ArrayList<>(visits);
        pages.removeIf(page -> page instanceof Page.Welcome);
        pages.add(
                visits.stream()
                        .filter(page -> page instanceof Page.Welcome)
                        .findFirst()
                        .orElseThrow());
        return pages;
    }

    private static List<Double> millis(List<Duration> durations) {
        return durations.stream().map(each -> each.toNanos() / 1e6).toList();
    }
}
