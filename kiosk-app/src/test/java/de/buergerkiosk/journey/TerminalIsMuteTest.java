package de.buergerkiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.contract.filing.PaymentRecord;
import de.buergerkiosk.page.Answer;
import de.buergerkiosk.payment.zvt.simulated.TerminalFault;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The terminal does not answer. */
class TerminalIsMuteTest {
    @TempDir private Path folder;

    @Test
    void beforeThePaymentNothingIsBookedAndTheSecondAttemptPays() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.bulky("express"))) {
            town.terminal.fault(TerminalFault.MUTE);
            kiosk.citizen.on(
                    "not-paid",
                    _ -> {
                        town.terminal.fault(TerminalFault.NONE);
                        return new Answer.Chosen("again");
                    });

            assertEquals(Turn.Ending.DONE, kiosk.visit());

            var page = kiosk.screen.texts("not-paid").getFirst();
            assertTrue(page.contains("Das Kartengerät antwortet nicht"), page);
            assertTrue(page.contains("PAY-MUTE"), page);
            assertEquals(List.of(4_900L), town.booked());
        }
    }

    @Test
    void inTheMiddleOfItTheCitizenIsToldThatNobodyKnowsAndNothingIsLost() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.bulky("express"))) {
            town.terminal.fault(TerminalFault.MUTE_AFTER_AUTHORISATION);
            kiosk.screen.whenShown(
                    "pay",
                    _ -> {
                        if (kiosk.screen.lastText().contains("Wir prüfen, ob bezahlt wurde.")) {
                            town.terminal.fault(TerminalFault.MUTE);
                        }
                    });

            assertEquals(Turn.Ending.DONE, kiosk.visit());

            var account = kiosk.filings().getFirst();
            assertEquals("queued", account.state());
            switch (account.payment().orElseThrow()) {
                case PaymentRecord.Unclear(long cents, String reference) -> {
                    assertEquals(4_900L, cents);
                    assertTrue(kiosk.screen.lastText().contains(reference));
                    assertTrue(
                            String.join("", town.papers()).contains("Zahlung unklar"),
                            town.papers().toString());
                    assertEquals(List.of("PAY-UNCLEAR"), kiosk.incidents());
                }
                case PaymentRecord.Paid _,
                        PaymentRecord.PaidOnPage _,
                        PaymentRecord.Invoiced _,
                        PaymentRecord.NothingDue _ ->
                        throw new AssertionError("nobody can know that");
            }
        }
    }
}
