package de.buergerkiosk.eid.ausweisapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.eid.EidTrouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An AusweisApp that cannot be written down is found by nobody any more: it must not run on. */
@Timeout(120)
class DiskIsFullTest {
    @Test
    void anAusweisAppThatWasStartedAllTheSameIsEnded(@TempDir Path home) throws Exception {
        Path program = home.resolve("AusweisApp2");
        Files.writeString(program, "#!/bin/sh\nwhile :; do sleep 1; done\n");
        assertTrue(program.toFile().setExecutable(true));
        Path folder = Files.createDirectories(home.resolve("folder"));
        Files.createSymbolicLink(folder.resolve("process.json"), Path.of("/dev/full"));

        try (var process =
                new AusweisAppProcess(
                        AusweisAppSettings.in(folder).withProgram(program),
                        InstantSource.system(),
                        Thread.ofVirtual().factory())) {
            var nowhere = assertInstanceOf(Whereabouts.Nowhere.class, process.find());

            assertEquals(EidTrouble.CLIENT_DOWN, nowhere.trouble(), nowhere.observed());
            for (var started : ProcessHandle.current().children().toList()) {
                if (started.info().commandLine().orElse("").contains(program.toString())) {
                    started.onExit().get(60, TimeUnit.SECONDS);
                }
            }
        }
    }
}
