package de.buergerkiosk.forms;

import java.time.LocalDate;

/**
 * That a service may be filed first and paid after a fee notice of the office.
 *
 * @param offered when the citizen may choose it
 * @param dueDays how many days the citizen has to pay, counted from the day of the filing
 * @param issue when the citizen gets what the service issues: its document, and its lines on the
 *     receipt
 * @param notice how the citizen pays and who sends the notice, for screen and receipt
 */
public record PayLater(Offered offered, int dueDays, Issue issue, Localized notice) {
    /** When it may be chosen. */
    public enum Offered {
        /** Beside the other ways to pay. */
        ALWAYS,
        /** Only after another way did not work. */
        FALLBACK
    }

    /** When the citizen gets what is paid for. */
    public enum Issue {
        /** At once, although it is not paid. */
        NOW,
        /** From the office, once it is paid. */
        WHEN_PAID
    }

    /** The last day to pay what was filed on that day. */
    public LocalDate dueOn(LocalDate filedOn) {
        return filedOn.plusDays(dueDays);
    }
}
