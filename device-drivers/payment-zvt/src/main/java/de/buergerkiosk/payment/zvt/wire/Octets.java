package de.buergerkiosk.payment.zvt.wire;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Bytes that never change. {@code toString} tells the length only: the bytes may be a card number,
 * and whoever wants them as text says {@link #hex()}.
 */
public final class Octets {
    public static final Octets NONE = new Octets(new byte[0]);
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final byte[] bytes;

    private Octets(byte[] bytes) {
        this.bytes = bytes;
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
        return new Octets(bytes);
    }

    public static Octets copyOf(byte[] bytes, int from, int to) {
        return new Octets(Arrays.copyOfRange(bytes, from, to));
    }

    public static Octets copyOf(byte[] bytes) {
        return new Octets(bytes.clone());
    }

    /** Blanks between the digits are allowed. */
    public static Octets fromHex(String hex) {
        return new Octets(HEX.parseHex(hex.replace(" ", "")));
    }

    public static Octets ofText(String text, Charset charset) {
        return new Octets(text.getBytes(charset));
    }

    public static Octets join(Octets... parts) {
        int length = 0;
        for (Octets part : parts) {
            length += part.bytes.length;
        }
        byte[] all = new byte[length];
        int at = 0;
        for (Octets part : parts) {
            System.arraycopy(part.bytes, 0, all, at, part.bytes.length);
            at += part.bytes.length;
        }
        return new Octets(all);
    }

    public int length() {
        return bytes.length;
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /** The byte there, 0 to 255. */
    public int at(int index) {
        return bytes[index] & 0xFF;
    }

    public Octets slice(int from, int to) {
        return copyOf(bytes, from, to);
    }

    public Octets from(int from) {
        return copyOf(bytes, from, bytes.length);
    }

    public byte[] toArray() {
        return bytes.clone();
    }

    /** Upper-case hex without blanks. */
    public String hex() {
        return HEX.formatHex(bytes);
    }

    public String text(Charset charset) {
        return new String(bytes, charset);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "[" + bytes.length + " bytes]";
    }
}
