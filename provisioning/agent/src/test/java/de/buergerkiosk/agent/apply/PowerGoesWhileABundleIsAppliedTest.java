package de.buergerkiosk.agent.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Real processes, killed with SIGKILL; the kiosk that comes back works every time. */
class PowerGoesWhileABundleIsAppliedTest {
    private static final int SECONDS_MAX = 60;

    @TempDir private Path folder;
    private final City city = new City();

    @BeforeEach
    void kioskRunsVersionOne() throws Exception {
        Files.write(folder.resolve("root.json"), city.root.json());
        Files.write(folder.resolve("1.bundle"), city.bundle(1));
        Files.write(folder.resolve("2.bundle"), city.bundle(2));
        assertEquals(List.of("RUNS 0", "RUNS 1", "RUNS 1", "DONE"), toTheEnd("1"));
    }

    static Stream<Arguments> steps() {
        return Stream.of(
                Arguments.of("VERIFIED", 1),
                Arguments.of("BUNDLE_KEPT", 1),
                Arguments.of("STAGED", 1),
                // the second file of four is written
                Arguments.of("UNPACKING", 2),
                Arguments.of("UNPACKING", 4),
                // the first is the check of version 1 at the start
                Arguments.of("UNPACKED", 2),
                Arguments.of("TRIAL_BEGUN", 1),
                Arguments.of("CONFIRMED", 1),
                Arguments.of("TIDIED", 1));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void kioskThatIsKilledThereWorksAgainAndArrives(String step, int time) throws Exception {
        var killed = start("2", step, "" + time);
        var said = until(killed, "AT ");
        killed.destroyForcibly();
        assertTrue(killed.waitFor(SECONDS_MAX, TimeUnit.SECONDS));
        assertEquals("AT " + step, said.getLast(), said.toString());
        assertEquals("RUNS 1", said.getFirst());

        var after = toTheEnd("2");

        assertTrue(after.getFirst().matches("RUNS [12]"), after.toString());
        assertEquals("RUNS 2", after.get(after.size() - 2), after.toString());
    }

    @Test
    void kioskThatIsKilledAtAnyMomentWorksAgain() throws Exception {
        var chance = new Random(11);
        for (int version = 2; version <= 9; version++) {
            Files.write(folder.resolve(version + ".bundle"), city.bundle(version));
            var killed = start("" + version);
            var said = until(killed, "RUNS");
            Thread.sleep(chance.nextInt(60));
            killed.destroyForcibly();
            assertTrue(killed.waitFor(SECONDS_MAX, TimeUnit.SECONDS));

            var after = toTheEnd("" + version);

            var old = said.getFirst();
            assertTrue(
                    after.getFirst().equals(old) || after.getFirst().equals("RUNS " + version),
                    after + " after " + said);
            assertEquals("RUNS " + version, after.get(after.size() - 2));
        }
    }

    @Test
    void bundleThatKillsTheKioskIsGivenUp() throws Exception {
        for (int i = 0; i < Bundles.TRIES_MAX; i++) {
            var died = start("2", "DIE", "1");
            assertFalse(until(died, "DONE").contains("DONE"));
            assertTrue(died.waitFor(SECONDS_MAX, TimeUnit.SECONDS));
        }

        var after = toTheEnd("2");

        assertEquals(List.of("RUNS 1", "RUNS 1", "DONE"), after, "and it is not taken again");
    }

    private List<String> toTheEnd(String bundle) throws Exception {
        var process = start(bundle);
        var said = until(process, "DONE");
        assertTrue(process.waitFor(SECONDS_MAX, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), said.toString());
        assertEquals("DONE", said.getLast());
        assertFalse(said.toString().contains("BROKEN"), said.toString());
        return said;
    }

    private Process start(String bundle, String... more) throws Exception {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                TrialKiosk.class.getName(),
                                folder.resolve("agent").toString(),
                                folder.resolve("root.json").toString(),
                                folder.resolve(bundle + ".bundle").toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    /** What it says, up to a line that begins so, or to its end. */
    private static List<String> until(Process process, String beginning) throws Exception {
        var said = new ArrayList<String>();
        var reader = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            said.add(line);
            if (line.startsWith(beginning)) {
                return said;
            }
        }
        return said;
    }
}
