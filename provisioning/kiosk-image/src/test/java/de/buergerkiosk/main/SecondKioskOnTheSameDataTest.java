package de.buergerkiosk.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.demo.ChildProcess;
import de.buergerkiosk.store.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./kiosk run} on data that a kiosk works on already. */
class SecondKioskOnTheSameDataTest {
    @TempDir private Path folder;

    @Test
    void itEndsWithFailureAndNamesTheFolderAndTheCure() throws Exception {
        var city = new TrialCity(folder);
        var config = city.config(TrialCity.SERVICES);
        var log = folder.resolve("second.log");
        try (var _ = Database.open(city.data(), Surroundings.real().clock());
                var second =
                        ChildProcess.start(
                                "second kiosk",
                                log,
                                List.of("run", "--headless", "--config", config.toString()))) {
            assertTrue(second.awaitEnd(Duration.ofMinutes(2)), second::lastWords);

            assertEquals(1, second.exitCode(), second::lastWords);
            var said = Files.readString(log);
            assertTrue(said.contains("run: STO-IN-USE kiosk.data: another kiosk"), said);
            assertTrue(said.contains("process " + ProcessHandle.current().pid()), said);
            assertTrue(said.contains(city.data().toString()), said);
            assertTrue(said.contains("a folder of its own"), said);
        }
    }
}
