package de.buergerkiosk.journey.choose;

import java.time.ZonedDateTime;
import java.util.Optional;

/** What the kiosk is for whoever comes now. */
public sealed interface Standing {
    record Open() implements Standing {}

    /** Outside of its opening hours. */
    record Closed(Optional<ZonedDateTime> opens) implements Standing {}

    /** Taken out of service by staff. */
    record OutOfOrder() implements Standing {}
}
