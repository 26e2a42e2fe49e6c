package de.buergerkiosk.payment.zvt;

import de.buergerkiosk.ports.payment.PaymentEntry;
import de.buergerkiosk.ports.payment.PaymentJournal;
import de.buergerkiosk.ports.payment.PaymentStep;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A daily closing in the payment journal: what was open goes in before 06 50, what the terminal
 * closed before its acknowledgement. After a power cut both tell whether it was done.
 */
final class ClosingLog {
    private static final String MARK = "move=closing";

    private final PaymentJournal journal;
    private final String reference;
    private final InstantSource clock;

    ClosingLog(PaymentJournal journal, String reference, InstantSource clock) {
        this.journal = journal;
        this.reference = reference;
        this.clock = clock;
    }

    /** How far the last attempt is. */
    sealed interface State {
        /** The journal knows none. */
        record Unknown() implements State {}

        /** The terminal has not heard of it. */
        record Intended() implements State {}

        /**
         * It may be closed.
         *
         * @param before what was open; empty where the terminal did not tell
         * @param said what it said that it closes
         * @param acked whether the acknowledgement may have gone out
         */
        record Open(Optional<DayTotals> before, Optional<DayTotals> said, boolean acked)
                implements State {}

        record Closed(Optional<DayTotals> totals) implements State {}

        record NotClosed(String code) implements State {}
    }

    /** Whether that entry begins a closing, and not a payment. */
    static boolean begins(PaymentEntry entry) {
        return entry.step() == PaymentStep.INTENT && entry.detail().equals(MARK);
    }

    void intent() {
        write(PaymentStep.INTENT, MARK);
    }

    void sent(Optional<DayTotals> before) {
        write(PaymentStep.SENT, "before" + words(before));
    }

    void status(Optional<DayTotals> totals) {
        write(PaymentStep.STATUS, "totals" + words(totals));
    }

    void acked() {
        write(PaymentStep.ACKED, "totals");
    }

    void closed(Optional<DayTotals> totals) {
        write(PaymentStep.DONE, "closed" + words(totals));
    }

    void notClosed(String code) {
        write(PaymentStep.DONE, "failed code=" + code);
    }

    private void write(PaymentStep step, String detail) {
        journal.write(new PaymentEntry(reference, step, clock.instant(), detail, 0));
    }

    private static String words(Optional<DayTotals> totals) {
        return totals.map(sums ->
                        " cents=%d first=%d last=%d"
                                        .formatted(
                                                sums.amountCents(),
                                                sums.firstReceipt(),
                                                sums.lastReceipt())
                                + sums.transactions().map(count -> " count=" + count).orElse(""))
                .orElse("");
    }

    State read() {
        State state = new State.Unknown();
        for (PaymentEntry entry : journal.entries(reference)) {
            state = after(state, entry);
        }
        return state;
    }

    private static State after(State before, PaymentEntry entry) {
        var words = words(entry.detail());
        return switch (entry.step()) {
            case INTENT -> begins(entry) ? new State.Intended() : new State.Unknown();
            case SENT ->
                    before instanceof State.Intended
                            ? new State.Open(totals(words), Optional.empty(), false)
                            : before;
            case STATUS ->
                    before instanceof State.Open(var open, _, var acked)
                            ? new State.Open(open, totals(words), acked)
                            : before;
            case ACKED ->
                    before instanceof State.Open(var open, var said, _)
                            ? new State.Open(open, said, true)
                            : before;
            case DONE ->
                    before instanceof State.Unknown
                            ? before
                            : entry.detail().startsWith("closed")
                                    ? new State.Closed(totals(words))
                                    : new State.NotClosed(words.getOrDefault("code", ""));
        };
    }

    private static Optional<DayTotals> totals(Map<String, String> words) {
        if (!words.containsKey("cents")) {
            return Optional.empty();
        }
        return Optional.of(
                new DayTotals(
                        Long.parseLong(words.getOrDefault("cents", "0")),
                        Integer.parseInt(words.getOrDefault("first", "0")),
                        Integer.parseInt(words.getOrDefault("last", "0")),
                        Optional.ofNullable(words.get("count")).map(Integer::parseInt)));
    }

    private static Map<String, String> words(String detail) {
        var words = new HashMap<String, String>();
        for (String word : List.of(detail.split(" ", -1))) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                words.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        return words;
    }
}
