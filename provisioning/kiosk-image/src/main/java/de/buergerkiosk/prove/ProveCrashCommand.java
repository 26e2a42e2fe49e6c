package de.buergerkiosk.prove;

import de.buergerkiosk.demo.ChildProcess;
import de.buergerkiosk.demo.Errands;
import de.buergerkiosk.demo.House;
import de.buergerkiosk.demo.Scratch;
import de.buergerkiosk.main.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code ./kiosk prove crash}: nothing lost, nobody charged twice, nothing left behind. */
@Command(
        name = "prove crash",
        mixinStandardHelpOptions = true,
        description = {
            "Kills the kiosk process with SIGKILL at every step of a visit, restarts it, and",
            "compares the books of terminal and centre with the kiosk's own, and searches its disk."
        })
public final class ProveCrashCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Logs, papers and crash.json. Default: target/prove-crash")
    private @Nullable Path out;

    @Option(
            names = "--only",
            paramLabel = "REGEX",
            defaultValue = ".*",
            description = "Only the points whose names match. Default: all")
    private String only = ".*";

    @Option(
            names = "--service",
            paramLabel = "NAME",
            defaultValue = "parking-permit",
            description = "Service of the visit. Default: ${DEFAULT-VALUE}")
    private String service = "parking-permit";

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var wanted = pattern();
        var root = Path.of(System.getProperty("house.root", "."));
        var folder =
                out == null ? root.resolve("target").resolve("prove-crash") : out.toAbsolutePath();
        Scratch.empty(folder);
        try (var data = Scratch.make(root);
                var house =
                        House.start(
                                new House.Places(root, data.folder(), folder),
                                House.Faults.NONE,
                                ProveCrashCommand::progress)) {
            var proof = new CrashProof(house, service, markers(root), ProveCrashCommand::progress);
            var points = proof.points().stream().filter(p -> wanted.matcher(p).find()).toList();
            if (points.isEmpty()) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), "--only: no point of the visit matches " + only);
            }
            return tell(proof.kill(points), folder);
        } catch (ChildProcess.NotStarted | Errands.NoErrand e) {
            System.err.println("prove crash: " + e.getMessage());
            return 1;
        }
    }

    /** What the citizen enters, and what the demonstration's card tells. */
    private List<String> markers(Path root) throws IOException, Errands.NoErrand {
        var today = Surroundings.real().today(House.ZONE);
        var services = House.Places.services(root);
        var markers = new ArrayList<>(List.of("Mustermann", "Prinzregentenstra"));
        Errands.of(services, service, today).values().stream()
                .filter(value -> value.length() >= 6 && !value.matches("[0-9-]+|[a-z]+"))
                .forEach(markers::add);
        return markers;
    }

    private Pattern pattern() {
        try {
            return Pattern.compile(only);
        } catch (PatternSyntaxException e) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--only: " + e.getMessage(), e);
        }
    }

    private int tell(List<Finding> findings, Path folder) throws IOException {
        var result = result(findings);
        java.nio.file.Files.writeString(
                folder.resolve("crash.json"),
                JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(result));
        if (json) {
            System.out.println(JsonMapper.shared().writeValueAsString(result));
        } else {
            findings.forEach(ProveCrashCommand::line);
            System.out.println(
                    "%d kills, %d inconsistent, %d unclear, %d traces on disk"
                            .formatted(
                                    findings.size(),
                                    result.path("inconsistent").asInt(),
                                    result.path("unclear").asInt(),
                                    result.path("found").asInt()));
        }
        return result.path("inconsistent").asInt() == 0 ? 0 : 1;
    }

    private static void line(Finding finding) {
        System.out.println(
                "%-28s %-13s %-8s booked %6d  centre %d  %s"
                        .formatted(
                                finding.point(),
                                finding.state(),
                                finding.payment(),
                                finding.bookedCents(),
                                finding.atCentre(),
                                String.join("; ", finding.violations())));
    }

    private static ObjectNode result(List<Finding> findings) {
        var result = JsonMapper.shared().createObjectNode();
        result.put("kills", findings.size());
        result.put(
                "inconsistent", findings.stream().filter(f -> !f.violations().isEmpty()).count());
        result.put("unclear", findings.stream().filter(f -> f.payment().equals("unclear")).count());
        result.put("found", findings.stream().mapToInt(f -> f.found().size()).sum());
        var points = result.putArray("points");
        findings.forEach(finding -> points.add(finding.json()));
        return result;
    }

    private static void progress(String line) {
        System.err.println("  " + line);
    }
}
