package de.buergerkiosk.ports.payment;

import de.buergerkiosk.ports.Fault;

/** How a payment ended. */
public sealed interface PaymentOutcome {
    /** The terminal booked, and the proof is durable in the journal. */
    record Approved(PaymentProof proof) implements PaymentOutcome {}

    /**
     * The terminal or the bank said no; nothing was booked.
     *
     * @param resultCode the terminal's result code, 0 to 255 (ZVT chapter 10)
     */
    record Declined(int resultCode, String reason) implements PaymentOutcome {}

    /** The citizen stopped it, here or at the terminal; nothing was booked. */
    record Cancelled(String reason) implements PaymentOutcome {}

    /** It did not come to a payment: terminal mute, busy, out of order. Nothing was booked. */
    record Failed(Fault fault) implements PaymentOutcome {}

    /**
     * It cannot be found out whether the terminal booked. Never charged again automatically: staff
     * are told, the citizen gets the reference.
     */
    record Unclear(Fault fault) implements PaymentOutcome {}
}
