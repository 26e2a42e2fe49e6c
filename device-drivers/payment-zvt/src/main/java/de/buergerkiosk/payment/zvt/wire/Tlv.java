package de.buergerkiosk.payment.zvt.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One BER-TLV object of the container under BMP 06 (PA00P015 chapter 9).
 *
 * @param tag one to three bytes, such as {@code 0x1F07}
 * @param children the objects inside; empty for a primitive one
 * @param headerLength of tag and length as they stood on the wire, in bytes
 */
public record Tlv(int tag, Octets value, List<Tlv> children, int headerLength) {
    private static final int DEPTH_MAX = 8;

    public Tlv {
        children = List.copyOf(children);
    }

    /** The children if the tag says "constructed" (bit 6 of its first byte). */
    public boolean isConstructed() {
        return isConstructed(firstByte(tag));
    }

    public Optional<Tlv> child(int wanted) {
        return find(children, wanted);
    }

    public static Optional<Tlv> find(List<Tlv> objects, int wanted) {
        // asked for each message: a loop costs a tenth of a stream
        for (Tlv object : objects) {
            if (object.tag == wanted) {
                return Optional.of(object);
            }
        }
        return Optional.empty();
    }

    /** A primitive object. */
    public static Octets encode(int tag, Octets value) {
        return Octets.join(tagBytes(tag), lengthBytes(value.length()), value);
    }

    /** BER length: to 127 as it is, then 81 and one byte, then 82 and two bytes. */
    public static Octets lengthBytes(int length) {
        if (length < 0x80) {
            return Octets.of(length);
        }
        if (length < 0x100) {
            return Octets.of(0x81, length);
        }
        return Octets.of(0x82, length >> 8, length & 0xFF);
    }

    private static Octets tagBytes(int tag) {
        if (tag > 0xFFFF) {
            return Octets.of(tag >> 16, tag >> 8 & 0xFF, tag & 0xFF);
        }
        return tag > 0xFF ? Octets.of(tag >> 8, tag & 0xFF) : Octets.of(tag);
    }

    private static int firstByte(int tag) {
        return tag > 0xFFFF ? tag >> 16 : tag > 0xFF ? tag >> 8 : tag;
    }

    private static boolean isConstructed(int firstByte) {
        return (firstByte & 0x20) != 0;
    }

    /**
     * Reads the objects side by side in these bytes, with what is inside them.
     *
     * @param base offset of these bytes in the APDU, for the error
     */
    public static List<Tlv> parse(Octets bytes, int base) throws MalformedException {
        return parse(bytes, base, 0);
    }

    private static List<Tlv> parse(Octets bytes, int base, int depth) throws MalformedException {
        if (depth > DEPTH_MAX) {
            throw new MalformedException(base, "TLV nested too deep");
        }
        var found = new ArrayList<Tlv>();
        int at = 0;
        while (at < bytes.length()) {
            Header header = Header.read(bytes, at, base);
            int end = header.valueAt() + header.length();
            if (end > bytes.length()) {
                throw new MalformedException(base + at, "TLV value is cut off");
            }
            Octets value = bytes.slice(header.valueAt(), end);
            List<Tlv> children =
                    isConstructed(bytes.at(at))
                            ? children(header, value, base, depth + 1)
                            : List.of();
            found.add(new Tlv(header.tag(), value, children, header.valueAt() - at));
            at = end;
        }
        return found;
    }

    /** What is in an object that nobody knows may be anything: it is passed over. */
    private static List<Tlv> children(Header header, Octets value, int base, int depth)
            throws MalformedException {
        try {
            return parse(value, base + header.valueAt(), depth);
        } catch (MalformedException malformed) {
            if (depth <= DEPTH_MAX && KnownTag.of(header.tag()).isEmpty()) {
                return List.of();
            }
            throw malformed;
        }
    }

    /** Tag and length of one object. */
    record Header(int tag, int valueAt, int length) {
        static Header read(Octets bytes, int start, int base) throws MalformedException {
            int at = start;
            int tag = bytes.at(at++);
            if ((tag & 0x1F) == 0x1F) {
                int next;
                do {
                    if (at >= bytes.length() || at - start > 2) {
                        throw new MalformedException(base + start, "TLV tag is cut off");
                    }
                    next = bytes.at(at++);
                    tag = tag << 8 | next;
                } while ((next & 0x80) != 0);
            }
            Length length = Length.read(bytes, at, base);
            return new Header(tag, length.valueAt(), length.value());
        }
    }

    /** A BER length and where the value behind it starts. */
    record Length(int value, int valueAt) {
        static Length read(Octets bytes, int at, int base) throws MalformedException {
            if (at >= bytes.length()) {
                throw new MalformedException(base + at, "TLV length is missing");
            }
            int first = bytes.at(at);
            if (first < 0x80) {
                return new Length(first, at + 1);
            }
            int count = first & 0x7F;
            if (count < 1 || count > 2 || at + count >= bytes.length()) {
                throw new MalformedException(base + at, "TLV length is not 81 or 82, or cut off");
            }
            int value = bytes.at(at + 1);
            if (count == 2) {
                value = value << 8 | bytes.at(at + 2);
            }
            return new Length(value, at + 1 + count);
        }
    }
}
