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
     * @param totals of a daily closing or of the turnover
     */
    record Done(List<String> printed, Optional<DayTotals> totals) implements DutyOutcome {
        public Done {
            printed = List.copyOf(printed);
        }
    }

    /** It did not, and nothing changed. */
    record Refused(Fault fault) implements DutyOutcome {}

    /**
     * The line broke in a daily closing, and the terminal does not answer any more. Asked again
     * under the same reference.
     */
    record Unclear(Fault fault) implements DutyOutcome {}
}
