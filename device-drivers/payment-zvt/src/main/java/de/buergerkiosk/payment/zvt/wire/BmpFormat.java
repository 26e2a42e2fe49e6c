package de.buergerkiosk.payment.zvt.wire;

import java.util.stream.IntStream;

/** How the length of a data object is told (PA00P015 chapter 13, "bitmaps"). */
sealed interface BmpFormat {
    /** Always that many bytes. */
    record Fixed(int bytes) implements BmpFormat {}

    /** That many bytes {@code Fx}, each a decimal digit of the length. */
    record Counted(int digits) implements BmpFormat {}

    /** A TLV container with a BER length. */
    record Container() implements BmpFormat {}

    /** Not in the specification: nothing behind it can be read. */
    record Unknown() implements BmpFormat {}

    BmpFormat ONE_BYTE = new Fixed(1);

    /** By tag, made once: a decoder looks here for each object it reads. */
    BmpFormat[] ALL = IntStream.range(0, 256).mapToObj(BmpFormat::find).toArray(BmpFormat[]::new);

    /**
     * The format in that command. Limits, echo and MAC of an input exist only in the commands that
     * ask for one; elsewhere their numbers mean nothing.
     */
    static BmpFormat of(int tag, KnownCommand.Layout layout) {
        if (layout == KnownCommand.Layout.DIALOGUE) {
            switch (tag) {
                case 0xE0, 0xE9, 0xEA -> {
                    return ONE_BYTE;
                }
                case 0xEB -> {
                    return new Fixed(8);
                }
                default -> {
                    // the same in every command
                }
            }
        }
        return of(tag);
    }

    static BmpFormat of(int tag) {
        return ALL[tag];
    }

    private static BmpFormat find(int tag) {
        return switch (tag) {
            case 0x06 -> new Container();
            case 0x01,
                    0x02,
                    0x03,
                    0x05,
                    0x19,
                    0x27,
                    0x8A,
                    0x8C,
                    0xA0,
                    0xD0,
                    0xD2,
                    0xD3,
                    0xF0,
                    0xF9,
                    0xFA,
                    0xFB,
                    0xFC,
                    0xFD ->
                    new Fixed(1);
            case 0x0D, 0x0E, 0x17, 0x3A, 0x49, 0x87 -> new Fixed(2);
            case 0x0B, 0x0C, 0x37, 0x3D, 0x88, 0xAA -> new Fixed(3);
            case 0x29 -> new Fixed(4);
            case 0xBA -> new Fixed(5);
            case 0x04 -> new Fixed(6);
            case 0x3B -> new Fixed(8);
            case 0x2A -> new Fixed(15);
            case 0x22, 0x23, 0x2D, 0x4C, 0x8B, 0xA7, 0xD1 -> new Counted(2);
            case 0x24, 0x2E, 0x3C, 0x60, 0x9A, 0xAF -> new Counted(3);
            default -> {
                boolean textLine = (tag >= 0xE1 && tag <= 0xE8) || (tag >= 0xF1 && tag <= 0xF8);
                yield textLine ? new Counted(2) : new Unknown();
            }
        };
    }
}
