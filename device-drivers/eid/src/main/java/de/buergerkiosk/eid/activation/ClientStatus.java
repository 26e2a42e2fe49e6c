package de.buergerkiosk.eid.activation;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What an eID client says about itself (TR-03124-1, 2.2.2.1): lines of {@code Name: value}.
 *
 * @param specification the guideline it keeps to, {@code TR-03124} with its version
 */
public record ClientStatus(String title, String version, String specification) {
    private static final int LINES_MAX = 50;
    private static final int VALUE_MAX = 200;

    /** Empty when the text is no status. */
    static Optional<ClientStatus> parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : text.lines().limit(LINES_MAX).toList()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                String value = line.substring(colon + 1).strip();
                values.put(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        value.substring(0, Math.min(value.length(), VALUE_MAX)));
            }
        }
        String title = values.getOrDefault("implementation-title", "");
        String specification = values.getOrDefault("specification-title", "");
        if (title.isBlank() || !specification.contains("03124")) {
            return Optional.empty();
        }
        return Optional.of(
                new ClientStatus(
                        title,
                        values.getOrDefault("implementation-version", ""),
                        specification
                                + " "
                                + values.getOrDefault("specification-version", "").strip()));
    }
}
