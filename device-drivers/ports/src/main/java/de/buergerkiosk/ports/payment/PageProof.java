package de.buergerkiosk.ports.payment;

import java.time.LocalDateTime;

/**
 * What a payment provider says about a payment that it has.
 *
 * @param amountCents paid amount in euro cents
 * @param transactionId the provider's number, 1 to 44 characters of {@code [A-Za-z0-9_-]}
 * @param method such as {@code CREDITCARD}; empty where the provider does not say
 * @param paidAt local time of the city
 */
public record PageProof(
        long amountCents, String transactionId, String method, LocalDateTime paidAt) {
    public PageProof {
        if (!transactionId.matches("[A-Za-z0-9_-]{1,44}")) {
            throw new IllegalArgumentException("not a transaction number");
        }
        if (method.length() > 40) {
            throw new IllegalArgumentException("not a way to pay: " + method.length());
        }
    }
}
