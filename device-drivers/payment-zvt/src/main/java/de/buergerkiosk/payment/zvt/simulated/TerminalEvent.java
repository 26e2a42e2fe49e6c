package de.buergerkiosk.payment.zvt.simulated;

/** What happens at the simulated terminal, for those who watch. */
public sealed interface TerminalEvent {
    record Connected() implements TerminalEvent {}

    record Disconnected() implements TerminalEvent {}

    /** What its display shows; German. */
    record Display(String text) implements TerminalEvent {}

    /**
     * The register gave a command.
     *
     * @param command such as {@code 06 01}
     */
    record Commanded(String command) implements TerminalEvent {}

    record Booked(LedgerEntry entry) implements TerminalEvent {}

    record Reversed(LedgerEntry entry) implements TerminalEvent {}

    /** Money was given back, or the day was closed. */
    record Written(LedgerEntry entry) implements TerminalEvent {}
}
