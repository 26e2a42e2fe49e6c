package de.buergerkiosk.journey.appointment;

import de.buergerkiosk.contract.appointment.AppointmentCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What a citizen takes away, as data: the same record is printed, shown, and kept until it is out. */
public sealed interface Slip {
    /** Id of the venue it is for. */
    String venue();

    /** A waiting number. */
    record Ticket(String venue, String service, LocalDate day, int number, Instant at)
            implements Slip {}

    /**
     * Checked in, with a waiting number.
     *
     * @param start of the appointment; empty while the centre cannot be asked
     * @param told whether the centre knows; if not, it will hear of it
     */
    record Arrival(
            String venue,
            LocalDate day,
            int number,
            Instant at,
            Optional<Instant> start,
            boolean told)
            implements Slip {
        Arrival nowTold() {
            return new Arrival(venue, day, number, at, start, true);
        }
    }

    /**
     * An appointment that is booked.
     *
     * @param moved whether it was at another time before
     */
    record Booked(String venue, String service, AppointmentCode code, Instant start, boolean moved)
            implements Slip {}

    /** An appointment that is cancelled; there is no paper for it. */
    record Cancelled(String venue, String service, Instant start) implements Slip {}

    /**
     * A wish for an appointment that the office has to answer.
     *
     * @param number of the filing, as people read it
     */
    record Wished(String venue, String service, String number, Instant at) implements Slip {}
}
