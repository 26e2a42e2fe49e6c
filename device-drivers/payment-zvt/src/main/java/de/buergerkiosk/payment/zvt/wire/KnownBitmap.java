package de.buergerkiosk.payment.zvt.wire;

import java.util.Optional;

/**
 * What a bitmap means (PA00P015 chapter 13). The table is data: {@code bitmaps.tsv}.
 *
 * @param key its name for programs, such as {@code amountCents}
 */
public record KnownBitmap(int tag, String key, Kind kind, String german, String english) {
    /** How its value is written. */
    public enum Kind {
        /** Packed decimal number. */
        NUMBER,
        /** One byte, counted. */
        BINARY,
        HEX,
        /** Packed decimal digits that are no number: leading zeros count. */
        DIGITS,
        TEXT,
        /** Text; several bitmaps make the lines of one text. */
        LINE,
        TIME,
        /** Month and day. */
        DATE,
        /** Year, month and day. */
        FULL_DATE,
        PAN,
        PASSWORD,
        /** Card, PIN or key data: never shown. */
        SECRET,
        TOTALS,
        CONTAINER
    }

    private static final KnownBitmap[] TABLE = new KnownBitmap[256];

    static {
        for (String[] row : Table.rows("bitmaps.tsv")) {
            int tag = Integer.parseInt(row[0], 16);
            TABLE[tag] = new KnownBitmap(tag, row[1], Kind.valueOf(row[2]), row[3], row[4]);
        }
    }

    public static Optional<KnownBitmap> of(int tag) {
        return Optional.ofNullable(TABLE[tag]);
    }

    static boolean isSecret(int tag) {
        return TABLE[tag] != null && TABLE[tag].kind == Kind.SECRET;
    }
}
