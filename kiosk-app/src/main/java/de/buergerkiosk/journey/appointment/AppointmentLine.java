package de.buergerkiosk.journey.appointment;

import de.buergerkiosk.contract.appointment.AppointmentCode;
import de.buergerkiosk.contract.appointment.AppointmentWish;
import de.buergerkiosk.contract.appointment.CheckInReport;
import de.buergerkiosk.contract.appointment.KeptAppointment;
import de.buergerkiosk.contract.appointment.LentNumbers;
import de.buergerkiosk.contract.appointment.TicketReport;
import de.buergerkiosk.contract.appointment.VenueList;
import de.buergerkiosk.ports.Personal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The centre's appointments and numbers, as a kiosk asks for them while a citizen waits. Every call
 * ends within seconds, with the line or without.
 */
public interface AppointmentLine {
    /** How a question ended. */
    sealed interface Reply<T> {
        record Got<T>(T value) implements Reply<T> {}

        /**
         * The centre says no.
         *
         * @param standing the appointment in question as it is, where the centre tells
         * @param pause after which it may be asked again
         */
        record Refused<T>(Refusal why, Optional<Standing> standing, Optional<Duration> pause)
                implements Reply<T> {
            /** The same no to another question. */
            <U> Refused<U> as() {
                return new Refused<>(why, standing, pause);
            }
        }

        /** No answer. */
        record Away<T>(String why) implements Reply<T> {}
    }

    /** Why the centre says no. */
    enum Refusal {
        /** Nobody has this code. */
        UNKNOWN,
        /** Too many unknown codes came from here. */
        TOO_MANY,
        /** Its state does not allow that: cancelled, never confirmed, checked in already. */
        NOT_POSSIBLE,
        PAST,
        TOO_EARLY,
        /** It is at another venue. */
        ELSEWHERE,
        /** Nothing is free there. */
        TAKEN,
        /** Against the contract of kiosk and centre: a bug, or a setting that does not fit. */
        OTHER
    }

    /** What the centre tells of an appointment that it refuses. */
    record Standing(String state, String venue, Instant start) {}

    Reply<VenueList> venues() throws InterruptedException;

    /** Free starts on so many days from this one on, ascending. */
    Reply<List<Instant>> free(String venue, String service, LocalDate from, int days)
            throws InterruptedException;

    /** Holds a place for ten minutes; the same number has the same answer. */
    Reply<KeptAppointment> hold(UUID number, AppointmentWish wish) throws InterruptedException;

    Reply<KeptAppointment> confirm(AppointmentCode code, Optional<Personal<String>> mail)
            throws InterruptedException;

    Reply<KeptAppointment> move(AppointmentCode code, Instant start) throws InterruptedException;

    Reply<KeptAppointment> cancel(AppointmentCode code) throws InterruptedException;

    Reply<KeptAppointment> show(AppointmentCode code) throws InterruptedException;

    /** Numbers of that day for this kiosk alone; the same request has the same answer. */
    Reply<LentNumbers> lend(UUID request, String venue, LocalDate day) throws InterruptedException;

    Reply<Integer> ticket(UUID number, TicketReport report) throws InterruptedException;

    Reply<KeptAppointment> checkIn(UUID number, CheckInReport report) throws InterruptedException;
}
