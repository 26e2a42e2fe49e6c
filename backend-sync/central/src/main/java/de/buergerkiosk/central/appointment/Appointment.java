package de.buergerkiosk.central.appointment;

import de.buergerkiosk.contract.appointment.AppointmentCode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An appointment as it is kept.
 *
 * @param until end of its last slot
 * @param slots how many slots in a row it covers
 * @param heldUntil until when it waits to be confirmed, while it is held
 * @param sequence how often it was moved; the SEQUENCE of its calendar entry (RFC 5545, 3.8.7.4)
 */
public record Appointment(
        UUID id,
        String venue,
        String service,
        Instant start,
        Instant until,
        int slots,
        AppointmentCode code,
        State state,
        Optional<Instant> heldUntil,
        int sequence,
        String language,
        Contact contact) {
    /** Where it is on its way. */
    public enum State {
        /** Has its place for some minutes. */
        HELD,
        BOOKED,
        /** The citizen is there. */
        ARRIVED,
        CANCELLED,
        /** Held, and never confirmed. */
        EXPIRED,
        MISSED,
        FINISHED
    }

    /** The same, further on its way. */
    Appointment in(State next) {
        return new Appointment(
                id,
                venue,
                service,
                start,
                until,
                slots,
                code,
                next,
                Optional.empty(),
                sequence,
                language,
                contact);
    }

    @Override
    public String toString() {
        return "Appointment[%s %s %s]".formatted(id, venue, state);
    }
}
