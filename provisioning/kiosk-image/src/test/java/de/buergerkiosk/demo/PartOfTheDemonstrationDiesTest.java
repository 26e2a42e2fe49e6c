package de.buergerkiosk.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartOfTheDemonstrationDiesTest {
    private static final Duration READY = Duration.ofSeconds(60);

    @TempDir Path folder;

    @Test
    void itsEndIsToldWithTheExitCode() throws Exception {
        var ended = new LinkedBlockingQueue<Integer>();
        try (var printer = start("sim", "printer", "--port", "0")) {
            printer.ready(READY);
            printer.onEnd(ended::add);
            printer.kill();
            assertEquals(137, ended.poll(60, TimeUnit.SECONDS));
            assertFalse(printer.isAlive());
        }
    }

    @Test
    void anEndBeforeAnybodyListensIsToldAsWell() throws Exception {
        var ended = new LinkedBlockingQueue<Integer>();
        try (var printer = start("sim", "printer", "--port", "0")) {
            printer.ready(READY);
            printer.kill();
            printer.onEnd(ended::add);
            assertEquals(137, ended.poll(60, TimeUnit.SECONDS));
        }
    }

    @Test
    void oneThatCannotStartSaysItsLastWords() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var printer = start("sim", "printer", "--port", "" + taken.getLocalPort())) {
            var refused = assertThrows(ChildProcess.NotStarted.class, () -> printer.ready(READY));
            var said = String.valueOf(refused.getMessage());
            assertTrue(said.contains("port " + taken.getLocalPort() + " on 127.0.0.1"), said);
            assertTrue(printer.awaitEnd(READY));
            assertEquals(1, printer.exitCode());
        }
    }

    private ChildProcess start(String... arguments) throws Exception {
        return ChildProcess.start("printer", folder.resolve("printer.log"), List.of(arguments));
    }
}
