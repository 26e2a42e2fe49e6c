package de.buergerkiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.page.Answer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bug ends the visit, not the kiosk, and the page says what is true. */
class BugInAStepEndsOnAnApologyTest {
    @TempDir private Path folder;

    private static IllegalStateException bug() {
        return new IllegalStateException("LU-AB 123 of Erika Mustermann");
    }

    @Test
    void beforeFilingTheEntriesAreGoneAndTheCardIsReturned() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.PARKING)) {
            kiosk.citizen.on(
                    "check",
                    _ -> {
                        throw bug();
                    });
            kiosk.screen.whenShown("take-card", _ -> town.takeCard());

            assertEquals(Turn.Ending.TROUBLE, kiosk.visit());

            var apology = kiosk.screen.texts("apology").getFirst();
            assertTrue(apology.contains("Ihre Eingaben sind gelöscht."), apology);
            assertTrue(apology.contains("KSK-BUG"), apology);
            assertFalse(apology.contains("Mustermann"), apology);
            assertEquals(1, kiosk.screen.texts("take-card").size());
        }
    }

    @Test
    void whilePayingNobodyIsToldToBeginAgainAndTheMoneyIsSettledBeforeTheNextCitizen()
            throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.bulky("express"))) {
            kiosk.screen.whenShown(
                    "print",
                    _ -> {
                        throw bug();
                    });

            assertEquals(Turn.Ending.TROUBLE, kiosk.visit());

            var apology = kiosk.screen.texts("apology").getFirst();
            assertTrue(apology.contains("sicher gespeichert"), apology);
            assertFalse(apology.contains("gelöscht"), apology);
            assertFalse(apology.contains("beginnen Sie neu"), apology);
            assertEquals(List.of("open"), kiosk.endings());

            kiosk.settling.settleAll();

            assertEquals(List.of("SETTLED"), kiosk.endings());
            assertEquals(List.of("queued"), kiosk.states());
            assertEquals(1, town.papers().size());
        }
    }

    @Test
    void atTheNotPaidPageTheCitizenKeepsTheReferenceAndTheFilingIsSettled() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.bulky("express"))) {
            kiosk.citizen.on("not-paid", _ -> new Answer.Onward());
            town.terminal.fault(de.buergerkiosk.payment.zvt.simulated.TerminalFault.DECLINED);

            assertEquals(Turn.Ending.TROUBLE, kiosk.visit());

            var apology = kiosk.screen.texts("apology").getFirst();
            assertTrue(apology.contains("Er prüft jetzt, ob bezahlt wurde."), apology);
            assertTrue(apology.contains("Kassenzeichen: BK-"), apology);

            kiosk.settling.settleAll();

            assertEquals(List.of("void"), kiosk.states());
            assertEquals(List.of(), town.booked());
        }
    }
}
