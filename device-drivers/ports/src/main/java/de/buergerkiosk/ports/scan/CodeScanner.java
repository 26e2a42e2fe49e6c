package de.buergerkiosk.ports.scan;

import de.buergerkiosk.ports.DeviceState;
import java.time.Duration;

/**
 * A reader of QR codes and bar codes. It is armed only while {@link #scan} waits: what is shown at
 * any other moment reaches nobody. A code is input from a stranger, so what gets through is short,
 * printable and harmless by its form ({@link ScannedCode}); what it means is the asker's business.
 */
public interface CodeScanner extends AutoCloseable {
    /**
     * Waits until somebody shows a code. A code that still lies there from the last time does not
     * count again before it has been taken away for a moment.
     *
     * @param atMost how long to wait; one second to some minutes are usual
     * @throws InterruptedException when the visit ends or another way was chosen; the reader sleeps
     *     then
     */
    ScanOutcome scan(Duration atMost) throws InterruptedException;

    /** How the reader is; answers within seconds, also when it is not there. */
    DeviceState state() throws InterruptedException;

    @Override
    void close();
}
