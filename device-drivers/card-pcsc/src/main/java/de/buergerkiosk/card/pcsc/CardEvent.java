package de.buergerkiosk.card.pcsc;

import de.buergerkiosk.ports.Fault;

/** What happens at the readers. */
public sealed interface CardEvent {
    record ReaderPlugged(String reader) implements CardEvent {}

    record ReaderUnplugged(String reader) implements CardEvent {}

    record CardPut(String reader) implements CardEvent {}

    record CardTaken(String reader) implements CardEvent {}

    /** The service of the readers fell; nothing is known until it is back. */
    record Blind(Fault fault) implements CardEvent {}

    /** The service is there again. */
    record Sighted() implements CardEvent {}
}
