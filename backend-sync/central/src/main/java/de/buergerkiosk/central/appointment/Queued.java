package de.buergerkiosk.central.appointment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A waiting number in the list of a venue's day.
 *
 * @param since when it was taken, by the kiosk's clock
 * @param start of the appointment of whoever checked in; empty for a ticket without one
 */
public record Queued(
        UUID id,
        String venue,
        LocalDate day,
        int number,
        String service,
        Instant since,
        Optional<Instant> start,
        Standing standing) {}
