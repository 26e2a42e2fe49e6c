package de.buergerkiosk.payment.zvt;

import de.buergerkiosk.payment.zvt.wire.Message.StatusInformation;
import java.util.Map;
import java.util.Optional;

/**
 * The terminal's last transaction before ours. Receipt numbers start again, after 9999 and at some
 * terminals after each daily closing: the trace number then tells the two apart.
 *
 * @param receipt empty when the terminal knew none
 * @param trace empty when it said none
 */
record Yardstick(Optional<Integer> receipt, Optional<Integer> trace) {
    static final Yardstick NOTHING = new Yardstick(Optional.empty(), Optional.empty());

    static Yardstick of(StatusInformation last) {
        return new Yardstick(last.receiptNumber(), last.traceNumber());
    }

    /** As far as the journal knows; 0 for nothing. */
    static Yardstick ofJournal(int receipt) {
        return receipt == 0 ? NOTHING : new Yardstick(Optional.of(receipt), Optional.empty());
    }

    /** Whether that is the very same transaction. */
    boolean is(StatusInformation other) {
        boolean sameTrace =
                trace.isEmpty()
                        || other.traceNumber().isEmpty()
                        || trace.equals(other.traceNumber());
        return receipt.isPresent() && receipt.equals(other.receiptNumber()) && sameTrace;
    }

    /** How the journal says it. */
    String words() {
        return "last="
                + receipt.map(String::valueOf).orElse("none")
                + trace.map(number -> " lasttrace=" + number).orElse("");
    }

    /** Reads what {@link #words} wrote; older lines have no trace number. */
    static Yardstick read(Map<String, String> words) {
        String last = words.getOrDefault("last", "none");
        return new Yardstick(
                last.equals("none") ? Optional.empty() : Optional.of(Integer.parseInt(last)),
                Optional.ofNullable(words.get("lasttrace")).map(Integer::parseInt));
    }
}
