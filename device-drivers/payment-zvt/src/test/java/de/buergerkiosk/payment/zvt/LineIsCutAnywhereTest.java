package de.buergerkiosk.payment.zvt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.payment.zvt.simulated.LedgerEntry;
import de.buergerkiosk.payment.zvt.simulated.TerminalFault;
import de.buergerkiosk.ports.payment.ListPaymentJournal;
import de.buergerkiosk.ports.payment.PaymentOrder;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import de.buergerkiosk.ports.payment.PaymentWatch;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Many payments of the same amount, one after the other, through a line that breaks at any byte,
 * with a kiosk that dies at any write and a terminal that misbehaves: each time the kiosk's word and
 * the terminal's ledger are the same, and nothing stays unclear. The seed tells a failing run.
 */
@Timeout(120)
class LineIsCutAnywhereTest {
    private static final int RUNS = 600;

    private static final List<TerminalFault> FAULTS =
            List.of(
                    TerminalFault.NONE,
                    TerminalFault.NONE,
                    TerminalFault.COALESCED,
                    TerminalFault.ONE_BYTE,
                    TerminalFault.DECLINED,
                    TerminalFault.WRONG_AMOUNT,
                    TerminalFault.LOST_STATUS_KEPT,
                    TerminalFault.CUT_AFTER_ACK,
                    TerminalFault.CUT_DURING_PRINT);

    @Test
    void whatTheKioskSaysIsWhatTheTerminalBooked() throws Exception {
        var chance = new Random(20_261_123);
        int paid = 0;
        int broken = 0;
        try (Till till = Till.with(TerminalFault.NONE);
                var proxy = new CuttingProxy(till.simulated.port())) {
            ZvtSettings throughProxy =
                    ZvtSettings.unattended("127.0.0.1", proxy.port(), "123456").with(Till.SHORT);
            for (int run = 0; run < RUNS; run++) {
                int before = till.booked().size();
                var order = new PaymentOrder("run-" + run, 18_000);
                till.simulated.fault(FAULTS.get(chance.nextInt(FAULTS.size())));
                boolean cut = chance.nextInt(3) > 0;
                if (cut) {
                    proxy.cutAfter(chance.nextInt(1_500));
                    broken++;
                }
                PaymentOutcome outcome = payAndSettle(till, throughProxy, order, chance);
                proxy.cutAfter(Long.MAX_VALUE);

                int booked = till.booked().size() - before;
                String where = "run " + run + ": " + outcome + " " + till.simulated.ledger();
                assertEquals(booked, isPaid(outcome, till) ? 1 : 0, where);
                paid += booked;
            }
        }
        assertTrue(paid > 150 && broken > 300, "the runs prove nothing: " + paid + ", " + broken);
    }

    private static PaymentOutcome payAndSettle(
            Till till, ZvtSettings settings, PaymentOrder order, RandomGenerator chance)
            throws InterruptedException {
        boolean dies = chance.nextInt(4) == 0;
        if (dies) {
            till.journal.dieAfter(chance.nextInt(5), chance.nextBoolean());
        }
        try {
            return till.driver(settings).pay(order, PaymentWatch.NONE);
        } catch (ListPaymentJournal.Died powerCut) {
            till.journal.revive();
            return till.driver(settings).settle(order);
        } finally {
            till.journal.revive();
        }
    }

    private static boolean isPaid(PaymentOutcome outcome, Till till) {
        return switch (outcome) {
            case PaymentOutcome.Approved(var proof) -> {
                LedgerEntry last = till.simulated.bookings().getLast();
                assertEquals(last.receiptNumber(), proof.receiptNumber());
                yield true;
            }
            case PaymentOutcome.Declined _, PaymentOutcome.Cancelled _, PaymentOutcome.Failed _ ->
                    false;
            case PaymentOutcome.Unclear(var fault) -> throw new AssertionError(fault.toString());
        };
    }
}
