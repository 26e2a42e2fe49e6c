package de.buergerkiosk.care;

import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.eid.EidClient;
import de.buergerkiosk.ports.payment.PaymentTerminal;
import de.buergerkiosk.ports.print.ReceiptPrinter;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** What staff can look at and work with: the parts of this kiosk, as they are wired. */
public interface Instruments {
    ReceiptPrinter printer();

    PaymentTerminal terminal();

    /** Reader and eID client; empty where this kiosk identifies nobody. */
    Optional<EidClient> reader();

    /** Ends the eID client and begins it anew. */
    void restartReader();

    /** Whether the centre's door opens to this kiosk's certificate; answers within seconds. */
    DeviceState centre() throws InterruptedException;

    /** Opens the whole kiosk anew once staff mode has ended; empty where nobody can. */
    Optional<Runnable> reopen();

    Facts facts();

    /**
     * What is known without asking a device.
     *
     * @param waiting filings that wait for the centre
     * @param longest how long the oldest of them has waited
     * @param journalSound whether no line of journal or staff log was changed afterwards
     * @param certificateDays whole days until the kiosk's certificate ends, where that is known
     * @param bundle version of the centre's settings; 0 for the kiosk's own file
     */
    record Facts(
            long waiting,
            Duration longest,
            boolean journalSound,
            long diskFreeMegabytes,
            OptionalLong certificateDays,
            long bundle,
            String software) {}
}
