package de.buergerkiosk.central.appointment;

import de.buergerkiosk.contract.json.Checks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A waiting number that a citizen has on paper.
 *
 * @param id chosen by the kiosk; the same for each repetition
 * @param appointment of whoever checked in with it
 * @param takenAt by the kiosk's clock
 */
public record Ticket(
        UUID id,
        String kiosk,
        String venue,
        LocalDate day,
        int number,
        String service,
        Optional<UUID> appointment,
        Instant takenAt) {
    public Ticket {
        Checks.slug("venue", venue);
        Checks.slug("service", service);
        Checks.between("number", number, 1, 9_999);
    }
}
