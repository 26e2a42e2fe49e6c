package de.buergerkiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.contract.filing.PaymentRecord;
import de.buergerkiosk.page.simulated.ScriptedCitizen.Errand;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A paid visit, cut before and after each write to the journals: money and filing always agree. */
class PowerCutAtEachWriteTest {
    @TempDir private Path folder;

    private static final Errand PAID = TrialKiosk.bulky("express");

    @Test
    void moneyAndFilingAgreeAfterTheRestart() throws Exception {
        int write = 0;
        while (isCut(new PowerCut.At(write, false)) && isCut(new PowerCut.At(write, true))) {
            write++;
        }
        assertTrue(write >= 13, "only " + write + " writes");
    }

    /** False when the visit was over before that write. */
    private boolean isCut(PowerCut.At at) throws Exception {
        try (var town = Town.in(folder.resolve(at.write() + "-" + at.after()))) {
            var wire = PowerCut.Wire.at(at);
            try (var kiosk = new TrialKiosk(town, PAID, wire)) {
                kiosk.visit();
                return false;
            } catch (PowerCut cut) {
                check(town, at + " " + wire.writes().getLast());
                return true;
            }
        }
    }

    private static void check(Town town, String where) throws Exception {
        try (var kiosk = new TrialKiosk(town, PAID)) {
            kiosk.settling.settleAll();

            assertEquals(List.of(), kiosk.journal.open(), where);
            var filings = kiosk.filings();
            boolean released =
                    filings.stream().anyMatch(account -> account.state().equals("queued"));
            assertEquals(released ? List.of(4_900L) : List.of(), town.booked(), where);
            assertTrue(
                    filings.stream().noneMatch(account -> account.state().equals("held")), where);
            if (released) {
                var payment = filings.getFirst().payment().orElseThrow();
                assertTrue(payment instanceof PaymentRecord.Paid, where + payment);
                assertTrue(town.papers().size() >= 1, where);
            } else {
                assertEquals(List.of(), town.papers(), where);
            }
        }
    }
}
