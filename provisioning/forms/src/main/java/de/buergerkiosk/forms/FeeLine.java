package de.buergerkiosk.forms;

/**
 * One position of the fee.
 *
 * @param cents whole euro cents, never negative
 * @param legalBasis in German, as the law is
 */
public record FeeLine(Localized text, long cents, String legalBasis) {
    public FeeLine {
        if (cents < 0) {
            throw new IllegalArgumentException("negative fee: " + cents);
        }
    }
}
