package de.buergerkiosk.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ctrl-C in the middle of a start: the process ends, and no database server stays behind. */
class CentreIsStoppedWhileItStartsTest {
    private static final int MOMENTS_MAX = 3_000;

    private final Path data = RunningCentre.folder();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "database/lock",
                "database/cluster-in-making/cluster",
                "database/cluster/postmaster.pid",
                "trust"
            })
    void nothingOfItStays(String sign) throws Exception {
        var centre =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                CommandLineRunner.class.getName(),
                                "--data",
                                data.toString(),
                                "--device-port",
                                "0",
                                "--enrol-port",
                                "0",
                                "--desk-port",
                                "0")
                        .redirectErrorStream(true)
                        .redirectOutput(data.resolve("said.txt").toFile())
                        .start();
        await(centre, data.resolve(sign));
        centre.destroy();

        assertTrue(centre.waitFor(60, TimeUnit.SECONDS), "it must end");
        assertEquals(List.of(), left());
    }

    private static void await(Process centre, Path sign) throws InterruptedException {
        var pause = new CountDownLatch(1);
        for (int i = 0; i < MOMENTS_MAX && !Files.exists(sign); i++) {
            assertTrue(centre.isAlive(), "it ended before there was " + sign);
            var _ = pause.await(20, TimeUnit.MILLISECONDS);
        }
        assertTrue(Files.exists(sign), sign + " never came");
    }

    /** Every process that has our folder on its command line. */
    private List<String> left() {
        return ProcessHandle.allProcesses()
                .map(each -> each.info().commandLine().orElse(""))
                .filter(line -> line.contains(data.toString()))
                .toList();
    }
}
