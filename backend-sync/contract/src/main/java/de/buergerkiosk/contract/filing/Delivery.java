package de.buergerkiosk.contract.filing;

import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Checks;
import de.buergerkiosk.contract.json.Fields;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The envelope that a kiosk puts to the centre: who, what for, what was paid, and the sealed
 * content. It holds no personal data in plain text.
 *
 * @param kiosk must equal the name in the kiosk's certificate
 * @param sequence number of this delivery at its kiosk, from 1, without gaps: a gap at the centre
 *     shows a delivery that is missing
 * @param office the office in charge, whose key seals the content
 * @param submittedAt the kiosk's time when the citizen confirmed; kept in milliseconds
 * @param sealed JWE in compact form (RFC 7516)
 */
public record Delivery(
        FilingId id,
        String kiosk,
        long sequence,
        String service,
        String serviceVersion,
        String office,
        Instant submittedAt,
        String sealed,
        PaymentRecord payment) {
    /** Of the whole document. */
    public static final int BYTES_MAX = 1_048_576;

    public static final int SEALED_CHARACTERS_MAX = 1_000_000;

    private static final Pattern JWE =
            Pattern.compile(
                    "[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    private static final Instant EARLIEST = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2999-12-31T00:00:00Z");

    public Delivery {
        Checks.slug("kiosk", kiosk);
        Checks.between("sequence", sequence, 1, Long.MAX_VALUE);
        Checks.slug("service", service);
        Checks.matching("serviceVersion", FilingContent.VERSION, serviceVersion);
        Checks.slug("office", office);
        submittedAt = submittedAt.truncatedTo(ChronoUnit.MILLIS);
        if (submittedAt.isBefore(EARLIEST) || submittedAt.isAfter(LATEST)) {
            throw new MalformedDocument("submittedAt", "must lie between 2020 and 2999");
        }
        if (sealed.length() > SEALED_CHARACTERS_MAX || !JWE.matcher(sealed).matches()) {
            throw new MalformedDocument(
                    "sealed", "must be a JWE in compact form of at most 1000000 characters");
        }
    }

    /** The one form of this delivery; what the kiosk stores, sends and hashes. */
    public byte[] canonicalJson() {
        var json = CanonicalJson.object();
        json.put("v", 1);
        json.put("id", id.toString());
        json.put("kiosk", kiosk);
        json.put("sequence", sequence);
        json.put("service", service);
        json.put("serviceVersion", serviceVersion);
        json.put("office", office);
        json.put("submittedAt", CanonicalJson.time(submittedAt));
        json.put("sealed", sealed);
        json.set("payment", payment.json());
        return CanonicalJson.bytes(json);
    }

    /**
     * Reads a delivery strictly; anything but the canonical form is refused, so that equal content
     * always has an equal hash.
     *
     * @throws MalformedDocument naming the field
     */
    public static Delivery parse(byte[] json) {
        var fields = Fields.of(CanonicalJson.read(json, BYTES_MAX)).version(1);
        var delivery =
                new Delivery(
                        FilingId.parse(fields.text("id")),
                        fields.text("kiosk"),
                        fields.number("sequence"),
                        fields.text("service"),
                        fields.text("serviceVersion"),
                        fields.text("office"),
                        fields.instant("submittedAt"),
                        fields.text("sealed"),
                        PaymentRecord.parse(fields.object("payment")));
        fields.end();
        if (!Arrays.equals(json, delivery.canonicalJson())) {
            throw new MalformedDocument(
                    "document", "is not in canonical form: keys sorted, no white space, UTF-8");
        }
        return delivery;
    }

    /** SHA-256 of {@link #canonicalJson()}, 64 hexadecimal digits. */
    public String digest() {
        return CanonicalJson.sha256(canonicalJson());
    }

    @Override
    public String toString() {
        return "Delivery[" + id + " " + kiosk + "#" + sequence + " " + service + "]";
    }
}
