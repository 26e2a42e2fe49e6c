package de.buergerkiosk.journey;

/** Where an order is paid. Whoever settles it after a cut has to ask there. */
public enum PaymentWay {
    /** At the card terminal of the kiosk. */
    CARD,
    /** On a payment page, on the citizen's own telephone. */
    PAGE
}
