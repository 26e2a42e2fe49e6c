package de.buergerkiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.page.Answer;
import de.buergerkiosk.payment.zvt.simulated.CardholderAction;
import de.buergerkiosk.store.JournalLines;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The citizen does not want to pay after all. */
class CitizenCancelsPaymentTest {
    @TempDir private Path folder;

    @Test
    void theFilingIsVoidItsContentGoneAndTheCourierHasNothing() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.bulky("express"))) {
            town.terminal.act(new CardholderAction.Auto(false));
            kiosk.screen.whenShown(
                    "pay", pressed -> pressed.accept(new Answer.Leave(Answer.Why.PRESSED)));
            kiosk.citizen.on("not-paid", _ -> new Answer.Chosen("leave"));

            assertEquals(Turn.Ending.NOT_PAID, kiosk.visit());

            assertTrue(kiosk.screen.texts("not-paid").getFirst().contains("abgebrochen"));
            assertEquals(List.of("void"), kiosk.states());
            assertEquals(0, kiosk.courierHas());
            assertEquals(List.of(), JournalLines.seals(kiosk.database));
            assertEquals(List.of(), town.booked());
            assertEquals(List.of(), town.papers());
            assertEquals(List.of("NOT_PAID"), kiosk.endings());
        }
    }
}
