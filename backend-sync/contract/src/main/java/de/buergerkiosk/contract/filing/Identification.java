package de.buergerkiosk.contract.filing;

import de.buergerkiosk.contract.json.Checks;
import java.util.List;

/**
 * How the citizen was identified.
 *
 * @param means such as {@code npa}, or {@code npa-simulated} where no real card was read; the desk
 *     says so
 * @param attributes what the card told and the citizen granted, labels in German
 */
public record Identification(String means, List<Row> attributes) {
    public static final int ATTRIBUTES_MAX = 40;

    public Identification {
        Checks.slug("identification.means", means);
        attributes = List.copyOf(attributes);
        Checks.between("identification.attributes", attributes.size(), 0, ATTRIBUTES_MAX);
    }

    /** Whether a simulation stood in for a real card. */
    public boolean simulated() {
        return means.endsWith("-simulated");
    }

    @Override
    public String toString() {
        return "[personal]";
    }
}
