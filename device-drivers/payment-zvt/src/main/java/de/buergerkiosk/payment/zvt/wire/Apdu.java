package de.buergerkiosk.payment.zvt.wire;

/**
 * One application protocol data unit: CCRC and APRC (or CLASS and INSTR), length, data block
 * (PA00P015 chapter 2; the length is one byte to 254, then FF, low byte, high byte).
 *
 * @param command both control bytes, such as {@code 0x060F}
 */
public record Apdu(int command, Octets data) {
    public static final int DATA_LENGTH_MAX = 65_535;

    public Apdu {
        if (command < 0 || command > 0xFFFF) {
            throw new IllegalArgumentException("not a control field: " + command);
        }
        if (data.length() > DATA_LENGTH_MAX) {
            throw new IllegalArgumentException("data block too long: " + data.length());
        }
    }

    public static Apdu of(int command, Octets... parts) {
        return new Apdu(command, Octets.join(parts));
    }

    /** Reads exactly one APDU; nothing may be left over. */
    public static Apdu read(Octets whole) throws MalformedException {
        int length = lengthAt(whole, 0);
        if (whole.length() > length) {
            throw new MalformedException(length, "bytes behind the data block");
        }
        return new Apdu(whole.at(0) << 8 | whole.at(1), whole.from(headerAt(whole, 0)));
    }

    /**
     * How many bytes the APDU has that starts there, its header included.
     *
     * @throws MalformedException when it is not all there; the offset is that of the first byte
     *     that is missing
     */
    public static int lengthAt(Octets bytes, int at) throws MalformedException {
        int held = bytes.length() - at;
        if (held < 3) {
            throw new MalformedException(bytes.length(), "shorter than the three-byte header");
        }
        int header = 3;
        int length = bytes.at(at + 2);
        if (length == 0xFF) {
            if (held < 5) {
                throw new MalformedException(bytes.length(), "extended length is cut off");
            }
            header = 5;
            length = bytes.at(at + 3) | bytes.at(at + 4) << 8;
        }
        if (held < header + length) {
            throw new MalformedException(
                    bytes.length(),
                    "data block ends after " + (held - header) + " of " + length + " bytes");
        }
        return header + length;
    }

    /** How many bytes stand before the data block of the APDU that starts there, and is all there. */
    public static int headerAt(Octets bytes, int at) {
        return bytes.at(at + 2) == 0xFF ? 5 : 3;
    }

    public Octets encoded() {
        return Octets.join(header(), data);
    }

    /** The control field and the length; the data block starts behind it. */
    public Octets header() {
        int length = data.length();
        int high = command >> 8;
        int low = command & 0xFF;
        return length < 0xFF
                ? Octets.of(high, low, length)
                : Octets.of(high, low, 0xFF, length & 0xFF, length >> 8);
    }

    /** Such as {@code 06 0F}. */
    public String name() {
        return "%02X %02X".formatted(command >> 8, command & 0xFF);
    }
}
