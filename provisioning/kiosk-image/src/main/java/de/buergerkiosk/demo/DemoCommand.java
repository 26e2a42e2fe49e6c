package de.buergerkiosk.demo;

import de.buergerkiosk.main.OutOfService;
import de.buergerkiosk.main.Surroundings;
import de.buergerkiosk.main.WrongSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
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
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Option(names = "--headless", description = "A scripted visit, even where there is a display.")
    private boolean headless;

    @Option(
            names = "--service",
            defaultValue = "parking-permit",
            paramLabel = "NAME",
            description = "Service of the scripted visit. Default: ${DEFAULT-VALUE}")
    private String service = "parking-permit";

    @Option(
            names = "--lang",
            defaultValue = "de",
            description = "de or en. Default: ${DEFAULT-VALUE}")
    private String language = "de";

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

    @Option(names = "--json", description = "Print the report on standard output.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var root = Path.of(System.getProperty("house.root", "."));
        var services = root.resolve("provisioning").resolve("services");
        check(services);
        var around = surroundings();
        var folder = out == null ? root.resolve("target").resolve("demo") : out.toAbsolutePath();
        if (!headless && hasDisplay()) {
            return windows(root, folder, around);
        }
        try {
            var report = scripted(root, services, folder, around);
            report.write(folder);
            if (json) {
                System.out.println(JsonMapper.shared().writeValueAsString(report.json()));
            } else {
                tell(report, folder);
            }
            return report.everythingArrived() ? 0 : 1;
        } catch (ChildProcess.NotStarted
                | Errands.NoErrand
                | WrongSettings
                | OutOfService trouble) {
            System.err.println("demo: " + trouble.getMessage());
            return 1;
        }
    }

    private Report scripted(Path root, Path services, Path folder, Surroundings around)
            throws IOException,
                    InterruptedException,
                    ChildProcess.NotStarted,
                    Errands.NoErrand,
                    WrongSettings,
                    OutOfService {
        var today = around.clock().instant().atZone(ZONE).toLocalDate();
        var answers = Errands.of(services, service, today);
        Scratch.empty(folder);
        try (var data = Scratch.make(root);
                var house =
                        House.start(
                                new House.Places(root, data.folder(), folder),
                                House.Faults.NONE,
                                DemoCommand::progress)) {
            return new HeadlessDemo(house, around, DemoCommand::progress)
                    .visit(service, language, answers);
        }
    }

    /** Set and empty means none, as for every X client. */
    private static boolean hasDisplay() {
        var display = System.getenv("DISPLAY");
        return display != null && !display.isBlank();
    }

    private int windows(Path root, Path folder, Surroundings around)
            throws IOException, InterruptedException {
        if (date != null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "--date: only a scripted visit can be on another day; add --headless");
        }
        return new WindowDemo(root, folder, around, DemoCommand::progress, this::standing).run();
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

    private void check(Path services) throws IOException {
        var known = Files.isDirectory(services) ? Errands.services(services) : List.<String>of();
        if (!known.contains(service)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "--service: " + service + " is not known; use one of " + known);
        }
        if (!List.of("de", "en").contains(language)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--lang: " + language + " is not known; use de or en");
        }
    }

    private Surroundings surroundings() {
        var real = Surroundings.real();
        if (date == null) {
            return real;
        }
        try {
            var shift =
                    Duration.between(
                            real.clock().instant(),
                            LocalDate.parse(date).atTime(LocalTime.NOON).atZone(ZONE).toInstant());
            InstantSource shifted = () -> shift(real.clock().instant(), shift);
            return new Surroundings(shifted, real.chance(), real.threads());
        } catch (DateTimeException e) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "--date: " + date + " is not a date; write it like 2026-11-23",
                    e);
        }
    }

    private static Instant shift(Instant now, Duration by) {
        return now.plus(by);
    }

    private static void progress(String line) {
        System.err.println("  " + line);
    }

    private static void tell(Report report, Path folder) {
        System.out.println(
                "%d pages, %d touches, %.1f s"
                        .formatted(
                                report.pages().size(),
                                report.touches(),
                                report.durationMillis() / 1000.0));
        System.out.println("filing    " + report.filingId().orElse("none"));
        System.out.println(
                "delivery  "
                        + report.delivery().state()
                        + (report.delivery().receiptVerified() ? ", receipt verified" : ""));
        System.out.println("desk      " + report.desk().filings() + " filings arrived");
        System.out.println("print     " + report.print());
        report.trouble().ifPresent(text -> System.out.println("trouble   " + text));
        System.out.println("pictures  " + folder);
    }
}
