package de.buergerkiosk.ports.print;

import de.buergerkiosk.ports.DeviceState;

/** A receipt printer. One receipt at a time; calls block until the outcome is known. */
public interface ReceiptPrinter extends AutoCloseable {
    /** Prints and cuts, then waits until the printer confirms that the paper is out. */
    PrintOutcome print(Receipt receipt) throws InterruptedException;

    /** Asks the printer how it is; answers within seconds, also when it is mute. */
    DeviceState state() throws InterruptedException;

    @Override
    void close();
}
