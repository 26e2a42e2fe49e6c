package de.buergerkiosk.ports.payment;

import java.util.regex.Pattern;

/**
 * What is to be paid.
 *
 * @param reference whoever orders names it (Kassenzeichen), unique for ever; 1 to 64 printable
 *     characters, without blanks at its ends. It stays in the journal, no device hears it
 * @param amountCents 1 to 999999, in euro cents
 */
public record PaymentOrder(String reference, long amountCents) {
    /** In UTF-16 units. */
    public static final int REFERENCE_MAX = 64;

    /** 9,999.99 euros: the limit of the payment page interface as well. */
    public static final long AMOUNT_CENTS_MAX = 999_999;

    /** No control characters, line ends or surrogate halves: it stands in lines and documents. */
    private static final Pattern REFERENCE =
            Pattern.compile("(?! )[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]{1,64}(?<! )");

    /** Whether that may be a reference. */
    public static boolean isReference(String text) {
        return text.length() <= REFERENCE_MAX && REFERENCE.matcher(text).matches();
    }

    public PaymentOrder {
        if (!isReference(reference)) {
            throw new IllegalArgumentException("not a payment reference: " + reference);
        }
        if (amountCents < 1 || amountCents > AMOUNT_CENTS_MAX) {
            throw new IllegalArgumentException("amount out of range: " + amountCents + " cents");
        }
    }
}
