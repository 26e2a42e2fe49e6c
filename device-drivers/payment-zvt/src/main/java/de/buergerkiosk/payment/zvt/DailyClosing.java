package de.buergerkiosk.payment.zvt;

import de.buergerkiosk.ports.payment.ClosingOutcome;
import de.buergerkiosk.ports.payment.PaymentJournal;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import de.buergerkiosk.ports.payment.PaymentProof;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * A daily closing held against the journal: which payments it covers, and whether both sums agree.
 *
 * @param covered payments of the journal with a receipt number of the closing's range
 * @param journalCents their sum, less refunds
 */
public record DailyClosing(DayTotals totals, List<PaymentProof> covered, long journalCents) {
    public DailyClosing {
        covered = List.copyOf(covered);
    }

    /** Whether terminal and journal say the same. */
    public boolean agrees() {
        // a terminal has no way to say a negative sum
        return totals.amountCents() == Math.max(0, journalCents)
                && totals.transactions().map(count -> count == covered.size()).orElse(true);
    }

    ClosingOutcome.Comparison comparison() {
        return agrees()
                ? new ClosingOutcome.Comparison.Agree(totals.amountCents())
                : new ClosingOutcome.Comparison.Differ(totals.amountCents(), journalCents);
    }

    /**
     * Compares. What was undone counts neither in the number nor in the sum; a refund lessens the
     * sum only.
     *
     * @param journal gone through from its end, because receipt numbers come round again, to the
     *     first that is not of this closing
     */
    public static DailyClosing of(
            DayTotals totals, PaymentJournal journal, ZvtSettings settings, Instant now) {
        var covered = new ArrayList<PaymentProof>();
        var undone = new ArrayList<Integer>();
        var seen = new HashSet<Integer>();
        long cents = 0;
        for (String reference : journal.references().reversed()) {
            Optional<Standing> standing = Standing.of(journal, reference, settings, now);
            if (standing.isPresent()
                    && standing.get().state() instanceof Standing.State.Ended(var outcome)
                    && outcome instanceof PaymentOutcome.Approved(var proof)) {
                int receipt = proof.receiptNumber();
                boolean again = standing.get().move() instanceof Move.Payment && !seen.add(receipt);
                if (!isIn(totals, receipt) || again) {
                    break;
                }
                cents += standing.get().move().signed(proof.amountCents());
                switch (standing.get().move()) {
                    case Move.Payment() -> covered.add(proof);
                    case Move.Reversal(int original) -> undone.add(original);
                    case Move.Refund() -> {
                        // in the sum only
                    }
                }
            }
        }
        covered.removeIf(proof -> undone.contains(proof.receiptNumber()));
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
