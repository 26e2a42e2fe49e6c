package de.buergerkiosk.payment.zvt;

import de.buergerkiosk.ports.Fault;
import java.util.List;
import java.util.Optional;

/** How a {@link Duty} ended. */
public sealed interface DutyOutcome {
    /**
     * The terminal did it.
     *
     * @param printed every line that it had printed
     * @param transaction of a reversal or refund: its receipt and amount
     * @param totals of a daily closing or of the turnover
     */
    record Done(List<String> printed, Optional<Transaction> transaction, Optional<DayTotals> totals)
            implements DutyOutcome {
        public Done {
            printed = List.copyOf(printed);
        }
    }

    /** What was given back. */
    record Transaction(int receiptNumber, int traceNumber, long amountCents) {}

    /** It did not, and nothing changed. */
    record Refused(Fault fault) implements DutyOutcome {}

    /**
     * The line broke before the end. What the terminal did is told by its next totals; it is not
     * done again by itself.
     */
    record Unclear(Fault fault) implements DutyOutcome {}
}
