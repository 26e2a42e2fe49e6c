package de.buergerkiosk.contract.receipt;

import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.contract.json.Checks;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * The centre has it, durably.
 *
 * @param digest SHA-256 of the delivery that was received, 64 hexadecimal digits
 * @param receivedAt the centre's time, in milliseconds
 * @param number for people, such as {@code 2026-000042-7}
 */
public record DeliveryReceipt(FilingId id, String digest, Instant receivedAt, String number) {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Z][0-9A-Z-]{0,31}");

    public DeliveryReceipt {
        Checks.matching("digest", DIGEST, digest);
        Checks.matching("number", NUMBER, number);
        receivedAt = receivedAt.truncatedTo(ChronoUnit.MILLIS);
    }
}
