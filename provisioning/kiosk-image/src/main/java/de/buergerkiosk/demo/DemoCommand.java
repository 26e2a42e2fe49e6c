package de.buergerkiosk.demo;

import de.buergerkiosk.demo.fleet.DemoFleet;
import de.buergerkiosk.main.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./kiosk demo}: the main job, with simulated devices. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "A visit from touch to back office, with simulated devices.",
            "With a display: the kiosk's window and a second one with the devices.",
            "Without one: a scripted visit with a picture of every page."
        })
public final class DemoCommand implements Callable<Integer> {
    private static final String SERVICE = "parking-permit";

    /** Certificates, ids and calendars are made for our times. */
    private static final int YEAR_MIN = 2000;

    private static final int YEAR_MAX = 2099;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Option(names = "--headless", description = "A scripted visit, even where there is a display.")
    private boolean headless;

    @Option(
            names = "--service",
            paramLabel = "NAME",
            description = {
                "What the scripted citizen comes for. Default: " + SERVICE,
                "With windows: the kiosk offers this service only. Default: all"
            })
    private @Nullable String service;

    @Option(
            names = "--journey",
            paramLabel = "filing|appointment|check-in|ticket",
            defaultValue = "filing",
            description = {
                "What the scripted citizen does: files an application, books an appointment,",
                "checks in for one, or takes a waiting number. Default: ${DEFAULT-VALUE}",
                "With windows the kiosk offers all of them."
            })
    private String journey = "filing";

    @Option(
            names = "--lang",
            paramLabel = "de|en",
            defaultValue = "de",
            description = {
                "The language that the scripted citizen chooses. Default: ${DEFAULT-VALUE}",
                "With windows: the one that every visit begins with, and that of the devices."
            })
    private String language = "de";

    @Option(
            names = "--pay",
            paramLabel = "card|page|later",
            description = {
                "How the scripted citizen pays: by card, on the payment page with the own",
                "telephone, or later after a fee notice. Default: card"
            })
    private @Nullable String pays;

    @Option(
            names = "--eid",
            paramLabel = "simulation|ausweisapp",
            defaultValue = "simulation",
            description = {
                "How citizens identify. Default: ${DEFAULT-VALUE}",
                "ausweisapp: the installed AusweisApp, with a virtual card behind pcscd and vpcd."
            })
    private String eid = "simulation";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Pictures, papers, logs and report.json. Default: target/demo")
    private @Nullable Path out;

    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            description = "The day the kiosk believes it is.")
    private @Nullable String date;

    @Option(
            names = "--fleet",
            paramLabel = "N",
            description = "So many virtual kiosks beside it, which enrol and beat: 0 to 1000.")
    private @Nullable String fleet;

    @Option(names = "--json", description = "Print the report on standard output.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        var root = Path.of(System.getProperty("house.root", "."));
        check(House.Places.services(root));
        var around = surroundings();
        if (chain() == EidChain.AUSWEISAPP && date != null) {
            throw wrong("--date: AusweisApp goes by the clock of this computer; leave it out");
        }
        var windows = !headless && hasDisplay();
        if (windows && date != null) {
            throw wrong("--date: only a scripted visit can be on another day; add --headless");
        }
        if (windows && pays != null) {
            throw wrong("--pay: beside windows you pay yourself; add --headless");
        }
        var folder = folder(root);
        try (var _ = new CleanEnd()) {
            return windows ? windows(root, folder, around) : scripted(root, folder, around);
        } catch (InterruptedException e) {
            System.err.println("demo: stopped");
            return 1;
        }
    }

    private int scripted(Path root, Path folder, Surroundings around)
            throws IOException, InterruptedException {
        return journey() == Journeys.FILING
                ? filing(root, folder, around)
                : errand(root, folder, around);
    }

    private int errand(Path root, Path folder, Surroundings around)
            throws IOException, InterruptedException {
        var report =
                new OneErrand(root, folder, around, DemoCommand::progress)
                        .play(journey(), language, chain());
        if (json) {
            System.out.println(JsonMapper.shared().writeValueAsString(report.json()));
        } else {
            tell(report, folder);
        }
        report.trouble().ifPresent(text -> System.err.println("demo: " + text));
        return report.everythingArrived() ? 0 : 1;
    }

    private int filing(Path root, Path folder, Surroundings around)
            throws IOException, InterruptedException {
        var wish =
                new OneVisit.Wish(service == null ? SERVICE : service, language, paidBy(), chain());
        var report =
                new OneVisit(root, folder, around, DemoCommand::progress, fleet())
                        .play(wish, (_, _) -> {});
        if (json) {
            System.out.println(JsonMapper.shared().writeValueAsString(report.json()));
        } else {
            tell(report, folder);
        }
        report.trouble().ifPresent(text -> System.err.println("demo: " + text));
        return report.everythingArrived() ? 0 : 1;
    }

    /** Set and empty means none, as for every X client. */
    private static boolean hasDisplay() {
        var display = System.getenv("DISPLAY");
        return display != null && !display.isBlank();
    }

    private int windows(Path root, Path folder, Surroundings around)
            throws IOException, InterruptedException {
        var offer = new WindowDemo.Offer(Optional.ofNullable(service), language, chain(), fleet());
        var told = new AtomicBoolean();
        var end =
                new WindowDemo(root, folder, around, DemoCommand::progress)
                        .run(
                                offer,
                                house -> {
                                    told.set(true);
                                    standing(house);
                                });
        return switch (end) {
            case WindowDemo.End.Wanted() -> 0;
            case WindowDemo.End.Trouble(var text) -> {
                System.err.println("demo: " + text);
                if (json && !told.get()) {
                    var line = JsonMapper.shared().createObjectNode().put("trouble", text);
                    System.out.println(JsonMapper.shared().writeValueAsString(line));
                }
                yield 1;
            }
        };
    }

    private void standing(House house) {
        if (json) {
            var line = JsonMapper.shared().createObjectNode();
            line.put("out", house.places().out().toString());
            line.put("data", house.places().data().toString());
            line.putObject("desk")
                    .put("url", house.centre().deskUrl())
                    .put("logins", house.centre().logins().toString());
            System.out.println(JsonMapper.shared().writeValueAsString(line));
            System.out.flush();
        }
    }

    /** Where everything goes, found out before anything is started. */
    private Path folder(Path root) {
        var folder = out == null ? root.resolve("target").resolve("demo") : out.toAbsolutePath();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw wrong("--out: " + folder + " cannot be made (" + e + "); name another folder");
        }
        if (!Files.isWritable(folder)) {
            throw wrong("--out: " + folder + " cannot be written; name another folder");
        }
        return folder;
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }

    private void check(Path services) throws IOException {
        var known = Files.isDirectory(services) ? Errands.services(services) : List.<String>of();
        if (service != null && !known.contains(service)) {
            throw wrong("--service: " + service + " is not known; use one of " + known);
        }
        var _ = paidBy();
        if (journey() != Journeys.FILING && (service != null || pays != null)) {
            throw wrong("--service and --pay belong to --journey filing; leave them out");
        }
        var _ = fleet();
        if (!List.of("de", "en").contains(language)) {
            throw wrong("--lang: " + language + " is not known; use de or en");
        }
    }

    private PaidBy paidBy() {
        var word = pays == null ? PaidBy.CARD.word() : pays;
        return PaidBy.named(word)
                .orElseThrow(() ->
                        wrong("--pay: " + word + " is not known; use one of " + PaidBy.words()));
    }

    private Journeys journey() {
        return Journeys.named(journey)
                .orElseThrow(() ->
                        wrong(
                                "--journey: "
                                        + journey
                                        + " is not known; use one of "
                                        + Journeys.words()));
    }

    private OptionalInt fleet() {
        if (fleet == null) {
            return OptionalInt.empty();
        }
        var known = fleet.matches("\\d{1,4}") ? Integer.parseInt(fleet) : -1;
        if (known < 0 || known > DemoFleet.KIOSKS_MAX) {
            throw wrong(
                    "--fleet: "
                            + fleet
                            + " is not a number of virtual kiosks; use 0 to "
                            + DemoFleet.KIOSKS_MAX);
        }
        return OptionalInt.of(known);
    }

    private EidChain chain() {
        return EidChain.named(eid)
                .orElseThrow(() ->
                        wrong("--eid: " + eid + " is not known; use simulation or ausweisapp"));
    }

    private Surroundings surroundings() {
        var real = Surroundings.real();
        if (date == null) {
            return real;
        }
        var day = day(date).atTime(LocalTime.NOON).atZone(House.ZONE).toInstant();
        var shift = Duration.between(real.clock().instant(), day);
        InstantSource shifted = () -> shift(real.clock().instant(), shift);
        return new Surroundings(shifted, real.chance(), real.threads());
    }

    private LocalDate day(String written) {
        try {
            var day = LocalDate.parse(written);
            if (day.getYear() >= YEAR_MIN && day.getYear() <= YEAR_MAX) {
                return day;
            }
        } catch (DateTimeException _) {
            // told below, as a year that is too far
        }
        throw wrong(
                "--date: %s is not a day from %d to %d; write it like 2026-11-23"
                        .formatted(written, YEAR_MIN, YEAR_MAX));
    }

    private static Instant shift(Instant now, Duration by) {
        return now.plus(by);
    }

    private static void progress(String line) {
        System.err.println("  " + line);
    }

    private static void tell(ErrandReport report, Path folder) {
        System.out.println(
                "%d pages, %d touches to the paper, %.1f s"
                        .formatted(
                                report.pages().size(),
                                report.touches(),
                                report.durationMillis() / 1000.0));
        report.appointment()
                .ifPresent(
                        one -> System.out.println("appointment " + one.code() + " " + one.start()));
        report.ticket().ifPresent(number -> System.out.println("number    " + number));
        report.paperMillis()
                .ifPresent(millis -> System.out.println("paper     after " + millis + " ms"));
        report.print().ifPresent(outcome -> System.out.println("print     " + outcome));
        System.out.println("pictures  " + folder);
    }

    private static void tell(Report report, Path folder) {
        System.out.println(
                "%d pages, %d touches, %.1f s"
                        .formatted(
                                report.pages().size(),
                                report.touches(),
                                report.durationMillis() / 1000.0));
        System.out.println("filing    " + report.filingId().orElse("none"));
        report.delivery()
                .ifPresent(d ->
                        System.out.println(
                                "delivery  "
                                        + d.state()
                                        + (d.receiptVerified() ? ", receipt verified" : "")));
        report.desk()
                .ifPresent(
                        d -> System.out.println("desk      " + d.filings() + " filings arrived"));
        report.print().ifPresent(outcome -> System.out.println("print     " + outcome));
        System.out.println("pictures  " + folder);
    }
}
