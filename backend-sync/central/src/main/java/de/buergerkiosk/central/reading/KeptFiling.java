package de.buergerkiosk.central.reading;

import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.contract.filing.PaymentRecord;
import java.time.Instant;
import java.util.Optional;

/**
 * A filing as the list shows it: nothing of its content.
 *
 * @param number the receipt's number
 * @param opened who opened it first, and when
 * @param referenceReused another filing had the payment's reference before
 */
public record KeptFiling(
        FilingId id,
        String number,
        String kiosk,
        long sequence,
        String service,
        String office,
        Instant submittedAt,
        Instant receivedAt,
        PaymentRecord payment,
        boolean referenceReused,
        Optional<Opened> opened) {
    /** The first look. */
    public record Opened(String by, Instant at) {}
}
