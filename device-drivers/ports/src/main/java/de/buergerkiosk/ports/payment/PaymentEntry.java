package de.buergerkiosk.ports.payment;

import java.time.Instant;

/**
 * One line of the payment journal.
 *
 * @param reference the payment's reference
 * @param detail what the driver needs to settle the payment after a restart; card data redacted,
 *     at most 8000 characters
 * @param receiptNumber the terminal's receipt number as far as this step knows one, else 0; the
 *     yardstick for later recoveries
 */
public record PaymentEntry(
        String reference, PaymentStep step, Instant at, String detail, int receiptNumber) {
    public PaymentEntry {
        if (receiptNumber < 0 || receiptNumber > 9999) {
            throw new IllegalArgumentException("not a receipt number: " + receiptNumber);
        }
        if (detail.length() > 8000) {
            throw new IllegalArgumentException("journal detail too long: " + detail.length());
        }
    }
}
