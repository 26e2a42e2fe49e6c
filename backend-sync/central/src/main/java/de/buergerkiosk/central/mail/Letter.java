package de.buergerkiosk.central.mail;

import java.time.Instant;

/**
 * A mail as it goes out.
 *
 * @param messageId without angle brackets
 * @param calendar iCalendar text, attached
 * @param method of the calendar entry, REQUEST or CANCEL
 */
public record Letter(
        String messageId,
        String to,
        String subject,
        String text,
        String calendar,
        String method,
        String language,
        Instant date) {
    /** All of it is personal. */
    @Override
    public String toString() {
        return "Letter[" + messageId + "]";
    }
}
