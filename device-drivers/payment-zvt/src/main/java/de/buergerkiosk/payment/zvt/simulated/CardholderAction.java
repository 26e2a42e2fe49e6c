package de.buergerkiosk.payment.zvt.simulated;

/** What the person before the simulated terminal does, or what befalls it. */
public sealed interface CardholderAction {
    /** Shows a card. */
    record ShowCard() implements CardholderAction {}

    /** Types the right PIN and confirms. */
    record EnterPin() implements CardholderAction {}

    /** Presses the abort key. */
    record Cancel() implements CardholderAction {}

    /** The bank will refuse this payment, or else the next one. */
    record Decline() implements CardholderAction {}

    /** The terminal stops answering, or answers again. */
    record Mute(boolean on) implements CardholderAction {}

    /** Whether card and PIN come by themselves. */
    record Auto(boolean on) implements CardholderAction {}
}
