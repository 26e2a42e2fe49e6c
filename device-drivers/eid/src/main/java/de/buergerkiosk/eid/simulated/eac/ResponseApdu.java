package de.buergerkiosk.eid.simulated.eac;

/**
 * The card's answer: data, and the status word (ISO 7816-4, chapter 5.6).
 *
 * @param status 0x0000 to 0xFFFF
 */
public record ResponseApdu(Bytes data, int status) {
    public static final int OK = 0x9000;
    public static final int END_OF_FILE = 0x6282;

    public static ResponseApdu of(int status) {
        return new ResponseApdu(Bytes.EMPTY, status);
    }

    public static ResponseApdu ok(Bytes data) {
        return new ResponseApdu(data, OK);
    }

    public static ResponseApdu parse(Bytes encoded) throws Malformed {
        int data = encoded.length() - 2;
        if (data < 0 || encoded.length() > CommandApdu.EXTENDED_MAX + 2) {
            throw new Malformed("an answer of " + encoded.length() + " bytes");
        }
        return new ResponseApdu(encoded.first(data), encoded.at(data) << 8 | encoded.at(data + 1));
    }

    public boolean isOk() {
        return status == OK;
    }

    public Bytes encode() {
        return data.and(Bytes.ofInts(status >> 8, status));
    }

    /** The status as four hexadecimal digits. */
    public String word() {
        return "%04X".formatted(status);
    }
}
