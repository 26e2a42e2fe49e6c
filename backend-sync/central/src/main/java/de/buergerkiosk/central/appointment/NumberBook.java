package de.buergerkiosk.central.appointment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Where waiting numbers are lent and come back. */
public interface NumberBook {
    /** The next numbers of a venue's day; the same ones for the same request. */
    NumberBlock lend(UUID request, String kiosk, String venue, LocalDate day, int size, Instant at);

    /**
     * Keeps a ticket once. With an appointment, that has arrived from then on, in the same
     * transaction.
     */
    TicketOutcome keep(Ticket ticket, Instant at);
}
