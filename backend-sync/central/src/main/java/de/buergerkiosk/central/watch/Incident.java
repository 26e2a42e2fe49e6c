package de.buergerkiosk.central.watch;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Something about a kiosk that somebody has to look at. It opens and ends by itself; that somebody
 * has seen it is said by a person.
 *
 * @param subject what of the kiosk it is about, such as {@code printer}; may be empty
 */
public record Incident(
        long id,
        String kiosk,
        Kind kind,
        String subject,
        String detail,
        Instant opened,
        Optional<Instant> resolved,
        Optional<Seen> seen) {

    /** What is wrong. */
    public enum Kind {
        /** No heartbeat for three minutes. */
        SILENT,
        /** The centre has fewer or more filings than kiosk and centre agreed on. */
        SEQUENCE_GAP,
        /** As many filings as agreed on, and not the same. */
        HASH_MISMATCH,
        /** The printer's paper is nearly used up. */
        PAPER_LOW,
        DEVICE_FAULT,
        /** The kiosk is not what it is to be. */
        DRIFT,
        /** The certificate ends soon, so its renewal fails. */
        CERTIFICATE,
        /** Filings wait at the kiosk although its heartbeats arrive. */
        OUTBOX_OLD,
        CLOCK,
        DISK;

        /** As scripts and people read it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The kind of that word. */
        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /**
     * Somebody has seen it.
     *
     * @param by login
     */
    public record Seen(String by, Instant at, String note) {}
}
