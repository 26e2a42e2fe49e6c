package de.buergerkiosk.ports.print;

import de.buergerkiosk.ports.DeviceState;

/** A printer for A4 documents. */
public interface DocumentPrinter extends AutoCloseable {
    /**
     * Prints one document and waits until the printer confirms it.
     *
     * @param name such as {@code permit}; letters, digits and hyphens
     * @param pdf the whole PDF
     */
    PrintOutcome print(String name, byte[] pdf) throws InterruptedException;

    DeviceState state() throws InterruptedException;

    @Override
    void close();
}
