package de.buergerkiosk.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.contract.json.CanonicalJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.ObjectNode;

/** A centre in a process of its own. */
final class CentreProcess implements AutoCloseable {
    private final Path data;
    private final Process process;
    final ObjectNode announcement;

    private CentreProcess(Path data, Process process, ObjectNode announcement) {
        this.data = data;
        this.process = process;
        this.announcement = announcement;
    }

    static CentreProcess start(Path data, int devicePort) throws IOException {
        var builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CommandLineRunner.class.getName(),
                        "--data",
                        data.toString(),
                        "--device-port",
                        "" + devicePort,
                        "--enrol-port",
                        "0",
                        "--desk-port",
                        "0",
                        "--json");
        builder.redirectError(data.resolve("stderr.txt").toFile());
        var process = builder.start();
        String line = new BufferedReader(process.inputReader(StandardCharsets.UTF_8)).readLine();
        assertNotNull(line, () -> "no line; it said " + read(data.resolve("stderr.txt")));
        var announcement = CanonicalJson.read(line, 10_000);
        assertEquals(process.pid(), announcement.get("pid").longValue());
        return new CentreProcess(data, process, announcement);
    }

    Path kit() {
        return Path.of(announcement.get("kit").stringValue());
    }

    int devicePort() {
        return announcement.get("devicePort").intValue();
    }

    /** The PostgreSQL server of this centre, by its own file. */
    ProcessHandle postgres() throws IOException {
        var file = data.resolve("database/cluster/postmaster.pid");
        var pid = Long.parseLong(Files.readAllLines(file).getFirst());
        return ProcessHandle.of(pid).orElseThrow();
    }

    void killHard() throws InterruptedException {
        process.destroyForcibly();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    }

    int waitForEnd() throws InterruptedException {
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it must end");
        return process.exitValue();
    }

    String said() {
        return read(data.resolve("stderr.txt"));
    }

    /** In order, as by {@code systemctl stop}. */
    void stop() throws InterruptedException {
        process.destroy();
        waitForEnd();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroy();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
