package de.buergerkiosk.central.settings;

import de.buergerkiosk.central.audit.AuditEntry;
import de.buergerkiosk.central.audit.AuditTrail;
import de.buergerkiosk.central.fleet.Kiosk;
import de.buergerkiosk.central.settings.Layer.Level;
import de.buergerkiosk.contract.json.Checks;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Editing layers, and what results for a kiosk. */
public final class Layers {
    /** The name of the uppermost layer. */
    public static final String CITY = "city";

    private static final int NOTE_CHARACTERS_MAX = 300;
    private static final int HISTORY_MAX = 200;

    private final LayerBook book;
    private final SettingsSchema schema;
    private final AuditTrail audit;
    private final InstantSource clock;

    public Layers(LayerBook book, SettingsSchema schema, AuditTrail audit, InstantSource clock) {
        this.book = book;
        this.schema = schema;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of a change. */
    public sealed interface Outcome {
        record Done(LayerBook.Kept kept) implements Outcome {}

        /** Somebody else changed the layer since it was read. */
        record Changed(int version) implements Outcome {}

        record Refused(List<SettingsSchema.Violation> violations) implements Outcome {
            public Refused {
                violations = List.copyOf(violations);
            }
        }
    }

    /**
     * Changes a layer as a whole.
     *
     * @param version that was read; 0 where there was none
     * @param by login of who does it
     * @throws MalformedDocument when name or note are not possible
     */
    public Outcome change(
            Level level, String name, int version, ObjectNode values, String note, String by) {
        Checks.slug("name", name);
        Checks.text("note", note, NOTE_CHARACTERS_MAX);
        if (level == Level.CITY && !name.equals(CITY)) {
            throw new MalformedDocument("name", "must be " + CITY + ": there is one city");
        }
        var violations = schema.check(values);
        if (!violations.isEmpty()) {
            return new Outcome.Refused(violations);
        }
        var now = clock.instant();
        var kept = book.change(level, name, version, values, note, by, now);
        if (kept.isEmpty()) {
            return new Outcome.Changed(
                    book.newest(level, name).map(LayerBook.Kept::version).orElse(0));
        }
        var subject = level.name().toLowerCase(Locale.ROOT) + "/" + name;
        audit.append(new AuditEntry(now, by, "layer-changed", subject, "version " + (version + 1)));
        return new Outcome.Done(kept.get());
    }

    public Optional<LayerBook.Kept> newest(Level level, String name) {
        return book.newest(level, name);
    }

    public List<LayerBook.Kept> history(Level level, String name) {
        return book.history(level, name, HISTORY_MAX);
    }

    /** Changes of all layers with numbers above the first and up to the last, the newest first. */
    public List<LayerBook.Kept> changes(long above, long upTo) {
        return book.changes(above, upTo, HISTORY_MAX);
    }

    public SettingsSchema schema() {
        return schema;
    }

    /** The number of the newest change; 0 when nobody said anything yet. */
    public long newestChange() {
        return book.newestChange();
    }

    /** All layers as they were after a change. */
    public List<Layer> upTo(long change) {
        return book.upTo(change);
    }

    /** What holds for a kiosk; later groups count more. */
    public static EffectiveSettings of(Kiosk kiosk, Collection<Layer> layers) {
        var own = new ArrayList<Layer>();
        pick(layers, Level.CITY, CITY).ifPresent(own::add);
        pick(layers, Level.SITE, kiosk.site()).ifPresent(own::add);
        for (var group : kiosk.groups()) {
            pick(layers, Level.GROUP, group).ifPresent(own::add);
        }
        pick(layers, Level.KIOSK, kiosk.id()).ifPresent(own::add);
        return EffectiveSettings.of(own);
    }

    private static Optional<Layer> pick(Collection<Layer> layers, Level level, String name) {
        return layers.stream()
                .filter(layer -> layer.level() == level && layer.name().equals(name))
                .findFirst();
    }
}
