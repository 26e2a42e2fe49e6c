package de.buergerkiosk.payment.zvt.wire;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

    public static Optional<KnownTag> of(int tag) {
        return Optional.ofNullable(TABLE.get(tag));
    }

    static boolean isSecret(int tag) {
        KnownTag known = TABLE.get(tag);
        return known != null && known.kind == Kind.SECRET;
    }
}
