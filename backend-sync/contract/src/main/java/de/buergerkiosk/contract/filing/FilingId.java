package de.buergerkiosk.contract.filing;

import de.buergerkiosk.contract.json.MalformedDocument;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * The number of a filing, made by the kiosk: a UUID of version 7 (RFC 9562, 5.7), so that it sorts
 * by time and two kiosks never make the same one.
 */
public record FilingId(UUID value) implements Comparable<FilingId> {
    private static final long TIME_BITS = 48;

    public FilingId {
        if (value.version() != 7 || value.variant() != 2) {
            throw new MalformedDocument("id", "must be a UUID of version 7 (RFC 9562)");
        }
    }

    /** A new number for the present moment. */
    public static FilingId next(InstantSource clock, RandomGenerator chance) {
        var millis = clock.millis() & ((1L << TIME_BITS) - 1);
        var high = (millis << 16) | 0x7000L | (chance.nextLong() & 0x0FFFL);
        var low = 0x8000_0000_0000_0000L | (chance.nextLong() >>> 2);
        return new FilingId(new UUID(high, low));
    }

    /** Reads the canonical form only: 36 characters, lower case. */
    public static FilingId parse(String text) {
        if (!text.matches("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")) {
            throw new MalformedDocument("id", "must be a UUID of 36 lower-case characters");
        }
        return new FilingId(UUID.fromString(text));
    }

    /** The kiosk's time when it made the number, in milliseconds. */
    public Instant madeAt() {
        return Instant.ofEpochMilli(value.getMostSignificantBits() >>> 16);
    }

    @Override
    public int compareTo(FilingId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
