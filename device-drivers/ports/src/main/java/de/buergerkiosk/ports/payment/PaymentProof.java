package de.buergerkiosk.ports.payment;

import java.time.LocalDateTime;
import java.util.List;

/**
 * What a terminal says about a payment that it booked.
 *
 * @param amountCents booked amount in euro cents
 * @param receiptNumber the terminal's receipt number (Belegnummer), 1 to 9999
 * @param traceNumber the terminal's trace number, 1 to 999999
 * @param terminalId eight digits
 * @param cardName such as {@code girocard}; empty where the terminal does not say
 * @param maskedPan such as {@code ############8074}; empty where the terminal does not say
 * @param bookedAt terminal's local time
 * @param customerReceipt lines of the customer's receipt as the terminal worded them
 * @param merchantReceipt lines of the merchant's receipt
 */
public record PaymentProof(
        long amountCents,
        int receiptNumber,
        int traceNumber,
        String terminalId,
        String cardName,
        String maskedPan,
        LocalDateTime bookedAt,
        List<String> customerReceipt,
        List<String> merchantReceipt) {
    public PaymentProof {
        if (maskedPan.chars().filter(Character::isDigit).count() > 10) {
            throw new IllegalArgumentException("card number is not masked");
        }
        customerReceipt = List.copyOf(customerReceipt);
        merchantReceipt = List.copyOf(merchantReceipt);
    }
}
