package de.buergerkiosk.eid.simulated.eac;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A data object of tag, length and value (ISO 7816-4, chapter 5.2): tags of up to two bytes, definite
 * lengths of up to three.
 *
 * @param tag as it is written, for example {@code 0x7F49}
 */
public record Tlv(int tag, Bytes value) {
    /** More objects side by side than any answer of a card has. */
    private static final int OBJECTS_MAX = 1000;

    public static Bytes of(int tag, Bytes... values) {
        return new Tlv(tag, Bytes.concat(values)).encode();
    }

    public Bytes encode() {
        Bytes head = tag > 0xFF ? Bytes.ofInts(tag >> 8, tag) : Bytes.ofInts(tag);
        return Bytes.concat(head, length(value.length()), value);
    }

    private static Bytes length(int length) {
        if (length < 0x80) {
            return Bytes.ofInts(length);
        }
        return length < 0x100
                ? Bytes.ofInts(0x81, length)
                : Bytes.ofInts(0x82, length >> 8, length);
    }

    /** All objects, one after the other, to the last byte. */
    public static List<Tlv> parseAll(Bytes encoded) throws Malformed {
        var objects = new ArrayList<Tlv>();
        int at = 0;
        while (at < encoded.length()) {
            if (objects.size() == OBJECTS_MAX) {
                throw new Malformed("too many data objects");
            }
            int start = valueStart(encoded, at);
            int end = start + lengthAt(encoded, lengthPlace(encoded, at));
            if (end > encoded.length()) {
                throw new Malformed("a data object is cut off");
            }
            int tag = encoded.at(at);
            if (lengthPlace(encoded, at) > at + 1) {
                tag = tag << 8 | encoded.at(at + 1);
            }
            objects.add(new Tlv(tag, encoded.slice(start, end)));
            at = end;
        }
        return objects;
    }

    /** Exactly one object, nothing behind it. */
    public static Tlv parseOne(Bytes encoded) throws Malformed {
        List<Tlv> objects = parseAll(encoded);
        if (objects.size() != 1) {
            throw new Malformed(objects.size() + " data objects instead of one");
        }
        return objects.getFirst();
    }

    /** Exactly one object with that tag. */
    public static Bytes parseOne(Bytes encoded, int tag) throws Malformed {
        Tlv object = parseOne(encoded);
        if (object.tag != tag) {
            throw new Malformed("another data object than " + Integer.toHexString(tag));
        }
        return object.value;
    }

    /** How long the object is of which these are the first bytes, head included. */
    public static int announced(Bytes beginning) throws Malformed {
        return valueStart(beginning, 0) + lengthAt(beginning, lengthPlace(beginning, 0));
    }

    private static int lengthPlace(Bytes encoded, int at) throws Malformed {
        boolean long_ = (need(encoded, at) & 0x1F) == 0x1F;
        if (long_ && (need(encoded, at + 1) & 0x80) != 0) {
            throw new Malformed("a tag of more than two bytes");
        }
        return long_ ? at + 2 : at + 1;
    }

    private static int valueStart(Bytes encoded, int at) throws Malformed {
        int place = lengthPlace(encoded, at);
        return place + 1 + lengthBytes(encoded, place);
    }

    private static int lengthBytes(Bytes encoded, int place) throws Malformed {
        int first = need(encoded, place);
        if (first < 0x80) {
            return 0;
        }
        if (first < 0x81 || first > 0x83) {
            throw new Malformed("a length that is not definite or beyond three bytes");
        }
        return first - 0x80;
    }

    private static int lengthAt(Bytes encoded, int place) throws Malformed {
        int bytes = lengthBytes(encoded, place);
        if (bytes == 0) {
            return need(encoded, place);
        }
        int length = 0;
        for (int i = 1; i <= bytes; i++) {
            length = length << 8 | need(encoded, place + i);
        }
        return length;
    }

    private static int need(Bytes encoded, int at) throws Malformed {
        if (at >= encoded.length()) {
            throw new Malformed("a data object is cut off");
        }
        return encoded.at(at);
    }

    public List<Tlv> children() throws Malformed {
        return parseAll(value);
    }

    public static Optional<Bytes> find(List<Tlv> objects, int tag) {
        return objects.stream().filter(o -> o.tag == tag).map(Tlv::value).findFirst();
    }

    public static Bytes need(List<Tlv> objects, int tag) throws Malformed {
        return find(objects, tag)
                .orElseThrow(() -> new Malformed(Integer.toHexString(tag) + " is missing"));
    }

    /** Without the value: it may be somebody's name. */
    @Override
    public String toString() {
        return Integer.toHexString(tag) + value;
    }
}
