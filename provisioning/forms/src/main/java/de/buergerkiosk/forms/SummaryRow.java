package de.buergerkiosk.forms;

import java.util.Optional;

/**
 * One row of the page on which the citizen checks the answers.
 *
 * @param page where it can be changed; empty for what comes from the ID card or is worked out
 * @param path dotted path in the data
 */
public record SummaryRow(
        Optional<String> page, String path, Localized label, Localized value, boolean personal) {
    @Override
    public String toString() {
        return "SummaryRow[" + path + ", value=[personal]]";
    }
}
