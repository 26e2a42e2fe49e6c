package de.buergerkiosk.eid.simulated.eac;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A place in a data group, GeneralPlace (TR-03110-2, table of the eID application's data groups). */
public sealed interface Place {
    /** Street and house number in one line; a country as the card writes it, {@code D} for Germany. */
    record Structured(
            Optional<String> street,
            String city,
            Optional<String> state,
            String country,
            Optional<String> zipCode)
            implements Place {
        @Override
        public String toString() {
            return "[place]";
        }
    }

    record FreeText(String text) implements Place {
        @Override
        public String toString() {
            return "[place]";
        }
    }

    /** There is none, and this says why. */
    record None(String text) implements Place {}

    default Bytes encode() {
        return switch (this) {
            case FreeText(String text) -> Tlv.of(0xA1, DataGroups.utf8(text));
            case None(String text) -> Tlv.of(0xA2, DataGroups.utf8(text));
            case Structured place -> {
                var parts = new ArrayList<Bytes>();
                place.street().ifPresent(s -> parts.add(Tlv.of(0xAA, DataGroups.utf8(s))));
                parts.add(Tlv.of(0xAB, DataGroups.utf8(place.city())));
                place.state().ifPresent(s -> parts.add(Tlv.of(0xAC, DataGroups.utf8(s))));
                parts.add(Tlv.of(0xAD, DataGroups.printable(place.country())));
                place.zipCode().ifPresent(z -> parts.add(Tlv.of(0xAE, DataGroups.printable(z))));
                yield Tlv.of(0x30, parts.toArray(Bytes[]::new));
            }
        };
    }

    static Place parse(Tlv object) throws Malformed {
        return switch (object.tag()) {
            case 0xA1 -> new FreeText(DataGroups.text(object.value()));
            case 0xA2 -> new None(DataGroups.text(object.value()));
            case 0x30 -> structured(object.children());
            default -> throw new Malformed("a place of an unknown kind");
        };
    }

    private static Place structured(List<Tlv> parts) throws Malformed {
        return new Structured(
                optional(parts, 0xAA),
                DataGroups.text(Tlv.need(parts, 0xAB)),
                optional(parts, 0xAC),
                DataGroups.text(Tlv.need(parts, 0xAD)),
                optional(parts, 0xAE));
    }

    private static Optional<String> optional(List<Tlv> parts, int tag) throws Malformed {
        Optional<Bytes> found = Tlv.find(parts, tag);
        return found.isEmpty() ? Optional.empty() : Optional.of(DataGroups.text(found.get()));
    }
}
