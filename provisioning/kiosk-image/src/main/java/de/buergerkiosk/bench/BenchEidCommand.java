package de.buergerkiosk.bench;

import de.buergerkiosk.demo.Scratch;
import de.buergerkiosk.eid.Environment;
import de.buergerkiosk.eid.prove.AusweisAppStand;
import de.buergerkiosk.eid.simulated.CardTray;
import de.buergerkiosk.eid.simulated.ExampleCards;
import de.buergerkiosk.eid.simulated.SimulatedEid;
import de.buergerkiosk.eid.simulated.SimulationSettings;
import de.buergerkiosk.main.Surroundings;
import de.buergerkiosk.ports.Personal;
import de.buergerkiosk.ports.eid.EidDialogue;
import de.buergerkiosk.ports.eid.EidEvent;
import de.buergerkiosk.ports.eid.EidReply;
import de.buergerkiosk.ports.eid.EidResult;
import de.buergerkiosk.ports.eid.EidRight;
import de.buergerkiosk.ports.eid.EidService.Opening;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./kiosk bench eid}: what an identification costs in one process, card included. */
@Command(
        name = "bench eid",
        mixinStandardHelpOptions = true,
        description = {
            "A whole identification with the virtual card in one process: PACE, terminal and chip"
                    + " authentication, reading, collecting. The first one is measured apart.",
            "Where AusweisApp, pcscd and vpcd are there: the same with AusweisApp, at most 20"
                    + " times, and its own part of it.",
            "Goals: authentication median 1000 ms; ausweisapp at most 1.1 times ausweisapp-own."
        })
public final class BenchEidCommand implements Callable<Integer> {
    private static final int WARM_UP = 10;
    private static final int AUSWEISAPP_WARM_UP = 2;
    private static final int AUSWEISAPP_RUNS_MAX = 20;
    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final Set<EidRight> COMPARING =
            EnumSet.of(EidRight.AGE_VERIFICATION, EidRight.ADDRESS_VERIFICATION);

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Option(
            names = "--runs",
            description = "Identifications, 1 to 10000. Default: ${DEFAULT-VALUE}")
    private int runs = 50;

    @Option(names = "--json", description = "Print the figures as one JSON object.")
    private boolean json;

    /** An identification that should work did not. */
    private static final class Failed extends Exception {
        Failed(String why) {
            super(why);
        }
    }

    /** Milliseconds until the refresh address was there, and with the person collected. */
    private record Costs(double authentication, double collected) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        Runs.wrong(runs, 10_000)
                .ifPresent(message -> {
                    throw new CommandLine.ParameterException(spec.commandLine(), message);
                });
        try (var scratch = Scratch.in(BenchHouse.root().resolve("target"))) {
            System.out.println(new Table(measure(scratch.folder())).text(json));
            return 0;
        } catch (Failed e) {
            System.err.println("bench eid: " + e.getMessage());
            return 1;
        }
    }

    private List<Benchmark> measure(Path folder) throws IOException, InterruptedException, Failed {
        var all = new ArrayList<>(simulated(folder));
        all.addAll(ausweisApp(folder.resolve("ausweisapp")));
        return all;
    }

    /**
     * A whole identification with the installed AusweisApp, and how much of it is AusweisApp's own
     * work; the rest is ours. Nothing where it is not installed.
     */
    private List<Benchmark> ausweisApp(Path folder)
            throws IOException, InterruptedException, Failed {
        var around = Surroundings.real();
        return switch (AusweisAppStand.set(
                folder, around.clock(), new SecureRandom(), around.threads())) {
            case AusweisAppStand.Standing.Missing(var what, var cure) -> {
                System.err.println("bench eid: without AusweisApp (" + what + "). Cure: " + cure);
                yield List.of();
            }
            case AusweisAppStand.Standing.Up(var stand) -> {
                try (stand) {
                    yield ausweisApp(stand);
                }
            }
        };
    }

    private List<Benchmark> ausweisApp(AusweisAppStand stand) throws InterruptedException, Failed {
        var whole = new ArrayList<Double>();
        var own = new ArrayList<Double>();
        for (int i = 0; i < AUSWEISAPP_WARM_UP + Math.min(runs, AUSWEISAPP_RUNS_MAX); i++) {
            switch (stand.identify()) {
                case AusweisAppStand.Outcome.Failed(var code, var detail) ->
                        throw new Failed(code + " " + detail);
                case AusweisAppStand.Outcome.Identified(var all, var ausweisApps) -> {
                    if (i >= AUSWEISAPP_WARM_UP) {
                        whole.add(all.toNanos() / 1e6);
                        own.add(ausweisApps.toNanos() / 1e6);
                    }
                }
            }
        }
        var alone = Benchmark.millis("ausweisapp-own", own);
        return List.of(alone, Benchmark.millis("ausweisapp", whole).against(alone));
    }

    private List<Benchmark> simulated(Path folder) throws InterruptedException, Failed {
        var around = Surroundings.real();
        var tray = new CardTray(folder, Duration.ofMillis(10));
        tray.put("erika");
        var settings =
                new SimulationSettings(
                        Environment.DEMO, WAIT, Duration.ZERO, WAIT, ZoneId.of("Europe/Berlin"));
        var all = new ArrayList<Costs>();
        try (var eid =
                new SimulatedEid(
                        settings,
                        ExampleCards.shipped(),
                        tray,
                        around.clock(),
                        around.chance(),
                        Thread.ofVirtual().factory())) {
            for (int i = 0; i < 1 + WARM_UP + runs; i++) {
                all.add(one(eid));
            }
        }
        var warm = all.subList(1 + WARM_UP, all.size());
        return List.of(
                Benchmark.millis("first", List.of(all.getFirst().authentication())),
                Benchmark.millis(
                        "authentication", warm.stream().map(Costs::authentication).toList()),
                Benchmark.millis("collected", warm.stream().map(Costs::collected).toList()));
    }

    private static Costs one(SimulatedEid eid) throws InterruptedException, Failed {
        long start = System.nanoTime();
        URI session =
                switch (eid.open(EnumSet.complementOf(EnumSet.copyOf(COMPARING)), Set.of(), "")) {
                    case Opening.Opened(var tcTokenUrl) -> tcTokenUrl;
                    case Opening.Unavailable(var fault) -> throw new Failed(fault.code());
                };
        URI refresh =
                switch (eid.authenticate(session, new Hurried())) {
                    case EidResult.Done(var refreshAddress) -> refreshAddress;
                    case EidResult.Ended(_, var fault) -> throw new Failed(fault.code());
                };
        long authenticated = System.nanoTime();
        if (eid.collect(refresh).person().flatMap(p -> p.attribute(EidRight.PSEUDONYM)).isEmpty()) {
            throw new Failed("the identity is not whole");
        }
        return new Costs((authenticated - start) / 1e6, (System.nanoTime() - start) / 1e6);
    }

    /** A citizen who answers at once. */
    private static final class Hurried implements EidDialogue {
        @Override
        public EidReply on(EidEvent event) {
            return switch (event) {
                case EidEvent.ConsentRequired _ -> new EidReply.Consent(Set.of());
                case EidEvent.PinRequired _ ->
                        new EidReply.Secret(Personal.of("123456".toCharArray()));
                case EidEvent.CanRequired _, EidEvent.PukRequired _, EidEvent.NewPinRequired _ ->
                        new EidReply.Cancel();
                case EidEvent.CardRequired _, EidEvent.Progress _, EidEvent.PausedBadPosition _ ->
                        new EidReply.Acknowledged();
            };
        }

        @Override
        public boolean cancelWanted() {
            return false;
        }
    }
}
