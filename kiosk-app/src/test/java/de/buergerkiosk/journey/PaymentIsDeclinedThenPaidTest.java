package de.buergerkiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.payment.zvt.simulated.CardholderAction;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bank says no once. */
class PaymentIsDeclinedThenPaidTest {
    @TempDir private Path folder;

    @Test
    void thePageSaysWhyInTheCitizensLanguageAndTheSecondAttemptIsBookedOnce() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.bulky("express"))) {
            town.terminal.act(new CardholderAction.Decline());

            assertEquals(Turn.Ending.DONE, kiosk.visit());

            var german = kiosk.screen.texts("not-paid").getFirst();
            assertTrue(german.contains("Die Bank hat die Zahlung abgelehnt."), german);
            assertTrue(german.contains("Es wurde nichts abgebucht."), german);
            var english = kiosk.screen.texts("not-paid", "en").getFirst();
            assertTrue(english.contains("The bank declined the payment."), english);
            assertFalse(english.contains("Abgelehnt"), english);
            assertEquals(List.of(4_900L), town.booked());
            assertEquals(List.of("queued"), kiosk.states());
            assertEquals(1, town.papers().size());
        }
    }
}
