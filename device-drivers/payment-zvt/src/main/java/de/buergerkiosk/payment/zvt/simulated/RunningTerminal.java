package de.buergerkiosk.payment.zvt.simulated;

/** A simulated terminal at work, whatever line it serves. */
public interface RunningTerminal extends AutoCloseable {
    TerminalEngine engine();

    /** The person before the terminal does something. */
    void act(CardholderAction action);

    @Override
    void close();
}
