package de.buergerkiosk.eid.simulated.eac;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.math.ec.ECPoint;

/**
 * What a card says that it can do: EF.CardAccess, openly readable, and the signed content of
 * EF.CardSecurity (TR-03110-3, A.1).
 */
public final class SecurityInfos {
    public static final int KEY_ID = 65;
    public static final int RI_KEY_ID = 1;

    private SecurityInfos() {}

    private static Bytes integer(int value) {
        return Tlv.of(0x02, Bytes.ofInts(value));
    }

    private static Bytes entry(Bytes oid, Bytes... required) {
        return Tlv.of(0x30, Tlv.of(0x06, oid), Bytes.concat(required));
    }

    private static Bytes domain() {
        return Tlv.of(
                0x30,
                Tlv.of(0x06, Oids.STANDARDIZED_DOMAIN_PARAMETERS),
                integer(Curve.PARAMETER_ID));
    }

    private static List<Bytes> accessEntries() {
        return List.of(
                entry(Oids.PACE_ECDH_GM_AES_CBC_CMAC_128, integer(2), integer(Curve.PARAMETER_ID)),
                entry(Oids.TA, integer(2)),
                entry(Oids.CA_ECDH_AES_CBC_CMAC_128, integer(2), integer(KEY_ID)),
                entry(Oids.CA_ECDH, domain(), integer(KEY_ID)));
    }

    public static Bytes cardAccess() {
        return set(accessEntries());
    }

    /** With the public key of chip authentication, and restricted identification. */
    public static Bytes cardSecurity(ECPoint chipKey) {
        var entries = new ArrayList<>(accessEntries());
        Bytes bits = Bytes.ofInts(0).and(Curve.encode(chipKey));
        entries.add(
                entry(Oids.PK_ECDH, Tlv.of(0x30, domain(), Tlv.of(0x03, bits)), integer(KEY_ID)));
        entries.add(
                entry(
                        Oids.RI_ECDH_SHA_256,
                        Tlv.of(
                                0x30,
                                integer(1),
                                integer(RI_KEY_ID),
                                Tlv.of(0x01, Bytes.ofInts(0xFF)))));
        entries.add(entry(Oids.RI_ECDH, domain()));
        return set(entries);
    }

    private static Bytes set(List<Bytes> entries) {
        return Tlv.of(0x31, entries.toArray(Bytes[]::new));
    }

    private static List<Tlv> entries(Bytes set) throws Malformed {
        return Tlv.parseAll(Tlv.parseOne(set, 0x31));
    }

    /** True when the card offers PACE with the cipher and the curve that we speak. */
    public static boolean offersPace(Bytes cardAccess) throws Malformed {
        return entries(cardAccess)
                .contains(
                        Tlv.parseOne(
                                entry(
                                        Oids.PACE_ECDH_GM_AES_CBC_CMAC_128,
                                        integer(2),
                                        integer(Curve.PARAMETER_ID))));
    }

    /** True when everything that was openly readable is signed too: nobody took anything away. */
    public static boolean confirms(Bytes cardSecurity, Bytes cardAccess) throws Malformed {
        return entries(cardSecurity).containsAll(entries(cardAccess));
    }

    /** The card's key for chip authentication, and its number. */
    public record ChipKey(ECPoint point, Bytes keyId) {}

    public static Optional<ChipKey> chipKey(Bytes cardSecurity) throws Malformed {
        for (Tlv entry : entries(cardSecurity)) {
            List<Tlv> parts = entry.children();
            if (Tlv.need(parts, 0x06).equals(Oids.PK_ECDH)) {
                List<Tlv> key = Tlv.parseAll(Tlv.need(parts, 0x30));
                Bytes bits = Tlv.need(key, 0x03);
                if (!Tlv.find(key, 0x30).equals(Optional.of(Tlv.parseOne(domain()).value()))) {
                    throw new Malformed("a chip key on another curve");
                }
                if (bits.isEmpty() || bits.at(0) != 0) {
                    throw new Malformed("a chip key that is no whole number of bytes");
                }
                return Optional.of(new ChipKey(Curve.decode(bits.from(1)), Tlv.need(parts, 0x02)));
            }
        }
        return Optional.empty();
    }
}
