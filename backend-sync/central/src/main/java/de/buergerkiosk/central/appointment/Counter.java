package de.buergerkiosk.central.appointment;

import de.buergerkiosk.contract.json.Checks;
import java.time.LocalDate;

/**
 * Where somebody is called to, on a day.
 *
 * @param number as it stands on the wall: a counter or a room
 * @param clerk login of whoever sits there
 */
public record Counter(String venue, LocalDate day, int number, String clerk) {
    public static final int NUMBER_MAX = 999;

    public Counter {
        Checks.between("counter", number, 1, NUMBER_MAX);
    }
}
