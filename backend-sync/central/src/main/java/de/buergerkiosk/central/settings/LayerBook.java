package de.buergerkiosk.central.settings;

import de.buergerkiosk.central.settings.Layer.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Where the changes of layers are kept. */
public interface LayerBook {
    /**
     * One change of one layer.
     *
     * @param version of this layer, from 1
     * @param note why, in the words of who did it; may be empty
     */
    record Kept(Layer layer, int version, String note) {}

    /** The newest change of a layer. */
    Optional<Kept> newest(Level level, String name);

    /** All changes of a layer, the newest first, at most so many. */
    List<Kept> history(Level level, String name, int most);

    /** The newest of every layer, up to a change. */
    List<Layer> upTo(long change);

    /** Changes of all layers with numbers above the first and up to the last, the newest first. */
    List<Kept> changes(long above, long upTo, int most);

    /** The number of the newest change of all; 0 when there is none. */
    long newestChange();

    /**
     * Keeps a change, unless somebody else changed the layer since.
     *
     * @param version that it was made from; 0 for a layer that is new
     */
    Optional<Kept> change(
            Level level,
            String name,
            int version,
            ObjectNode values,
            String note,
            String by,
            Instant at);
}
