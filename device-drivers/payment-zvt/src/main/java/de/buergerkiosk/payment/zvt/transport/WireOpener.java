package de.buergerkiosk.payment.zvt.transport;

/** Opens the line to one terminal, as often as asked. */
@FunctionalInterface
public interface WireOpener {
    /**
     * Opens the line.
     *
     * @throws WireException when the terminal cannot be reached
     */
    Wire open() throws WireException, InterruptedException;
}
