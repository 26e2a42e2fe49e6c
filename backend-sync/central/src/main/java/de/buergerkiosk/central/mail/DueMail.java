package de.buergerkiosk.central.mail;

import de.buergerkiosk.central.appointment.Appointment;
import java.time.Instant;

/**
 * A mail whose time has come, in the hands of one sender.
 *
 * @param messageId without angle brackets; the same at each attempt
 * @param madeAt of the first attempt
 * @param attempts this one included
 * @param about the appointment as it is now
 */
public record DueMail(
        long id, Kind kind, String messageId, Instant madeAt, int attempts, Appointment about) {
    /** What it is for. */
    public enum Kind {
        BOOKED,
        MOVED,
        CANCELLED,
        REMINDER
    }

    /** Whom it goes to and what about is personal. */
    @Override
    public String toString() {
        return "DueMail[" + id + " " + kind + "]";
    }
}
