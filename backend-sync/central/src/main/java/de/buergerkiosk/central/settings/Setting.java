package de.buergerkiosk.central.settings;

import de.buergerkiosk.central.settings.Layer.Origin;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One value that holds for a kiosk.
 *
 * @param path JSON pointer (RFC 6901) such as {@code /idle/seconds}
 * @param origin the layer that it comes from
 * @param overridden the layers that say something else or the same, from the widest on
 */
public record Setting(String path, JsonNode value, Origin origin, List<Origin> overridden) {
    public Setting {
        overridden = List.copyOf(overridden);
    }
}
