package de.buergerkiosk.ports.payment;

/** How far a running payment is, as a citizen needs to know it. */
public enum PaymentProgress {
    /** Connecting and registering with the terminal. */
    PREPARING,
    /** The terminal waits for a card. */
    PRESENT_CARD,
    /** The terminal waits for the PIN. */
    ENTER_PIN,
    /** The terminal talks to the bank. */
    AUTHORISING,
    /** The terminal waits for the card to be taken. */
    TAKE_CARD,
    /** The line broke; the kiosk is finding out what the terminal booked. */
    FINDING_OUT
}
