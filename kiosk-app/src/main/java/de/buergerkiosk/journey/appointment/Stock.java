package de.buergerkiosk.journey.appointment;

import java.time.LocalDate;

/** The waiting numbers that the centre has lent this kiosk, and the way to more of them. */
public interface Stock {
    /** How many there are for that day. */
    int left(LocalDate day);

    /** Asks the centre for more, within seconds; without an answer the stock stays as it is. */
    void fetch(LocalDate day) throws InterruptedException;
}
