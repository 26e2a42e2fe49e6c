package de.buergerkiosk.eid.simulated;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.ports.eid.EidResult.Ended;

/** One stage of an identification: it gave what the next one needs, or everything ended there. */
sealed interface Stage<T> {
    record Reached<T>(T value) implements Stage<T> {}

    record Stopped<T>(Ended end) implements Stage<T> {}

    static <T> Stage<T> reached(T value) {
        return new Reached<>(value);
    }

    static <T> Stage<T> stopped(EidTrouble trouble) {
        return new Stopped<>(trouble.ended());
    }

    static <T> Stage<T> stopped(EidTrouble trouble, String observed) {
        return new Stopped<>(trouble.ended(observed));
    }
}
