package de.buergerkiosk.ports.payment;

import java.time.Instant;

/**
 * One line of the payment journal.
 *
 * @param reference the payment's reference
 * @param detail what the driver needs to settle the payment after a restart; card data redacted,
 *     at most 8000 characters
 */
public record PaymentEntry(String reference, PaymentStep step, Instant at, String detail) {
    public PaymentEntry {
        if (detail.length() > 8000) {
            throw new IllegalArgumentException("journal detail too long: " + detail.length());
        }
    }
}
