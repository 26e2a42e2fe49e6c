package de.buergerkiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.page.Answer;
import de.buergerkiosk.payment.zvt.simulated.CardholderAction;
import de.buergerkiosk.printer.escpos.simulated.Touch;
import de.buergerkiosk.store.JournalLines;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody answers any more. */
class CitizenWalksAwayTest {
    @TempDir private Path folder;

    private static final Answer GONE = new Answer.Leave(Answer.Why.WALKED_AWAY);

    @ParameterizedTest
    @ValueSource(strings = {"choose", "service", "consent", "pin", "vehicle", "check"})
    void beforeFilingNothingIsOnTheDisk(String page) throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.PARKING)) {
            kiosk.citizen.on(page, _ -> GONE);
            kiosk.screen.whenShown("take-card", _ -> town.takeCard());

            assertEquals(Turn.Ending.WALKED_AWAY, kiosk.visit());

            assertEquals(List.of(), kiosk.states());
            assertEquals(List.of("WALKED_AWAY"), kiosk.endings());
            assertEquals(List.of(), kiosk.journal.open());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"consent", "pin", "vehicle", "check"})
    void theCardThatLiesThereIsPointedOut(String page) throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.PARKING)) {
            kiosk.citizen.on(page, _ -> GONE);
            kiosk.screen.whenShown("take-card", _ -> town.takeCard());

            kiosk.visit();

            assertEquals(1, kiosk.screen.texts("take-card").size());
            assertEquals(List.of(), kiosk.incidents());
        }
    }

    @Test
    void whenNotPaidTheFilingIsVoid() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.bulky("express"))) {
            town.terminal.act(new CardholderAction.Decline());
            kiosk.citizen.on("not-paid", _ -> GONE);

            assertEquals(Turn.Ending.NOT_PAID, kiosk.visit());

            assertEquals(List.of("void"), kiosk.states());
            assertEquals(List.of(), JournalLines.seals(kiosk.database));
            assertEquals(List.of(), town.booked());
        }
    }

    @Test
    void whenThePaperIsOutTheFilingGoesToTheOfficeAllTheSame() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.bulky("express"))) {
            town.printer.touch(Touch.PAPER_OUT);
            kiosk.citizen.on("print-halted", _ -> GONE);
            kiosk.citizen.on("farewell", _ -> GONE);

            assertEquals(Turn.Ending.DONE, kiosk.visit());

            assertEquals(List.of("queued"), kiosk.states());
            assertTrue(kiosk.journal.open().isEmpty());
        }
    }
}
