package de.buergerkiosk.eid.simulated.pki;

import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.Chat;
import de.buergerkiosk.eid.simulated.eac.Curve;
import de.buergerkiosk.eid.simulated.eac.Malformed;
import de.buergerkiosk.eid.simulated.eac.Oids;
import de.buergerkiosk.eid.simulated.eac.Tlv;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.math.ec.ECPoint;

/**
 * A card verifiable certificate (TR-03110-3, C.1).
 *
 * @param body data object 7F4E with its tag, as it was signed
 * @param signature r ‖ s
 * @param authority name of the key that signed it
 * @param holder name of the key that it certifies
 * @param validFrom first day
 * @param validUntil last day
 * @param extensions data objects 73 of the certificate's extensions
 */
public record CvCertificate(
        Bytes body,
        Bytes signature,
        String authority,
        ECPoint publicKey,
        String holder,
        Chat chat,
        LocalDate validFrom,
        LocalDate validUntil,
        List<Tlv> extensions) {
    public static final int CERTIFICATE = 0x7F21;
    static final int BODY = 0x7F4E;
    public static final int SIGNATURE = 0x5F37;

    public CvCertificate {
        extensions = List.copyOf(extensions);
    }

    /** Data object 7F21, as it travels. */
    public static CvCertificate parse(Bytes encoded) throws Malformed {
        return ofParts(Tlv.parseOne(encoded, CERTIFICATE));
    }

    /** Body and signature, as a card gets them. */
    public static CvCertificate ofParts(Bytes parts) throws Malformed {
        List<Tlv> objects = Tlv.parseAll(parts);
        Bytes body = Tlv.need(objects, BODY);
        List<Tlv> fields = Tlv.parseAll(body);
        if (!Tlv.need(fields, 0x5F29).equals(Bytes.ofInts(0))) {
            throw new Malformed("a certificate of another profile");
        }
        var extensions = new ArrayList<Tlv>();
        Optional<Bytes> extended = Tlv.find(fields, 0x65);
        if (extended.isPresent()) {
            extensions.addAll(Tlv.parseAll(extended.get()));
        }
        return new CvCertificate(
                Tlv.of(BODY, body),
                Tlv.need(objects, SIGNATURE),
                name(Tlv.need(fields, 0x42)),
                key(Tlv.need(fields, 0x7F49)),
                name(Tlv.need(fields, 0x5F20)),
                Chat.ofValue(Tlv.need(fields, 0x7F4C)),
                date(Tlv.need(fields, 0x5F25)),
                date(Tlv.need(fields, 0x5F24)),
                extensions);
    }

    /** A reference of eight to sixteen letters and digits. */
    public static String name(Bytes reference) throws Malformed {
        String name = new String(reference.toArray(), StandardCharsets.ISO_8859_1);
        if (!name.matches("[A-Z]{2}[0-9A-Za-z]{5,14}")) {
            throw new Malformed("a key reference of another form");
        }
        return name;
    }

    private static ECPoint key(Bytes object) throws Malformed {
        List<Tlv> parts = Tlv.parseAll(object);
        if (!Tlv.need(parts, 0x06).equals(Oids.TA_ECDSA_SHA_256)) {
            throw new Malformed("a key for another algorithm");
        }
        return Curve.decode(Tlv.need(parts, 0x86));
    }

    private static LocalDate date(Bytes digits) throws Malformed {
        if (digits.length() != 6) {
            throw new Malformed("a date of " + digits.length() + " bytes");
        }
        try {
            return LocalDate.of(
                    2000 + 10 * digits.at(0) + digits.at(1),
                    10 * digits.at(2) + digits.at(3),
                    10 * digits.at(4) + digits.at(5));
        } catch (DateTimeException e) {
            throw new Malformed("a date that is none");
        }
    }

    static Bytes dateDigits(LocalDate date) {
        int year = date.getYear() - 2000;
        int month = date.getMonthValue();
        int day = date.getDayOfMonth();
        return Bytes.ofInts(year / 10, year % 10, month / 10, month % 10, day / 10, day % 10);
    }

    public Bytes encode() {
        return Tlv.of(CERTIFICATE, body, Tlv.of(SIGNATURE, signature));
    }

    public boolean isSignedBy(ECPoint authorityKey) {
        return Ecdsa.verify(authorityKey, body, signature);
    }

    public boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom) && !day.isAfter(validUntil);
    }

    /** Value 80 of the extension of that kind: a hash. */
    public Optional<Bytes> extension(Bytes oid) throws Malformed {
        for (Tlv extension : extensions) {
            List<Tlv> parts = extension.children();
            if (Tlv.need(parts, 0x06).equals(oid)) {
                return Tlv.find(parts, 0x80);
            }
        }
        return Optional.empty();
    }
}
