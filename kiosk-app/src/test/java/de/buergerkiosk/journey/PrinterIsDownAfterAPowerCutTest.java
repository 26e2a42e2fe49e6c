package de.buergerkiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.contract.filing.PaymentRecord;
import de.buergerkiosk.journey.form.ShortCode;
import de.buergerkiosk.page.simulated.ScriptedCitizen.Errand;
import de.buergerkiosk.payment.zvt.simulated.TerminalFault;
import de.buergerkiosk.printer.escpos.simulated.PrinterFault;
import de.buergerkiosk.printer.escpos.simulated.Touch;
import de.buergerkiosk.store.Accounts.Account;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A paid visit was cut, and the printer cannot: the receipt is owed until paper or screen had it. */
class PrinterIsDownAfterAPowerCutTest {
    @TempDir private Path folder;

    private static final Errand PAID = TrialKiosk.bulky("express");

    @Test
    void aPrinterThatStartsLaterThanTheKioskIsTriedAgain() throws Exception {
        try (var town = Town.in(folder)) {
            PowerCutLeavesAVisitOpenTest.cut(town, PAID, PowerCut.Wire.after("released"));
            town.printer.touch(Touch.PAPER_OUT);

            try (var kiosk = new TrialKiosk(town, PAID)) {
                kiosk.whilePausing(() -> town.printer.touch(Touch.PAPER_IN));
                kiosk.settling.settleAll();

                assertEquals(List.of(Duration.ofSeconds(5)), kiosk.pauses);
                assertEquals(1, town.papers().size());
                assertEquals(
                        Optional.of("printed after a cut"), kiosk.filings().getFirst().paper());
                assertTrue(kiosk.screen.texts("print").getLast().contains("Versuch 2 von 3"));
                assertFalse(kiosk.screen.names().contains("receipt-owed"));
                assertEquals(List.of("PRN-PAPER-OUT"), kiosk.incidents());
            }
        }
    }

    @Test
    void oneThatStaysDownLeavesTheNumbersOnAPageOnce() throws Exception {
        try (var town = Town.in(folder)) {
            PowerCutLeavesAVisitOpenTest.cut(town, PAID, PowerCut.Wire.after("released"));
            town.printer.touch(Touch.PAPER_OUT);

            try (var kiosk = new TrialKiosk(town, PAID)) {
                kiosk.settling.settleAll();
                kiosk.settling.settleAll();

                assertEquals(TrialKiosk.PRINT_ATTEMPTS - 1, kiosk.pauses.size());
                var account = kiosk.filings().getFirst();
                var paid = (PaymentRecord.Paid) account.payment().orElseThrow();
                assertEquals(1, kiosk.screen.texts("receipt-owed").size());
                var page = owed(kiosk, "de");
                assertTrue(page.contains("Bezahlt: 49,00 €."), page);
                assertTrue(page.contains("Kassenzeichen: " + paid.reference()), page);
                assertTrue(page.contains("Nummer: " + number(account)), page);
                assertTrue(page.contains("Der Beleg wurde nicht gedruckt."), page);
                assertTrue(page.contains("PRN-PAPER-OUT"), page);
                var english = owed(kiosk, "en");
                assertTrue(english.contains("Paid: €49.00."), english);
                assertEquals(
                        List.of("PRN-PAPER-OUT", "PRN-PAPER-OUT", "PRN-OWED"), kiosk.incidents());
                assertEquals(Optional.of("halted after a cut, number shown"), account.paper());
                assertEquals(List.of("SETTLED"), kiosk.endings());
                assertEquals(List.of(), town.papers());
            }
        }
    }

    @Test
    void aCutWhileThePageIsShownLeavesTheReceiptOwed() throws Exception {
        try (var town = Town.in(folder)) {
            PowerCutLeavesAVisitOpenTest.cut(town, PAID, PowerCut.Wire.after("released"));
            town.printer.touch(Touch.PAPER_OUT);
            try (var kiosk = new TrialKiosk(town, PAID)) {
                kiosk.citizen.on(
                        "receipt-owed",
                        _ -> {
                            throw new PowerCut();
                        });
                assertThrows(PowerCut.class, kiosk.settling::settleAll);
            }
            town.printer.touch(Touch.PAPER_IN);

            try (var kiosk = new TrialKiosk(town, PAID)) {
                kiosk.settling.settleAll();

                assertEquals(1, town.papers().size());
                assertEquals(
                        Optional.of("printed after a cut"), kiosk.filings().getFirst().paper());
            }
        }
    }

    @Test
    void whereNobodyKnowsWhetherItCameOutItIsNotPrintedTwiceAndThePageSaysLook() throws Exception {
        try (var town = Town.in(folder)) {
            PowerCutLeavesAVisitOpenTest.cut(town, PAID, PowerCut.Wire.after("released"));
            town.printer.switchOn(PrinterFault.CUT_BEFORE_CONFIRM);

            try (var kiosk = new TrialKiosk(town, PAID)) {
                kiosk.settling.settleAll();

                assertEquals(1, town.papers().size());
                assertEquals(List.of(), kiosk.pauses);
                var page = owed(kiosk, "de");
                assertTrue(page.contains("ob ein Beleg im Ausgabefach liegt"), page);
                assertTrue(page.contains("Bezahlt: 49,00 €."), page);
                assertEquals(
                        Optional.of("unknown after a cut, number shown"),
                        kiosk.filings().getFirst().paper());
            }
        }
    }

    @Test
    void anUnclearPaymentIsNeverCalledPaid() throws Exception {
        try (var town = Town.in(folder)) {
            PowerCutLeavesAVisitOpenTest.cutWhenTheTerminalHasBooked(town);
            town.terminal.fault(TerminalFault.MUTE);
            town.printer.touch(Touch.PAPER_OUT);

            try (var kiosk = new TrialKiosk(town, PAID)) {
                kiosk.settling.settleAll();

                var page = owed(kiosk, "de");
                assertTrue(page.contains("Betrag: 49,00 €."), page);
                assertTrue(page.contains("Zahlung unklar"), page);
                assertTrue(page.contains("Kassenzeichen: BK-"), page);
                assertFalse(page.contains("Bezahlt"), page);
            }
        }
    }

    @Test
    void allVisitsOfOneStartShareItsPatience() throws Exception {
        try (var town = Town.in(folder)) {
            PowerCutLeavesAVisitOpenTest.cut(town, PAID, PowerCut.Wire.after("released"));
            PowerCutLeavesAVisitOpenTest.cut(town, PAID, PowerCut.Wire.after("released"));
            town.printer.touch(Touch.PAPER_OUT);

            try (var kiosk = new TrialKiosk(town, PAID)) {
                kiosk.settling.settleAll();

                assertEquals(TrialKiosk.PRINT_ATTEMPTS - 1, kiosk.pauses.size());
                assertEquals(2, kiosk.screen.texts("receipt-owed").size());
            }
        }
    }

    /** The page, with plain spaces: in an amount there is one that never breaks. */
    private static String owed(TrialKiosk kiosk, String language) {
        return kiosk.screen.texts("receipt-owed", language).getFirst().replace('\u00a0', ' ');
    }

    private static String number(Account account) {
        return ShortCode.of(account.filing());
    }
}
