package de.buergerkiosk.central.appointment;

import de.buergerkiosk.contract.appointment.AppointmentCode;
import java.io.Serial;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where appointments are kept. Each change is one transaction, with the mails that it causes. */
public interface AppointmentBook {
    /** Brings the slots of a day in line with its plan; what is booked stays booked. */
    void lay(Day day);

    /**
     * A day's slots as they are to be.
     *
     * @param from midnight that begins the day where the venue is
     * @param until midnight that ends it
     */
    record Day(
            String venue,
            LocalDate day,
            Instant from,
            Instant until,
            int minutes,
            int capacity,
            List<Instant> starts) {
        public Day {
            starts = List.copyOf(starts);
        }
    }

    /** Starts at which so many slots in a row are free, ascending. */
    List<Instant> free(String venue, Instant from, Instant until, int slots, int itemsMax);

    /**
     * Takes all places of an appointment, or none.
     *
     * @return false when not all of its slots are free
     * @throws KeptAlready when its number or its code is known
     */
    boolean take(Draft draft) throws KeptAlready;

    /** An appointment that is not kept yet. */
    record Draft(Appointment appointment, String kiosk, String wish, int slotMinutes, Instant at) {}

    /** Number or code are known. */
    final class KeptAlready extends Exception {
        @Serial private static final long serialVersionUID = 1L;
    }

    /** The appointment under a kiosk's number, with the digest of the wish that made it. */
    Optional<Known> known(UUID id);

    /** An appointment and what it was made from. */
    record Known(Appointment appointment, String wish) {}

    Optional<Appointment> find(AppointmentCode code);

    /** By the hash of its code, as {@link AppointmentCode#digest} makes it; only around that moment. */
    Optional<Appointment> findByDigest(String digest, Instant around);

    /** Confirms what is held; answers what is kept afterwards. */
    Appointment confirm(Appointment held, Contact contact, Instant at);

    /** Gives its places back; answers what is kept afterwards. */
    Appointment cancel(Appointment appointment, Instant at);

    /** Takes other places and gives the old ones back, or does nothing and answers empty. */
    Optional<Appointment> move(
            Appointment appointment, Instant start, int slots, int slotMinutes, Instant at);

    /** Gives back the places of appointments that were held too long; says how many. */
    int releaseExpired(Instant at);
}
