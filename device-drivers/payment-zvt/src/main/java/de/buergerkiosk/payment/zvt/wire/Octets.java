package de.buergerkiosk.payment.zvt.wire;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/**
 * Bytes that never change. {@code toString} tells the length only: the bytes may be a card number,
 * and whoever wants them as text says {@link #hex()}.
 */
public final class Octets {
    public static final Octets NONE = new Octets(new byte[0], 0, 0);
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** Shared with the octets that these are a part of; nobody writes to it. */
    private final byte[] bytes;

    private final int start;
    private final int length;

    private Octets(byte[] bytes, int start, int length) {
        this.bytes = bytes;
        this.start = start;
        this.length = length;
    }

    /** Each value 0 to 255. */
    public static Octets of(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            if (values[i] < 0 || values[i] > 255) {
                throw new IllegalArgumentException("not an octet: " + values[i]);
            }
            bytes[i] = (byte) values[i];
        }
        return new Octets(bytes, 0, bytes.length);
    }

    /** Without a copy: for whoever made the bytes and is the only one to change them. */
    static Octets over(byte[] bytes) {
        return new Octets(bytes, 0, bytes.length);
    }

    public static Octets copyOf(byte[] bytes, int from, int to) {
        byte[] copy = Arrays.copyOfRange(bytes, from, to);
        return new Octets(copy, 0, copy.length);
    }

    public static Octets copyOf(byte[] bytes) {
        return copyOf(bytes, 0, bytes.length);
    }

    /** Blanks between the digits are allowed. */
    public static Octets fromHex(String hex) {
        byte[] bytes = HEX.parseHex(hex.replace(" ", ""));
        return new Octets(bytes, 0, bytes.length);
    }

    public static Octets ofText(String text, Charset charset) {
        byte[] bytes = text.getBytes(charset);
        return new Octets(bytes, 0, bytes.length);
    }

    public static Octets join(Octets... parts) {
        int length = 0;
        for (Octets part : parts) {
            length += part.length;
        }
        byte[] all = new byte[length];
        int at = 0;
        for (Octets part : parts) {
            System.arraycopy(part.bytes, part.start, all, at, part.length);
            at += part.length;
        }
        return new Octets(all, 0, length);
    }

    public int length() {
        return length;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    /** The byte there, 0 to 255. */
    public int at(int index) {
        return bytes[start + Objects.checkIndex(index, length)] & 0xFF;
    }

    public Octets slice(int from, int to) {
        Objects.checkFromToIndex(from, to, length);
        return new Octets(bytes, start + from, to - from);
    }

    public Octets from(int from) {
        return slice(from, length);
    }

    public byte[] toArray() {
        return Arrays.copyOfRange(bytes, start, start + length);
    }

    /** Upper-case hex without blanks. */
    public String hex() {
        return HEX.formatHex(bytes, start, start + length);
    }

    public String text(Charset charset) {
        return new String(bytes, start, length, charset);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets that
                && Arrays.equals(
                        bytes,
                        start,
                        start + length,
                        that.bytes,
                        that.start,
                        that.start + that.length);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = start; i < start + length; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash;
    }

    @Override
    public String toString() {
        return "[" + length + " bytes]";
    }
}
