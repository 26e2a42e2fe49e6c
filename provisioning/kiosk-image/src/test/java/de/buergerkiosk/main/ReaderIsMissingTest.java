package de.buergerkiosk.main;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.buergerkiosk.contract.fleet.Heartbeat;
import de.buergerkiosk.page.Words;
import de.buergerkiosk.page.simulated.ScriptedCitizen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A kiosk with real cards tells the centre of the reader that its settings name. */
@Timeout(120)
class ReaderIsMissingTest {
    private static final int LOOKS_MAX = 300;

    @TempDir private Path folder;

    private Optional<String> reader(String identification) throws Exception {
        var config = new TrialCity(folder).config(TrialCity.SERVICES);
        Files.writeString(config, Files.readString(config) + identification);
        var citizen =
                new ScriptedCitizen(new ScriptedCitizen.Errand("bulky-waste", Map.of(), "", "de"));
        var words = Words.load(List.of("de", "en"));
        try (var kiosk =
                Kiosk.open(
                        SettingsFile.read(config),
                        citizen,
                        words,
                        Surroundings.real(),
                        Seams.NONE)) {
            for (int looks = 0; looks < LOOKS_MAX; looks++) {
                var told =
                        kiosk.health().vitals(true).devices().stream()
                                .filter(each -> each.id().equals("reader"))
                                .map(Heartbeat.Device::state)
                                .findFirst();
                if (told.isPresent() || !identification.contains("activation")) {
                    return told;
                }
                // the first look at the readers is not over yet
                Thread.sleep(100);
            }
            return Optional.empty();
        }
    }

    @Test
    void itIsAFaultOfTheHeartbeatsPart() throws Exception {
        assertEquals(
                Optional.of("fault"),
                reader("identification:\n  client: activation\n  reader: No Such Reader\n"));
    }

    @Test
    void aKioskWithoutCardsHasNoSuchPart() throws Exception {
        assertEquals(Optional.empty(), reader("identification:\n  client: none\n"));
    }
}
