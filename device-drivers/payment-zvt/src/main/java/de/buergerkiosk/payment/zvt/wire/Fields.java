package de.buergerkiosk.payment.zvt.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The data objects of one APDU, in any order.
 *
 * @param tlv the objects of the container under BMP 06; unknown tags are simply there
 * @param unknownAt where the first bitmap stands that the specification does not know, counted from
 *     the start of the data block; nothing behind it could be read
 */
public record Fields(List<Bmp> bmps, List<Tlv> tlv, OptionalInt unknownAt) {

    static final Fields NONE = new Fields(List.of(), List.of(), OptionalInt.empty());

    /**
     * One data object.
     *
     * @param at where its tag stands in the data block
     * @param valueAt where its value starts in the data block
     * @param objects what is in it if it is a container
     */
    public record Bmp(int tag, int at, int valueAt, Octets value, List<Tlv> objects) {}

    public Fields {
        bmps = List.copyOf(bmps);
        tlv = List.copyOf(tlv);
    }

    /**
     * Reads the bitmaps of a data block.
     *
     * @param from where in the data block the first bitmap stands
     */
    public static Fields parse(Octets data, int from) throws MalformedException {
        return parse(data, from, KnownCommand.Layout.BMPS);
    }

    /**
     * Reads the bitmaps of a data block as they are meant in one kind of command.
     *
     * @param from where in the data block the first bitmap stands
     */
    public static Fields parse(Octets data, int from, KnownCommand.Layout layout)
            throws MalformedException {
        var bmps = new ArrayList<Bmp>();
        var tlv = new ArrayList<Tlv>();
        int at = from;
        while (at < data.length()) {
            int tag = data.at(at);
            BmpFormat format = BmpFormat.of(tag, layout);
            if (format instanceof BmpFormat.Unknown) {
                return new Fields(bmps, tlv, OptionalInt.of(at));
            }
            Tlv.Length extent = extent(data, at, format);
            int end = extent.valueAt() + extent.value();
            if (end > data.length()) {
                throw new MalformedException(at, "bitmap %02X is cut off".formatted(tag));
            }
            Octets value = data.slice(extent.valueAt(), end);
            List<Tlv> objects =
                    format instanceof BmpFormat.Container
                            ? Tlv.parse(value, extent.valueAt())
                            : List.of();
            bmps.add(new Bmp(tag, at, extent.valueAt(), value, objects));
            tlv.addAll(objects);
            at = end;
        }
        return new Fields(bmps, tlv, OptionalInt.empty());
    }

    private static Tlv.Length extent(Octets data, int at, BmpFormat format)
            throws MalformedException {
        return switch (format) {
            case BmpFormat.Fixed(int bytes) -> new Tlv.Length(bytes, at + 1);
            case BmpFormat.Container() -> Tlv.Length.read(data, at + 1, 0);
            case BmpFormat.Counted(int digits) -> counted(data, at, digits);
            case BmpFormat.Unknown() -> throw new IllegalStateException("unknown bitmap");
        };
    }

    private static Tlv.Length counted(Octets data, int at, int digits) throws MalformedException {
        int length = 0;
        for (int i = 1; i <= digits; i++) {
            if (at + i >= data.length()) {
                throw new MalformedException(at, "length of bitmap is cut off");
            }
            int octet = data.at(at + i);
            if ((octet & 0xF0) != 0xF0 || (octet & 0x0F) > 9) {
                throw new MalformedException(at + i, "length of bitmap is not Fx digits");
            }
            length = length * 10 + (octet & 0x0F);
        }
        return new Tlv.Length(length, at + 1 + digits);
    }

    public Optional<Octets> value(int tag) {
        // asked a dozen times for each result: a stream for each would cost more than reading it
        for (Bmp bmp : bmps) {
            if (bmp.tag == tag) {
                return Optional.of(bmp.value);
            }
        }
        return Optional.empty();
    }

    /** A packed decimal number; empty when absent or not decimal. */
    public OptionalLong number(int tag) {
        return value(tag).map(Bcd::decode).orElse(OptionalLong.empty());
    }

    /** A data object of fixed length. */
    public static Octets encode(int tag, Octets value) {
        BmpFormat format = BmpFormat.of(tag);
        return switch (format) {
            case BmpFormat.Fixed(int bytes) -> {
                if (value.length() != bytes) {
                    throw new IllegalArgumentException("bitmap has " + bytes + " bytes");
                }
                yield Octets.join(Octets.of(tag), value);
            }
            case BmpFormat.Container() ->
                    Octets.join(Octets.of(tag), Tlv.lengthBytes(value.length()), value);
            case BmpFormat.Counted(int digits) -> {
                int[] length = new int[digits];
                int rest = value.length();
                for (int i = digits - 1; i >= 0; i--) {
                    length[i] = 0xF0 | rest % 10;
                    rest /= 10;
                }
                if (rest != 0) {
                    throw new IllegalArgumentException("too long: " + value.length());
                }
                yield Octets.join(Octets.of(tag), Octets.of(length), value);
            }
            case BmpFormat.Unknown() -> throw new IllegalArgumentException("unknown bitmap");
        };
    }
}
