package de.buergerkiosk.eid;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A municipality's key, or the beginning of one, on the card and in our words (TR-03127, DG18): 0276
 * for Germany, then Land, Regierungsbezirk and Kreis with two digits each and the Gemeinde with four.
 * The official key (AGS) has one digit for the Regierungsbezirk and three for the Gemeinde.
 */
public final class MunicipalityKey {
    private static final Pattern ON_CARD =
            Pattern.compile("0276([0-9]{2})(?:0([0-9])(?:([0-9]{2})(?:0([0-9]{3}))?)?)?");

    private MunicipalityKey() {}

    /**
     * Hexadecimal digits.
     *
     * @param ags 2, 3, 5 or 8 digits
     */
    public static String onCard(String ags) {
        var key = new StringBuilder("0276");
        key.append(ags, 0, 2);
        if (ags.length() > 2) {
            key.append('0').append(ags.charAt(2));
        }
        if (ags.length() > 3) {
            key.append(ags, 3, 5);
        }
        if (ags.length() > 5) {
            key.append('0').append(ags, 5, 8);
        }
        return key.toString();
    }

    /** The official key; empty for what is none. */
    public static Optional<String> ags(String onCard) {
        var parts = ON_CARD.matcher(onCard);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var ags = new StringBuilder();
        for (int part = 1; part <= parts.groupCount(); part++) {
            Optional.ofNullable(parts.group(part)).ifPresent(ags::append);
        }
        return Optional.of(ags.toString());
    }
}
