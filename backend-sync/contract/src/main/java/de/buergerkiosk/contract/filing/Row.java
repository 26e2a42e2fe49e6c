package de.buergerkiosk.contract.filing;

import de.buergerkiosk.contract.json.Checks;

/** One line of a filing as the clerk reads it, in German: what was asked, what was answered. */
public record Row(String label, String value) {
    public static final int LABEL_CHARACTERS_MAX = 300;
    public static final int VALUE_CHARACTERS_MAX = 10_000;

    public Row {
        Checks.filled("label", label, LABEL_CHARACTERS_MAX);
        Checks.text("value", value, VALUE_CHARACTERS_MAX);
    }

    @Override
    public String toString() {
        return "[personal]";
    }
}
