package de.buergerkiosk.eid.simulated.eac;

import java.util.OptionalInt;

/**
 * A command to the card (ISO 7816-4, chapter 5.1), in short or extended length.
 *
 * @param expected bytes wanted in the answer, 1 to 65536; empty when none
 * @param extended written with two or three bytes for each length
 */
public record CommandApdu(
        int cla, int ins, int p1, int p2, Bytes data, OptionalInt expected, boolean extended) {
    public static final int SHORT_MAX = 256;
    public static final int EXTENDED_MAX = 65_536;

    /** The bits of the class byte that ask for secure messaging with an authentic header. */
    private static final int SECURED = 0x0C;

    private static final int CHAINED = 0x10;

    public CommandApdu(int cla, int ins, int p1, int p2, Bytes data, OptionalInt expected) {
        this(
                cla,
                ins,
                p1,
                p2,
                data,
                expected,
                data.length() > 255 || expected.orElse(0) > SHORT_MAX);
    }

    /** A command without answer data. */
    public static CommandApdu sending(int ins, int p1, int p2, Bytes data) {
        return new CommandApdu(0, ins, p1, p2, data, OptionalInt.empty());
    }

    /** A command that takes what comes. */
    public static CommandApdu asking(int ins, int p1, int p2, Bytes data) {
        return new CommandApdu(0, ins, p1, p2, data, OptionalInt.of(SHORT_MAX));
    }

    public CommandApdu chained() {
        return new CommandApdu(cla | CHAINED, ins, p1, p2, data, expected, extended);
    }

    public boolean isSecured() {
        return (cla & SECURED) == SECURED;
    }

    int securedCla() {
        return cla | SECURED;
    }

    int plainCla() {
        return cla & ~SECURED;
    }

    public static CommandApdu parse(Bytes encoded) throws Malformed {
        if (encoded.length() < 4) {
            throw new Malformed("a command of fewer than four bytes");
        }
        if (encoded.length() == 4) {
            return head(encoded, Bytes.EMPTY, OptionalInt.empty(), false);
        }
        int first = encoded.at(4);
        if (encoded.length() == 5) {
            return head(encoded, Bytes.EMPTY, wanted(first, SHORT_MAX), false);
        }
        if (first == 0 && encoded.length() >= 7) {
            return parseExtended(encoded);
        }
        int end = 5 + first;
        if (encoded.length() == end) {
            return head(encoded, encoded.slice(5, end), OptionalInt.empty(), false);
        }
        if (encoded.length() == end + 1) {
            return head(encoded, encoded.slice(5, end), wanted(encoded.at(end), SHORT_MAX), false);
        }
        throw new Malformed("the lengths of the command do not fit");
    }

    private static CommandApdu parseExtended(Bytes encoded) throws Malformed {
        int length = encoded.at(5) << 8 | encoded.at(6);
        if (encoded.length() == 7) {
            return head(encoded, Bytes.EMPTY, wanted(length, EXTENDED_MAX), true);
        }
        int end = 7 + length;
        if (encoded.length() == end) {
            return head(encoded, encoded.slice(7, end), OptionalInt.empty(), true);
        }
        if (encoded.length() == end + 2) {
            int expected = encoded.at(end) << 8 | encoded.at(end + 1);
            return head(encoded, encoded.slice(7, end), wanted(expected, EXTENDED_MAX), true);
        }
        throw new Malformed("the lengths of the command do not fit");
    }

    private static OptionalInt wanted(int written, int zeroMeans) {
        return OptionalInt.of(written == 0 ? zeroMeans : written);
    }

    private static CommandApdu head(
            Bytes encoded, Bytes data, OptionalInt expected, boolean extended) {
        return new CommandApdu(
                encoded.at(0),
                encoded.at(1),
                encoded.at(2),
                encoded.at(3),
                data,
                expected,
                extended);
    }

    Bytes header() {
        return Bytes.ofInts(cla, ins, p1, p2);
    }

    public Bytes encode() {
        Bytes lc = Bytes.EMPTY;
        if (!data.isEmpty()) {
            lc =
                    extended
                            ? Bytes.ofInts(0, data.length() >> 8, data.length())
                            : Bytes.ofInts(data.length());
        }
        Bytes le = Bytes.EMPTY;
        if (expected.isPresent()) {
            int n = expected.getAsInt();
            le = extended ? Bytes.ofInts(n >> 8, n) : Bytes.ofInts(n);
            if (extended && data.isEmpty()) {
                le = Bytes.ofInts(0).and(le);
            }
        }
        return Bytes.concat(header(), lc, data, le);
    }
}
