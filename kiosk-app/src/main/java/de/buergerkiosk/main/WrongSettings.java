package de.buergerkiosk.main;

import java.util.List;

/** The configuration cannot be used. Each finding names field, place and cure. */
public final class WrongSettings extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * One wrong value.
     *
     * @param field such as {@code payment.port}
     * @param place file and line
     */
    public record Finding(String field, String place, String problem, String cure) {
        @Override
        public String toString() {
            return field + " (" + place + "): " + problem + ". " + cure + ".";
        }
    }

    private final transient List<Finding> findings;

    WrongSettings(List<Finding> findings) {
        super(String.join("\n", findings.stream().map(Finding::toString).toList()));
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }
}
