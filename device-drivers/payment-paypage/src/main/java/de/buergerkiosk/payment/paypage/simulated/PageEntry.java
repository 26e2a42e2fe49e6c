package de.buergerkiosk.payment.paypage.simulated;

import java.time.Instant;

/**
 * A transaction in the provider's own books.
 *
 * @param number in the order of making, from 1
 * @param requestId the register's reference
 * @param state {@code INITIAL}, {@code PAYED}, {@code FAILED} or {@code CANCELED}
 * @param changedAt when it got into that state
 */
public record PageEntry(
        int number,
        String requestId,
        long amountCents,
        String purpose,
        String returnTo,
        String state,
        Instant changedAt) {
    /** What the provider calls it. */
    public String transactionId() {
        return "PT-%06d".formatted(number);
    }

    PageEntry in(String other, Instant now) {
        return new PageEntry(number, requestId, amountCents, purpose, returnTo, other, now);
    }
}
