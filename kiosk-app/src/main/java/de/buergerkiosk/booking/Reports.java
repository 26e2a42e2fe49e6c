package de.buergerkiosk.booking;

import de.buergerkiosk.contract.appointment.CheckInReport;
import de.buergerkiosk.contract.appointment.TicketReport;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the centre still has to hear of numbers that were given out. Every change is durable. */
public interface Reports {
    /** One report. */
    record Waiting(UUID id, What what, int attempts) {}

    /** What happened. */
    sealed interface What {
        record Taken(TicketReport report) implements What {}

        record Arrived(CheckInReport report) implements What {}
    }

    List<Waiting> due(Instant now, int itemsMax);

    void told(UUID id);

    void postponed(UUID id, Instant until, String why);

    /** The centre will never take it: staff has to look. */
    void refused(UUID id, Instant at, String code, String why);

    /**
     * The centre does not know the appointment, but its citizen waits with a number on paper: that is
     * reported as one without an appointment, so that it is called; and staff has to look.
     *
     * @param fresh number of the new report
     */
    void insteadTicket(UUID id, UUID fresh, String service, Instant at, String why);

    /** How many wait. */
    int depth();
}
