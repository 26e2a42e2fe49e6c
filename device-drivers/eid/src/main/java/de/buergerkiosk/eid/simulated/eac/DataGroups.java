package de.buergerkiosk.eid.simulated.eac;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How a data group of the eID application is written: the tag of its number around one ASN.1 value
 * (TR-03110-2, table of the eID application's data groups; TR-03127 for what the card holds).
 */
public final class DataGroups {
    public static final int DOCUMENT_TYPE = 1;
    public static final int ISSUING_STATE = 2;
    public static final int DATE_OF_EXPIRY = 3;
    public static final int GIVEN_NAMES = 4;
    public static final int FAMILY_NAMES = 5;
    public static final int NOM_DE_PLUME = 6;
    public static final int ACADEMIC_TITLE = 7;
    public static final int DATE_OF_BIRTH = 8;
    public static final int PLACE_OF_BIRTH = 9;
    public static final int NATIONALITY = 10;
    public static final int SEX = 11;
    public static final int BIRTH_NAME = 13;
    public static final int RESIDENCE = 17;
    public static final int MUNICIPALITY = 18;
    public static final int RESIDENCE_PERMIT_1 = 19;
    public static final int LAST = 21;

    /** No text on a card is longer; a hostile one is refused before it is decoded. */
    private static final int TEXT_BYTES_MAX = 4096;

    private static final int UTF8 = 0x0C;
    private static final int NUMERIC = 0x12;
    private static final int PRINTABLE = 0x13;
    private static final int OCTETS = 0x04;

    private DataGroups() {}

    /** A file of the card. */
    public static Bytes file(int dataGroup, Bytes content) {
        return Tlv.of(tag(dataGroup), content);
    }

    /** The one value in a file of the card. */
    public static Tlv content(int dataGroup, Bytes file) throws Malformed {
        return Tlv.parseOne(Tlv.parseOne(file, tag(dataGroup)));
    }

    private static int tag(int dataGroup) {
        return 0x60 + dataGroup;
    }

    public static Bytes utf8(String text) {
        return Tlv.of(UTF8, Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    public static Bytes printable(String text) {
        return Tlv.of(PRINTABLE, Bytes.of(text.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Eight digits; what is not known of a date is blank (TR-03127). */
    public static Bytes date(String isoDateOrPart) {
        String digits = isoDateOrPart.replace("-", "");
        return Tlv.of(
                NUMERIC, Bytes.of("%-8s".formatted(digits).getBytes(StandardCharsets.US_ASCII)));
    }

    public static Bytes octets(Bytes value) {
        return Tlv.of(OCTETS, value);
    }

    /** The text in one ASN.1 string. */
    public static String text(Bytes encoded) throws Malformed {
        return text(Tlv.parseOne(encoded));
    }

    public static String text(Tlv string) throws Malformed {
        if (!List.of(UTF8, NUMERIC, PRINTABLE).contains(string.tag())) {
            throw new Malformed("not a text");
        }
        if (string.value().length() > TEXT_BYTES_MAX) {
            throw new Malformed("a text of " + string.value().length() + " bytes");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(string.value().toArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Malformed("a text that is not UTF-8");
        }
    }

    /** ISO 8601, as much of it as is known: 1961, 1961-04 or 1961-04-30. */
    public static String isoDate(Tlv string) throws Malformed {
        String digits = text(string).stripTrailing();
        if (!digits.matches("[0-9]{4}([0-9]{2}([0-9]{2})?)?")) {
            throw new Malformed("not a date");
        }
        return switch (digits.length()) {
            case 4 -> digits;
            case 6 -> digits.substring(0, 4) + "-" + digits.substring(4);
            default ->
                    digits.substring(0, 4)
                            + "-"
                            + digits.substring(4, 6)
                            + "-"
                            + digits.substring(6);
        };
    }
}
