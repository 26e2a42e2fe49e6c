package de.buergerkiosk.payment.zvt;

import java.util.Map;

/** Which way money moves. Each is journalled and settled alike (PA00P015 2.2, 2.9, 2.14). */
public sealed interface Move {
    /** 06 01: from the card to the city. */
    record Payment() implements Move {}

    /**
     * 06 30: a booking of the same day is undone. Some terminals undo their last one only.
     *
     * @param receiptNumber of that booking, 1 to 9999
     */
    record Reversal(int receiptNumber) implements Move {
        public Reversal {
            if (receiptNumber < 1 || receiptNumber > 9999) {
                throw new IllegalArgumentException("not a receipt number: " + receiptNumber);
            }
        }
    }

    /** 06 31: from the city to a card. */
    record Refund() implements Move {}

    /** Cents that the city has more afterwards. */
    default long signed(long cents) {
        return switch (this) {
            case Payment() -> cents;
            case Reversal _, Refund() -> -cents;
        };
    }

    /** How the journal says it, with a blank in front; nothing for a payment. */
    default String words() {
        return switch (this) {
            case Payment() -> "";
            case Reversal(int receipt) -> " move=reversal of=" + receipt;
            case Refund() -> " move=refund";
        };
    }

    /**
     * Reads a line of the journal.
     *
     * @throws IllegalStateException when this driver never writes such a line
     */
    static Move read(Map<String, String> words) {
        String name = words.getOrDefault("move", "payment");
        return switch (name) {
            case "payment" -> new Payment();
            case "refund" -> new Refund();
            case "reversal" -> new Reversal(Integer.parseInt(words.getOrDefault("of", "0")));
            default -> throw new IllegalStateException("journal: a move named " + name);
        };
    }
}
