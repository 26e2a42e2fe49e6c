package de.buergerkiosk.courier;

import de.buergerkiosk.contract.filing.FilingId;
import java.time.Instant;
import java.util.Optional;

/**
 * The kiosk's durable store of released filings, as the courier needs it. Each call is durable when
 * it returns. No call deletes what is undelivered.
 */
public interface Outbox {
    /** The first parcel, in the order of submission, that is due at this time. */
    Optional<Parcel> due(Instant now);

    /** The centre has it and its receipt was verified: only now may the sealed content go. */
    void acknowledged(FilingId id, String receiptJws);

    /** The centre will never take it as it is: kept, not carried again, and shown to staff. */
    void rejected(FilingId id, String reason);

    /** Not this time; {@link Parcel#attempts()} counts one more. */
    void postponed(FilingId id, Instant until, String reason);

    /** When the next parcel is due; empty where none waits. May lie in the past. */
    Optional<Instant> nextDue();
}
