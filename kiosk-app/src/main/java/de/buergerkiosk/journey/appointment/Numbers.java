package de.buergerkiosk.journey.appointment;

import de.buergerkiosk.contract.appointment.AppointmentCode;
import de.buergerkiosk.journey.VisitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The waiting numbers that this kiosk may give out, and the slips that it owes. Every change is
 * durable when the method returns: a number is written down before any printer hears of it.
 */
public interface Numbers {
    /**
     * The next number of that day, with the report that the centre will get of it; the same one again
     * for the same visit. Empty when this kiosk has none for that day.
     */
    Optional<Slip.Ticket> ticket(
            VisitId visit, String venue, String service, LocalDate day, Instant at);

    /** The same for somebody with an appointment, of which only the hash of the code is kept. */
    Optional<Arrived> arrive(
            VisitId visit,
            String venue,
            LocalDate day,
            AppointmentCode code,
            Optional<Instant> start,
            Instant at);

    /**
     * A number for somebody with an appointment.
     *
     * @param report number under which the centre hears of it
     */
    record Arrived(UUID report, Slip.Arrival slip) {}

    /** The centre knows of this visit's number. */
    void told(VisitId visit);

    /** The centre refused this visit's number before anybody saw it: the next citizen gets it. */
    void giveBack(VisitId visit);

    /** An appointment is about to be booked or moved; whoever is cut now is owed its slip. */
    void arranging(VisitId visit, Slip.Booked slip);

    /** The slip is out of our hands, in whatever way; its code is forgotten. */
    void handed(VisitId visit, String how);

    /** Slips that a power cut left open, oldest first. */
    List<Owed> owed();

    /** A slip that may not have reached its citizen. */
    record Owed(VisitId visit, Slip slip) {}
}
