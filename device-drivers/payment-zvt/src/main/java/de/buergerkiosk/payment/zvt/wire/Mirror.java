package de.buergerkiosk.payment.zvt.wire;

import java.util.Optional;

/**
 * The last transaction that the kiosk knows, in the terminal's own words (tag 1F1F, since 13.08). A
 * terminal that hears the one before its last undoes its last.
 *
 * @param id what the terminal said; absent at terminals that do not say it
 */
public record Mirror(Optional<Octets> id) {
    /** For terminals that do not know it. */
    public static final Mirror NONE = new Mirror(Optional.empty());

    Octets container() {
        return id.map(value -> Fields.encode(0x06, Tlv.encode(0x1F1F, value))).orElse(Octets.NONE);
    }
}
