package de.buergerkiosk.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the documents promise is there, and what is there is in the documents. */
class DocumentsTellTheTruthTest {
    /** What the kiosk itself files for any office; no folder describes it. */
    private static final String WISH = "appointment-request";

    private static final Pattern LAUNCHER_CASE = Pattern.compile("(?m)^    ([a-z]+)\\) ");
    private static final Pattern PROMISED =
            Pattern.compile("\\./kiosk ((?:[a-z|]+(?:-[a-z]+)* ?)+)");
    private static final Pattern IN_USAGE =
            Pattern.compile("(?m)^  ([a-z]+(?: [a-z|-]+)*)(?:$|  )");
    private static final Pattern ARTIFACT =
            Pattern.compile(
                    "<dependency>\\s*<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#|mailto:)([^)#\\s]+)");

    private static Set<String> commands() {
        var commands = new TreeSet<String>();
        for (Callable<?> command : ServiceLoader.load(Callable.class)) {
            var about = command.getClass().getAnnotation(Command.class);
            if (about != null && !about.hidden()) {
                commands.add(about.name());
            }
        }
        var launcher = House.read(Path.of("kiosk"));
        var own = launcher.substring(launcher.lastIndexOf("case \"${1:-}\""));
        LAUNCHER_CASE.matcher(own).results().map(m -> m.group(1)).forEach(commands::add);
        return commands;
    }

    /** {@code sim terminal|printer --port N} as {@code sim terminal} and {@code sim printer}. */
    private static Stream<String> spelledOut(MatchResult promised) {
        var spelled = List.of("");
        for (var word : promised.group(1).strip().split(" ", -1)) {
            var longer = new ArrayList<String>();
            for (var stem : spelled) {
                for (var choice : word.split("\\|", -1)) {
                    longer.add((stem + " " + choice).strip());
                }
            }
            spelled = longer;
        }
        return spelled.stream();
    }

    @Test
    void everyCommandInTheReadmeExistsAndEveryCommandIsThere() {
        var commands = commands();
        assertTrue(commands.size() >= 9, "only " + commands);
        var promised =
                PROMISED.matcher(House.read(Path.of("README.md")))
                        .results()
                        .flatMap(DocumentsTellTheTruthTest::spelledOut)
                        .collect(Collectors.toCollection(TreeSet::new));
        var kept = new TreeSet<String>();
        var broken = new TreeSet<String>();
        for (var promise : promised) {
            // Words after the command, as in a sentence, are not part of it.
            commands.stream()
                    .filter(c -> promise.equals(c) || promise.startsWith(c + " "))
                    .findFirst()
                    .ifPresentOrElse(kept::add, () -> broken.add(promise));
        }

        assertEquals(Set.of(), broken);
        assertEquals(commands, kept);
    }

    /** The first thing that a newcomer reads; the launcher also refuses by it what it does not name. */
    @Test
    void theLaunchersUsageNamesEachCommandOnce() {
        var launcher = House.read(Path.of("kiosk"));
        var usage = launcher.substring(launcher.indexOf("Usage:"), launcher.indexOf("\nTEXT\n"));
        var named =
                IN_USAGE.matcher(usage)
                        .results()
                        .flatMap(DocumentsTellTheTruthTest::spelledOut)
                        .sorted()
                        .toList();

        assertEquals(List.copyOf(commands()), named);
    }

    @Test
    void everyLibraryHasItsReason() {
        var documented = House.read(Path.of("docs/dependencies.md"));
        var missing = new TreeSet<String>();
        int looked = 0;
        for (var pom : House.files("pom.xml")) {
            var found = ARTIFACT.matcher(House.read(pom)).results().toList();
            for (var each : found) {
                var group = each.group(1).strip();
                if (!group.equals(House.ROOT_PACKAGE) && !group.startsWith("$")) {
                    looked++;
                    if (!documented.contains(each.group(2).strip())) {
                        missing.add(group + ":" + each.group(2).strip());
                    }
                }
            }
        }

        assertEquals(Set.of(), missing);
        assertTrue(looked >= 40, "only " + looked + " dependencies were seen");
    }

    @Test
    void everyServiceBelongsToAnOfficeThatTheCentreKnows() throws IOException {
        var offices = new TreeSet<String>();
        var listed = new TreeSet<String>();
        for (var office : json(officesFile()).path("offices")) {
            offices.add(office.path("id").asString());
            for (var service : office.path("services")) {
                var id = service.path("id").asString();
                if (!id.equals(WISH)) {
                    listed.add(office.path("id").asString() + " " + id);
                }
            }
        }
        var services = new TreeSet<String>();
        for (var file : House.files("service.json")) {
            if (file.startsWith("provisioning/services")) {
                var office = json(file).path("office").asString();
                assertTrue(offices.contains(office), file + " names the office " + office);
                services.add(office + " " + file.getName(file.getNameCount() - 2));
            }
        }

        assertTrue(services.size() >= 2, "only " + services);
        assertEquals(services, listed);
    }

    /** A citizen reads the name on the slip, a clerk at the desk; it must be the same office. */
    @Test
    void anOfficeHasOneNameAtTheKioskAndAtTheDesk() throws IOException {
        var apart = new TreeSet<String>();
        int compared = 0;
        for (var office : json(officesFile()).path("offices")) {
            for (var service : office.path("services")) {
                if (service.path("id").asString().equals(WISH)) {
                    continue;
                }
                var texts =
                        Path.of("provisioning/services", service.path("id").asString(), "texts");
                for (var name : office.path("name").properties()) {
                    compared++;
                    var said = json(texts.resolve(name.getKey() + ".json")).path("office.name");
                    if (!said.equals(name.getValue())) {
                        apart.add(
                                texts
                                        + " "
                                        + name.getKey()
                                        + ": "
                                        + said
                                        + ", not "
                                        + name.getValue());
                    }
                }
            }
        }

        assertEquals(Set.of(), apart);
        assertTrue(compared >= 4, "only " + compared + " names were compared");
    }

    private static Path officesFile() {
        return House.files("offices.json").stream()
                .filter(file -> file.toString().contains("src/main/resources"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode json(Path file) {
        return JsonMapper.shared().readTree(House.read(file));
    }

    @Test
    void everyLinkBetweenDocumentsLeadsSomewhere() {
        var dead = new TreeSet<String>();
        int links = 0;
        for (var file : House.files(".md")) {
            for (var link : LINK.matcher(House.read(file)).results().toList()) {
                links++;
                var target = House.ROOT.resolve(file).resolveSibling(link.group(1));
                if (!Files.exists(target)) {
                    dead.add(file + " -> " + link.group(1));
                }
            }
        }

        assertEquals(Set.of(), dead);
        assertTrue(links >= 20, "only " + links + " links were followed");
    }
}
