package de.buergerkiosk.payment.zvt;

import de.buergerkiosk.ports.payment.PaymentOutcome;
import de.buergerkiosk.ports.payment.PaymentProof;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * A daily closing held against the journal: which payments it covers, and whether both sums agree.
 *
 * @param covered payments of the journal with a receipt number of the closing's range
 * @param journalCents their sum
 */
public record DailyClosing(DayTotals totals, List<PaymentProof> covered, long journalCents) {
    public DailyClosing {
        covered = List.copyOf(covered);
    }

    /** Whether terminal and journal say the same. */
    public boolean agrees() {
        return totals.amountCents() == journalCents
                && totals.transactions().map(count -> count == covered.size()).orElse(true);
    }

    /**
     * Compares.
     *
     * @param standings everything in the journal, oldest first; receipt numbers come round again, so
     *     it is gone through from the end, to the first that is not of this closing
     */
    public static DailyClosing of(DayTotals totals, List<Standing> standings) {
        var covered = new ArrayList<PaymentProof>();
        var seen = new HashSet<Integer>();
        long cents = 0;
        for (Standing standing : standings.reversed()) {
            if (standing.state() instanceof Standing.State.Ended(var outcome)
                    && outcome instanceof PaymentOutcome.Approved(var proof)) {
                if (!isIn(totals, proof.receiptNumber()) || !seen.add(proof.receiptNumber())) {
                    break;
                }
                covered.add(proof);
                cents += proof.amountCents();
            }
        }
        return new DailyClosing(totals, covered.reversed(), cents);
    }

    /** A range may go over 9999; a terminal that says no range has been paid at all of it. */
    private static boolean isIn(DayTotals totals, int receipt) {
        int first = totals.firstReceipt();
        int last = totals.lastReceipt();
        if (first == 0) {
            return totals.amountCents() > 0;
        }
        return first <= last
                ? receipt >= first && receipt <= last
                : receipt >= first || receipt <= last;
    }
}
