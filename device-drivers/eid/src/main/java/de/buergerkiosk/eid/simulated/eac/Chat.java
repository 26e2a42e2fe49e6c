package de.buergerkiosk.eid.simulated.eac;

import de.buergerkiosk.ports.eid.EidRight;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A certificate holder authorisation template of an authentication terminal: role and rights
 * (TR-03110-4, 2.2.3.2).
 *
 * @param bits 40 bits: two of role, then the rights
 */
public record Chat(long bits) {
    private static final int BYTES = 5;
    private static final long ROLE = 0xC0_0000_0000L;
    private static final int ROLE_PLACE = 38;

    public static final int AGE_VERIFICATION = 0;
    public static final int MUNICIPALITY_VERIFICATION = 1;
    public static final int RESTRICTED_IDENTIFICATION = 2;
    public static final int CAN_ALLOWED = 4;
    public static final int PIN_MANAGEMENT = 5;
    private static final int READ_DG1 = 8;

    /** Everything that a CVCA may give. */
    public static final long ALL_RIGHTS = 0x3F_FFFF_FFFFL;

    private static final Map<EidRight, Integer> BITS = bitsByRight();

    public Chat {
        if (bits >>> (8 * BYTES) != 0) {
            throw new IllegalArgumentException("a CHAT has 40 bits");
        }
    }

    /** Who holds a certificate, by the first two bits. */
    public enum Role {
        TERMINAL(0),
        DV_FOREIGN(1),
        DV_OFFICIAL(2),
        CVCA(3);

        private final long written;

        Role(long written) {
            this.written = written;
        }
    }

    private static Map<EidRight, Integer> bitsByRight() {
        var bits = new EnumMap<EidRight, Integer>(EidRight.class);
        for (EidRight right : EidRight.values()) {
            bits.put(
                    right,
                    switch (right) {
                        case DOCUMENT_TYPE -> readBit(1);
                        case ISSUING_COUNTRY -> readBit(2);
                        case VALID_UNTIL -> readBit(3);
                        case GIVEN_NAMES -> readBit(4);
                        case FAMILY_NAMES -> readBit(5);
                        case DOCTORAL_DEGREE -> readBit(7);
                        case DATE_OF_BIRTH -> readBit(8);
                        case PLACE_OF_BIRTH -> readBit(9);
                        case NATIONALITY -> readBit(10);
                        case BIRTH_NAME -> readBit(13);
                        case ADDRESS -> readBit(17);
                        case PSEUDONYM -> RESTRICTED_IDENTIFICATION;
                        case AGE_VERIFICATION -> AGE_VERIFICATION;
                        case ADDRESS_VERIFICATION -> MUNICIPALITY_VERIFICATION;
                    });
        }
        return bits;
    }

    /** The bit that allows to read a data group, 1 to 21. */
    public static int readBit(int dataGroup) {
        return READ_DG1 + dataGroup - 1;
    }

    public static Chat terminal(Set<EidRight> rights) {
        long bits = 0;
        for (EidRight right : rights) {
            bits |= 1L << BITS.getOrDefault(right, 0);
        }
        return new Chat(bits);
    }

    public Chat as(Role role) {
        return new Chat((bits & ~ROLE) | (role.written << ROLE_PLACE));
    }

    public Role role() {
        long written = bits >>> ROLE_PLACE;
        return Stream.of(Role.values())
                .filter(role -> role.written == written)
                .findFirst()
                .orElseThrow();
    }

    public boolean has(int bit) {
        return (bits >>> bit & 1) != 0;
    }

    public boolean has(EidRight right) {
        return has(BITS.getOrDefault(right, 0));
    }

    /** The rights that the house has words for. */
    public Set<EidRight> rights() {
        var rights = EnumSet.noneOf(EidRight.class);
        for (EidRight right : EidRight.values()) {
            if (has(right)) {
                rights.add(right);
            }
        }
        return rights;
    }

    /** What both allow; the role is a terminal's. */
    public Chat and(Chat other) {
        return new Chat(bits & other.bits & ~ROLE);
    }

    public Chat or(Chat other) {
        return new Chat((bits | other.bits) & ~ROLE);
    }

    /** True when all of these rights are among the other's, whatever the roles. */
    public boolean isWithin(Chat other) {
        return (bits & ~ROLE & ~other.bits) == 0;
    }

    /** Data object 7F4C. */
    public Bytes encode() {
        return Tlv.of(
                0x7F4C,
                Tlv.of(0x06, Oids.AUTHENTICATION_TERMINAL),
                Tlv.of(0x53, Bytes.literal("%010X".formatted(bits))));
    }

    public static Chat parse(Bytes encoded) throws Malformed {
        return ofValue(Tlv.parseOne(encoded, 0x7F4C));
    }

    /** From the value of 7F4C. */
    public static Chat ofValue(Bytes value) throws Malformed {
        List<Tlv> objects = Tlv.parseAll(value);
        if (!Tlv.need(objects, 0x06).equals(Oids.AUTHENTICATION_TERMINAL)) {
            throw new Malformed("not the CHAT of an authentication terminal");
        }
        return ofBits(Tlv.need(objects, 0x53));
    }

    /** From ten hexadecimal digits, as the command line gives them. */
    public static Optional<Chat> ofDigits(String digits) {
        return digits.matches("[0-9A-Fa-f]{10}")
                ? Optional.of(new Chat(Long.parseLong(digits, 16)))
                : Optional.empty();
    }

    private static Chat ofBits(Bytes bits) throws Malformed {
        if (bits.length() != BYTES) {
            throw new Malformed("a CHAT of " + bits.length() + " bytes");
        }
        return new Chat(Long.parseLong(bits.hex(), 16));
    }
}
