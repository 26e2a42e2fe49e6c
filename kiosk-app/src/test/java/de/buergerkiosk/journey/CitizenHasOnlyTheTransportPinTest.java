package de.buergerkiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.ports.Personal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five digits say that no PIN was ever chosen. */
class CitizenHasOnlyTheTransportPinTest {
    @TempDir private Path folder;

    @Test
    void fiveDigitsCostNoTryAndThePageSaysWhoHelps() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.PARKING)) {
            town.tray.put("thea");
            kiosk.citizen.on(
                    "pin",
                    page -> {
                        assertEquals(5, ((Page.SecretEntry) page).digitsMin());
                        return new Answer.Secret(Personal.of("12345".toCharArray()));
                    });
            kiosk.screen.whenShown("take-card", _ -> town.takeCard());

            assertEquals(Turn.Ending.LEFT, kiosk.visit());

            var failed = kiosk.screen.texts("identification-failed").getFirst();
            assertTrue(failed.contains("fünfstellige Start-PIN"), failed);
            assertTrue(failed.contains("Bürgerbüro"), failed);
            assertEquals(List.of(), kiosk.states());
            assertEquals(-1, town.triesLeft("thea"));
        }
    }
}
