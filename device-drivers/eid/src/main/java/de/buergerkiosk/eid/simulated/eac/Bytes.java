package de.buergerkiosk.eid.simulated.eac;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * An immutable byte string. It compares in constant time and prints its length only: it may be a
 * key, a PIN or somebody's name.
 */
public final class Bytes {
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private static final HexFormat UPPER = HexFormat.of().withUpperCase();

    private final byte[] octets;

    private Bytes(byte[] octets) {
        this.octets = octets;
    }

    public static Bytes of(byte[] octets) {
        return new Bytes(octets.clone());
    }

    public static Bytes ofInts(int... octets) {
        var bytes = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            bytes[i] = (byte) octets[i];
        }
        return new Bytes(bytes);
    }

    /** Blanks between the digits are allowed. */
    public static Bytes ofHex(String hex) throws Malformed {
        try {
            return new Bytes(HexFormat.of().parseHex(hex.replaceAll("\\s", "")));
        } catch (IllegalArgumentException e) {
            throw new Malformed("not an even number of hexadecimal digits");
        }
    }

    /** A constant of the code. */
    public static Bytes literal(String hex) {
        return new Bytes(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    public static Bytes random(int length, RandomGenerator chance) {
        var bytes = new byte[length];
        chance.nextBytes(bytes);
        return new Bytes(bytes);
    }

    public static Bytes concat(Bytes... parts) {
        int length = 0;
        for (Bytes part : parts) {
            length += part.octets.length;
        }
        var all = new byte[length];
        int at = 0;
        for (Bytes part : parts) {
            System.arraycopy(part.octets, 0, all, at, part.octets.length);
            at += part.octets.length;
        }
        return new Bytes(all);
    }

    public Bytes and(Bytes next) {
        return concat(this, next);
    }

    public int length() {
        return octets.length;
    }

    public boolean isEmpty() {
        return octets.length == 0;
    }

    /** 0 to 255. */
    public int at(int index) {
        return octets[index] & 0xFF;
    }

    public Bytes slice(int from, int to) {
        return new Bytes(Arrays.copyOfRange(octets, from, to));
    }

    public Bytes from(int start) {
        return slice(start, octets.length);
    }

    /** The first so many bytes. */
    public Bytes first(int length) {
        return slice(0, length);
    }

    public byte[] toArray() {
        return octets.clone();
    }

    /** Upper case. */
    public String hex() {
        return UPPER.formatHex(octets);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && MessageDigest.isEqual(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    @Override
    public String toString() {
        return "[" + octets.length + " bytes]";
    }
}
