package de.buergerkiosk.payment.zvt.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A tag of the TLV container (PA00P015 chapter 9, "tags used", and the EMV tags that turn up in it).
 * The table is data: {@code tags.tsv}.
 *
 * @param hex the tag in upper-case hex
 * @param kind how its value may be shown
 * @param many whether the specification lets it stand several times side by side
 */
public record KnownTag(int tag, String hex, Kind kind, boolean many, String english) {
    /** How a value may be shown. */
    public enum Kind {
        HEX,
        /** Text, which may hold a card number. */
        TEXT,
        /** Card, cardholder, PIN or key: never. */
        SECRET
    }

    private static final Map<Integer, KnownTag> TABLE =
            Table.rows("tags.tsv").stream()
                    .map(row ->
                            new KnownTag(
                                    Integer.parseInt(row[0], 16),
                                    row[0],
                                    Kind.valueOf(row[1]),
                                    row[2].equals("MANY"),
                                    row[3]))
                    .collect(Collectors.toUnmodifiableMap(KnownTag::tag, tag -> tag));

    /** Tags of one byte, and those that begin with 1F: a decoder looks here for each object. */
    private static final List<Optional<KnownTag>> USUAL =
            IntStream.range(0, 512)
                    .mapToObj(i -> Optional.ofNullable(TABLE.get(i < 256 ? i : 0x1E00 + i)))
                    .toList();

    public static Optional<KnownTag> of(int tag) {
        if (tag < 0x100) {
            return USUAL.get(tag);
        }
        return tag >> 8 == 0x1F
                ? USUAL.get(0x100 | (tag & 0xFF))
                : Optional.ofNullable(TABLE.get(tag));
    }

    static boolean isSecret(int tag) {
        return of(tag).map(known -> known.kind == Kind.SECRET).orElse(false);
    }
}
