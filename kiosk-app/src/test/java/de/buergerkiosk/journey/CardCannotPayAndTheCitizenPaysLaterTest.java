package de.buergerkiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.contract.filing.PaymentRecord;
import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.simulated.ScriptedCitizen.Errand;
import de.buergerkiosk.payment.zvt.simulated.CardholderAction;
import de.buergerkiosk.payment.zvt.simulated.TerminalFault;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The terminal is down, or the bank says no: the service is done all the same, by a fee notice. */
class CardCannotPayAndTheCitizenPaysLaterTest {
    private static final LocalDate DUE = LocalDate.parse("2026-12-07");

    @TempDir private Path folder;

    @Test
    void withAMuteTerminalTheFilingGoesOutAsInvoicedAndNothingIsBooked() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = paysLater(town, TrialKiosk.bulky("express"))) {
            town.terminal.fault(TerminalFault.MUTE);

            assertEquals(Turn.Ending.DONE, kiosk.visit(), kiosk.screen::everything);

            assertEquals(List.of("queued"), kiosk.states());
            var invoiced = invoiced(kiosk);
            assertEquals(4_900, invoiced.amountCents());
            assertEquals(DUE, invoiced.dueOn());
            assertTrue(invoiced.reference().endsWith("-2"), invoiced.reference());
            assertEquals(List.of(), town.booked());
            assertEquals(List.of("DONE"), kiosk.endings());
        }
    }

    @Test
    void screenAndReceiptSayThatItIsNotPaidWithReferenceAmountAndDay() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = paysLater(town, TrialKiosk.bulky("express"))) {
            town.terminal.act(new CardholderAction.Decline());

            kiosk.visit();

            var reference = invoiced(kiosk).reference();
            var notice = kiosk.screen.texts("fee-notice").getFirst();
            assertTrue(notice.contains("(money) Betrag: 49,00"), notice);
            assertTrue(notice.contains("Zahlbar bis: 07.12.2026"), notice);
            assertTrue(notice.contains("Gebührenbescheid"), notice);
            var english = kiosk.screen.texts("fee-notice", "en").getFirst();
            assertTrue(english.contains("To be paid by: 7 December 2026"), english);
            assertTrue(english.contains("fee notice"), english);
            var farewell = kiosk.screen.texts("farewell").getFirst();
            assertTrue(farewell.contains("Noch nicht bezahlt: 49,00"), farewell);
            assertTrue(farewell.contains(reference), farewell);
            assertFalse(farewell.contains("Die Zahlung ist verbucht"), farewell);
            var paper = String.join("", town.papers());
            assertTrue(paper.contains(reference), paper);
            assertTrue(paper.contains("Noch zu zahlen"), paper);
            assertTrue(paper.contains("07.12.2026"), paper);
            assertFalse(paper.contains("Bezahlt"), paper);
            // The collection is ordered all the same, so the citizen gets its lines.
            assertTrue(paper.contains("Abfuhrbezirk"), paper);
        }
    }

    @Test
    void aPermitIsNotHandedOutBeforeItIsPaid() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = paysLater(town, TrialKiosk.parking("en"))) {
            kiosk.screen.whenShown("take-card", _ -> town.takeCard());
            town.terminal.act(new CardholderAction.Decline());

            assertEquals(Turn.Ending.DONE, kiosk.visit(), kiosk.screen::everything);

            var paper = String.join("", town.papers()).replaceAll("\\s+", " ");
            assertTrue(paper.contains("180,00"), paper);
            assertFalse(paper.contains("windscreen"), paper);
            assertFalse(paper.contains("LU-AB 123"), paper);
            assertTrue(paper.contains("The permit comes by post once the payment"), paper);
            var farewell = kiosk.screen.texts("farewell", "en").getFirst();
            assertTrue(farewell.contains("once the payment has arrived"), farewell);
        }
    }

    @Test
    void whoWouldRatherPayAfterAllComesBackToTheChoiceAndPaysOnce() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = paysLater(town, TrialKiosk.bulky("express"))) {
            town.terminal.act(new CardholderAction.Decline());
            kiosk.citizen.on(
                    "fee-notice",
                    _ -> {
                        kiosk.citizen.on("pay-way", _ -> new Answer.Chosen("card"));
                        return new Answer.Chosen("other");
                    });

            assertEquals(Turn.Ending.DONE, kiosk.visit(), kiosk.screen::everything);

            var paid =
                    assertInstanceOf(
                            PaymentRecord.Paid.class,
                            kiosk.filings().getFirst().payment().orElseThrow());
            assertTrue(paid.reference().endsWith("-2"), paid.reference());
            assertEquals(List.of(4_900L), town.booked());
        }
    }

    @Test
    void whoLeavesOnTheChoiceHasFiledNothing() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = paysLater(town, TrialKiosk.bulky("express"))) {
            town.terminal.act(new CardholderAction.Decline());
            kiosk.citizen.on("pay-way", _ -> new Answer.Leave(Answer.Why.WALKED_AWAY));

            assertEquals(Turn.Ending.NOT_PAID, kiosk.visit());

            assertEquals(List.of("void"), kiosk.states());
            assertEquals(List.of(), town.papers());
        }
    }

    @Test
    void beforeAnythingWentWrongOnlyTheCardIsOffered() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.bulky("express"))) {
            kiosk.visit();

            assertFalse(kiosk.screen.names().contains("pay-way"), kiosk.screen.names().toString());
        }
    }

    @Test
    void aPaymentThatNobodyKnowsOfIsNeverOfferedAsPayLater() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = paysLater(town, TrialKiosk.bulky("express"))) {
            town.terminal.fault(TerminalFault.MUTE_AFTER_AUTHORISATION);
            kiosk.screen.whenShown(
                    "pay",
                    _ -> {
                        if (kiosk.screen.lastText().contains("Wir prüfen, ob bezahlt wurde.")) {
                            town.terminal.fault(TerminalFault.MUTE);
                        }
                    });

            assertEquals(Turn.Ending.DONE, kiosk.visit());

            assertInstanceOf(
                    PaymentRecord.Unclear.class,
                    kiosk.filings().getFirst().payment().orElseThrow());
            var names = kiosk.screen.names();
            assertFalse(names.contains("not-paid") || names.contains("pay-way"), names.toString());
        }
    }

    @Test
    void cutAtAnyWriteTheFilingIsInvoicedOnceOrGone() throws Exception {
        int write = 0;
        while (isCut(new PowerCut.At(write, false)) && isCut(new PowerCut.At(write, true))) {
            write++;
        }
        assertTrue(write >= 12, "only " + write + " writes");
    }

    /** False when the visit was over before that write. */
    private boolean isCut(PowerCut.At at) throws Exception {
        var errand = TrialKiosk.bulky("express");
        try (var town = Town.in(folder.resolve(at.write() + "-" + at.after()))) {
            town.terminal.act(new CardholderAction.Decline());
            var wire = PowerCut.Wire.at(at);
            try (var kiosk = new TrialKiosk(town, errand, wire)) {
                wants(kiosk);
                kiosk.visit();
                return false;
            } catch (PowerCut cut) {
                try (var kiosk = new TrialKiosk(town, errand)) {
                    kiosk.settling.settleAll();
                    check(town, kiosk, at + " " + wire.writes().getLast());
                }
                return true;
            }
        }
    }

    private static void check(Town town, TrialKiosk kiosk, String where) {
        assertEquals(List.of(), town.booked(), where);
        assertEquals(List.of(), kiosk.journal.open(), where);
        for (var account : kiosk.filings()) {
            assertTrue(List.of("queued", "void").contains(account.state()), where);
            if (account.state().equals("queued")) {
                var invoiced =
                        assertInstanceOf(
                                PaymentRecord.Invoiced.class,
                                account.payment().orElseThrow(),
                                where);
                assertTrue(String.join("", town.papers()).contains(invoiced.reference()), where);
            }
        }
    }

    private static TrialKiosk paysLater(Town town, Errand errand) {
        var kiosk = new TrialKiosk(town, errand);
        wants(kiosk);
        return kiosk;
    }

    private static void wants(TrialKiosk kiosk) {
        kiosk.citizen
                .on("not-paid", _ -> new Answer.Chosen("other"))
                .on("pay-way", _ -> new Answer.Chosen("later"))
                .on("fee-notice", _ -> new Answer.Chosen("agree"));
    }

    private static PaymentRecord.Invoiced invoiced(TrialKiosk kiosk) {
        return assertInstanceOf(
                PaymentRecord.Invoiced.class, kiosk.filings().getFirst().payment().orElseThrow());
    }
}
