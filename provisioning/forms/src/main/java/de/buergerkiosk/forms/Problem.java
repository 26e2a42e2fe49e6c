package de.buergerkiosk.forms;

/**
 * Something the citizen has to mend before the filing can be made.
 *
 * @param page the page to go to; the first visible page when no control can mend it
 * @param path the control; empty or a path without control when the page as a whole is meant
 * @param key text key of the message: fit for logs and statistics, unlike the answers
 */
public record Problem(String page, String path, String key, Localized message) {}
