package de.buergerkiosk.ports.payment;

/** The write-ahead steps of one payment, in their order. */
public enum PaymentStep {
    /** The kiosk wants to pay; the terminal has not heard of it. */
    INTENT,
    /** The authorisation is about to go out: from here on the terminal may book. */
    SENT,
    /** The terminal's result has arrived and is not acknowledged yet. Redacted hex. */
    STATUS,
    /** The acknowledgement is about to go out: from here on a positive result is booked. */
    ACKED,
    /** The outcome is settled; the detail begins with its name. */
    DONE
}
