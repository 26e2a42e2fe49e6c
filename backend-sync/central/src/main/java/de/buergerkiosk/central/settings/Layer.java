package de.buergerkiosk.central.settings;

import de.buergerkiosk.contract.json.Checks;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * The settings that somebody made for a city, a site, a group or one kiosk. What a layer does not
 * name comes from the layers above it.
 *
 * @param name of the site, the group or the kiosk; of the city for the uppermost
 */
public record Layer(Level level, String name, Change change, ObjectNode values) {
    /** From the widest to the narrowest; a narrower one wins. */
    public enum Level {
        CITY,
        SITE,
        GROUP,
        KIOSK
    }

    /**
     * Who made a layer what it is.
     *
     * @param number ascending over all layers, 1 or more
     * @param by login of a person, never their name
     */
    public record Change(long number, String by, Instant at) {
        public Change {
            Checks.between("change", number, 1, Long.MAX_VALUE);
            Checks.filled("by", by, 64);
        }
    }

    public Layer {
        Checks.slug("name", name);
        values = values.deepCopy();
    }

    /** What people are told about it. */
    public Origin origin() {
        return new Origin(level, name, change);
    }

    /** A layer without its values. */
    public record Origin(Level level, String name, Change change) {}
}
