package de.buergerkiosk.card.pcsc;

import de.buergerkiosk.ports.Fault;
import java.util.List;
import java.util.Optional;

/** A reader, and what lies in it. */
public record ReaderLook(String name, CardLook card, ReaderAbilities abilities) {
    boolean holdsCard() {
        return !(card instanceof CardLook.Empty);
    }

    /** All readers, or why nobody can tell. */
    public sealed interface All {
        /** The reader of that name alone; all of them where none is named. */
        default All only(Optional<String> name) {
            return switch (this) {
                case Seen(var all) ->
                        new Seen(
                                all.stream()
                                        .filter(each -> name.map(each.name()::equals).orElse(true))
                                        .toList());
                case Unavailable _ -> this;
            };
        }

        record Seen(List<ReaderLook> readers) implements All {
            public Seen {
                readers = List.copyOf(readers);
            }
        }

        record Unavailable(Fault fault) implements All {}
    }
}
