package de.buergerkiosk.card.pcsc;

import de.buergerkiosk.ports.Fault;
import java.util.List;

/** A reader, and what lies in it. */
public record ReaderLook(String name, CardLook card, ReaderAbilities abilities) {
    boolean holdsCard() {
        return !(card instanceof CardLook.Empty);
    }

    /** All readers, or why nobody can tell. */
    public sealed interface All {
        record Seen(List<ReaderLook> readers) implements All {
            public Seen {
                readers = List.copyOf(readers);
            }
        }

        record Unavailable(Fault fault) implements All {}
    }
}
