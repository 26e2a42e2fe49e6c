package de.buergerkiosk.house;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may know what, and what nobody may do, in the bytecode of everything that ships. */
class HouseRulesTest {
    private static final int CLASSES_MIN = 600;

    /** Where time, chance and threads may be made: roots of processes, proofs and measurements. */
    private static final List<String> ROOTS =
            List.of("main.*", "central.main.*", "demo.*", "prove.*", "bench.*", "launch.*");

    private static boolean within(List<String> allowed, JavaClass each) {
        var name = House.shortName(each.getPackageName());
        return allowed.stream()
                .anyMatch(pattern ->
                        pattern.startsWith("#")
                                ? outermost(each).getSimpleName().endsWith(pattern.substring(1))
                                : pattern.startsWith("**")
                                        ? Arrays.asList(name.split("\\.", -1))
                                                .contains(pattern.substring(2))
                                        : House.matches(pattern, name));
    }

    private static JavaClass outermost(JavaClass each) {
        return each.getEnclosingClass().map(HouseRulesTest::outermost).orElse(each);
    }

    private static boolean isOf(List<String> libraries, String className) {
        return libraries.stream()
                .anyMatch(l -> className.equals(l) || className.startsWith(l + "."));
    }

    private static List<JavaClass> users(List<String> libraries) {
        return House.CLASSES.stream()
                .filter(each ->
                        each.getDirectDependenciesFromSelf().stream()
                                .anyMatch(d ->
                                        isOf(
                                                libraries,
                                                d.getTargetClass()
                                                        .getBaseComponentType()
                                                        .getName())))
                .toList();
    }

    @Test
    void theWholeHouseIsLookedAt() {
        assertTrue(House.CLASSES.size() >= CLASSES_MIN, "only " + House.CLASSES.size());
        var parts = "ports eid payment.zvt printer.escpos contract.seal courier";
        for (var part : parts.split(" ", -1)) {
            assertTrue(House.arrows().containsKey(part), part + " was not seen");
        }
    }

    @ParameterizedTest
    @MethodSource("de.buergerkiosk.house.Fence#all")
    void eachLibraryStaysBehindItsFence(Fence fence) {
        var users = users(fence.packages());
        assertFalse(users.isEmpty(), "nobody uses " + fence + "; the fence guards nothing");

        assertEquals(
                List.of(),
                users.stream()
                        .filter(each -> !within(fence.allowed(), each))
                        .map(JavaClass::getName)
                        .toList());
    }

    /** What parts of the house may know besides themselves and the JDK. */
    static Stream<Map.Entry<String, List<String>>> islands() {
        var annotations = "org.jspecify";
        return Stream.of(
                Map.entry("ports", List.of(annotations)),
                Map.entry("contract", List.of(annotations, "tools.jackson", "com.nimbusds")),
                Map.entry(
                        "forms",
                        islandOf("tools.jackson", "org.camunda", "com.networknt", "scala")),
                Map.entry(
                        "courier",
                        islandOf(House.ROOT_PACKAGE + ".contract", "tools.jackson", "org.slf4j")),
                Map.entry(
                        "payment.zvt",
                        driver("tools.jackson", "com.sun.net.httpserver", "com.fazecast")),
                Map.entry("payment.paypage", driver("tools.jackson", "com.sun.net.httpserver")),
                Map.entry(
                        "printer.escpos",
                        driver("tools.jackson", "com.google.zxing", "com.github.anastaciocintra")),
                Map.entry(
                        "scanner",
                        driver("tools.jackson", "com.sun.net.httpserver", "com.fazecast")),
                Map.entry("card.pcsc", driver("tools.jackson")),
                Map.entry("eid", driver("tools.jackson", "org.bouncycastle")));
    }

    private static List<String> driver(String... more) {
        var all = new ArrayList<>(islandOf(more));
        all.add(House.ROOT_PACKAGE + ".ports");
        return all;
    }

    private static List<String> islandOf(String... more) {
        var all = new ArrayList<>(List.of("org.jspecify", "picocli", "org.slf4j"));
        all.addAll(List.of(more));
        return all;
    }

    @ParameterizedTest
    @MethodSource("islands")
    void portsContractAndDriversAreIslands(Map.Entry<String, List<String>> island) {
        var may = new ArrayList<>(island.getValue());
        may.addAll(
                List.of(
                        "java",
                        "javax",
                        "org.xml.sax",
                        House.ROOT_PACKAGE + "." + island.getKey()));
        var tooFar = new TreeSet<String>();
        int looked = 0;
        for (var each : House.CLASSES) {
            if (House.matches(island.getKey() + ".*", House.shortName(each.getPackageName()))) {
                looked++;
                for (var dependency : each.getDirectDependenciesFromSelf()) {
                    var target = dependency.getTargetClass().getBaseComponentType();
                    if (!target.isPrimitive() && !isOf(may, target.getName())) {
                        tooFar.add(each.getName() + " knows " + target.getName());
                    }
                }
            }
        }

        assertEquals(Set.of(), tooFar);
        assertTrue(looked >= 8, "only " + looked + " classes of " + island.getKey());
    }

    @Test
    void onlyTheRootsNameDrivers() {
        var drivers = List.of("payment", "printer", "eid", "card", "scanner");
        var naming = new TreeSet<String>();
        int named = 0;
        for (var arrow : House.arrows().entrySet()) {
            var from = arrow.getKey();
            for (var target : arrow.getValue()) {
                if (drivers.contains(target.split("\\.", 2)[0])) {
                    named++;
                    if (drivers.stream().noneMatch(d -> House.matches(d + ".*", from))
                            && ROOTS.stream().noneMatch(root -> House.matches(root, from))) {
                        naming.add(from + " names " + target);
                    }
                }
            }
        }

        assertEquals(Set.of(), naming);
        assertTrue(named >= 5, "only " + named + " arrows to drivers were seen");
    }

    @Test
    void partsOfTheHouseDoNotGoRoundInCircles() {
        // The journey is one part: its story names its steps, and they share its words.
        slices().matching("de.buergerkiosk.(*)..").should().beFreeOfCycles().check(House.CLASSES);
        slices().matching("de.buergerkiosk.central.(**)")
                .should()
                .beFreeOfCycles()
                .check(House.CLASSES);
    }

    @Test
    void stepsOfTheJourneyDoNotGoRoundInCircles() {
        slices().matching("de.buergerkiosk.journey.(*)..")
                .should()
                .beFreeOfCycles()
                .check(House.CLASSES);
    }

    private static final Map<String, Pattern> FROM_OUTSIDE =
            Map.ofEntries(
                    never(
                            "java.time.(Instant|LocalDate|LocalTime|LocalDateTime|ZonedDateTime|Year)",
                            "now"),
                    never("java.time.InstantSource", "system"),
                    never("java.time.Clock", "system.*"),
                    never("java.lang.System", "currentTimeMillis|nanoTime"),
                    never(
                            "java.lang.Thread",
                            "sleep|<init>|startVirtualThread|ofVirtual|ofPlatform"),
                    never("java.util.Random", "<init>"),
                    never("java.util.concurrent.ThreadLocalRandom", "current"),
                    never("java.util.UUID", "randomUUID"),
                    never("java.lang.Math", "random"));

    private static Map.Entry<String, Pattern> never(String owner, String names) {
        return Map.entry(owner, Pattern.compile(names));
    }

    private static boolean isForbidden(JavaAccess<?> access) {
        return FROM_OUTSIDE.entrySet().stream()
                .anyMatch(rule ->
                        access.getTargetOwner().getName().matches(rule.getKey())
                                && rule.getValue().matcher(access.getName()).matches());
    }

    /** A simulator is a process of its own in disguise: it may make threads and name the real clock. */
    private static boolean mayMakeThreads(JavaClass each) {
        return within(List.of("**simulated"), each);
    }

    @Test
    void timeChanceAndThreadsComeFromOutside() {
        var own = new TreeSet<String>();
        int allowed = 0;
        for (var each : House.CLASSES) {
            for (var access : each.getAccessesFromSelf()) {
                if (isForbidden(access)) {
                    var thread = access.getTargetOwner().getName().equals("java.lang.Thread");
                    var sleeps = access.getName().equals("sleep");
                    if (within(ROOTS, each)
                            || within(List.of("#Command"), each)
                            || (thread && !sleeps && mayMakeThreads(each))) {
                        allowed++;
                    } else {
                        own.add(access.getDescription());
                    }
                }
            }
        }

        assertEquals(Set.of(), own);
        assertTrue(allowed >= 5, "the rule sees only " + allowed + " calls, even at the roots");
    }

    @Test
    void nobodyUsesTheOldTimesOrLombok() {
        assertEquals(
                List.of(),
                users(
                        List.of(
                                "java.util.Calendar",
                                "java.util.GregorianCalendar",
                                "java.text.SimpleDateFormat",
                                "java.sql.Timestamp",
                                "lombok")));
        assertNoneImports(Pattern.compile("import (static )?lombok\\."));
    }

    @Test
    void nobodyMocks() {
        assertNoneImports(
                Pattern.compile(
                        "import (static"
                            + " )?(org\\.(mockito|easymock|powermock|jmock)|mockit|io\\.mockk)\\b"));
        int poms = 0;
        for (var pom : House.files("pom.xml")) {
            poms++;
            assertFalse(House.read(pom).contains("mockito"), pom.toString());
        }
        assertTrue(poms >= 10, "only " + poms + " poms were read");
    }

    private static void assertNoneImports(Pattern pattern) {
        var sources = House.files(".java");
        assertTrue(sources.size() >= 500, "only " + sources.size() + " sources were read");
        for (var source : sources) {
            assertFalse(
                    House.read(source).lines().anyMatch(l -> pattern.matcher(l).lookingAt()),
                    source.toString());
        }
    }

    @Test
    void springWiresByHandOnly() {
        var magic =
                List.of(
                        "org.springframework.context.annotation.ComponentScan",
                        "org.springframework.boot.autoconfigure.SpringBootApplication",
                        "org.springframework.stereotype.Component",
                        "org.springframework.stereotype.Service",
                        "org.springframework.stereotype.Repository",
                        "org.springframework.beans.factory.annotation.Autowired");

        assertEquals(List.of(), users(magic).stream().map(JavaClass::getName).toList());
        assertFalse(users(List.of("org.springframework.context.annotation.Bean")).isEmpty());
    }

    @Test
    void namesSayWhatAThingIs() {
        var vague = Pattern.compile(".*(Manager|Helper|Utils?|Impl|Processor|Data|Info|Service)");
        // The port of the eID server, and what a kiosk is when it cannot work.
        var known = Set.of("EidService", "OutOfService");
        var found = new TreeMap<String, String>();
        for (var each : House.CLASSES) {
            var name = each.getSimpleName();
            if (vague.matcher(name).matches() && !known.contains(name)) {
                found.put(name, each.getName());
            }
        }

        assertEquals(Map.of(), found);
    }

    @Test
    void stateIsNotStatic() {
        var shared = new TreeSet<String>();
        for (var each : House.CLASSES) {
            for (var field : each.getFields()) {
                var modifiers = field.getModifiers();
                if (modifiers.contains(JavaModifier.STATIC)
                        && !modifiers.contains(JavaModifier.FINAL)
                        && !modifiers.contains(JavaModifier.SYNTHETIC)) {
                    shared.add(field.getFullName());
                }
            }
        }

        assertEquals(Set.of(), shared);
    }
}
