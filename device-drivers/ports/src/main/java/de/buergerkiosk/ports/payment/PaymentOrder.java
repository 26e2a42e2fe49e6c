package de.buergerkiosk.ports.payment;

/**
 * What is to be paid.
 *
 * @param reference the kiosk's own reference (Kassenzeichen), unique for ever; 1 to 36 characters
 *     of {@code [A-Za-z0-9-]}
 * @param amountCents 1 to 999999, in euro cents
 */
public record PaymentOrder(String reference, long amountCents) {
    /** 9,999.99 euros: the limit of the payment page interface as well. */
    public static final long AMOUNT_CENTS_MAX = 999_999;

    public PaymentOrder {
        if (!reference.matches("[A-Za-z0-9-]{1,36}")) {
            throw new IllegalArgumentException("not a payment reference: " + reference);
        }
        if (amountCents < 1 || amountCents > AMOUNT_CENTS_MAX) {
            throw new IllegalArgumentException("amount out of range: " + amountCents + " cents");
        }
    }
}
