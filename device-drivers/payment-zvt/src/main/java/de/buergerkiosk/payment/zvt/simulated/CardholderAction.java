package de.buergerkiosk.payment.zvt.simulated;

import java.util.Optional;

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

    String NAMES = "card, pin-ok, cancel, decline, mute on|off, auto on|off";

    /** Reads one of {@link #NAMES}. */
    static Optional<CardholderAction> named(String name) {
        return switch (name) {
            case "card" -> Optional.of(new ShowCard());
            case "pin-ok" -> Optional.of(new EnterPin());
            case "cancel" -> Optional.of(new Cancel());
            case "decline" -> Optional.of(new Decline());
            case "mute", "mute on" -> Optional.of(new Mute(true));
            case "mute off" -> Optional.of(new Mute(false));
            case "auto on" -> Optional.of(new Auto(true));
            case "auto off" -> Optional.of(new Auto(false));
            default -> Optional.empty();
        };
    }
}
