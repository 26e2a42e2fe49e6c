package de.buergerkiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.page.Answer;
import de.buergerkiosk.ports.Personal;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The PIN is wrong once, and then right. */
class WrongPinThenRightOneTest {
    @TempDir private Path folder;

    @Test
    void thePageSaysHowManyTriesAreLeftAndTheVisitGoesOn() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.PARKING)) {
            var pins = new ArrayDeque<>(List.of("999999", "123456"));
            kiosk.citizen.on("pin", _ -> new Answer.Secret(Personal.of(pins.pop().toCharArray())));
            kiosk.screen.whenShown("take-card", _ -> town.takeCard());

            assertEquals(Turn.Ending.DONE, kiosk.visit());

            var asked = kiosk.screen.texts("pin");
            assertEquals(2, asked.size());
            assertTrue(
                    asked.getLast().contains("! Die PIN war falsch. Noch mögliche Versuche: 2."));
            assertEquals(List.of("queued"), kiosk.states());
        }
    }

    @Test
    void thePinIsClearedAfterUse() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.PARKING)) {
            var pin = "123456".toCharArray();
            kiosk.citizen.on("pin", _ -> new Answer.Secret(Personal.of(pin)));
            kiosk.screen.whenShown("take-card", _ -> town.takeCard());

            kiosk.visit();

            assertEquals("\0".repeat(6), new String(pin));
        }
    }
}
