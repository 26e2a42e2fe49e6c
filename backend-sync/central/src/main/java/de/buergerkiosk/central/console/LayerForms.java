package de.buergerkiosk.central.console;

import de.buergerkiosk.central.console.LayerPages.Past;
import de.buergerkiosk.central.fleet.Kiosk;
import de.buergerkiosk.central.fleet.KioskBook;
import de.buergerkiosk.central.offices.OfficeDirectory;
import de.buergerkiosk.central.settings.EffectiveSettings;
import de.buergerkiosk.central.settings.Layer;
import de.buergerkiosk.central.settings.Layer.Level;
import de.buergerkiosk.central.settings.LayerBook.Kept;
import de.buergerkiosk.central.settings.Layers;
import de.buergerkiosk.central.settings.SettingsSchema.Violation;
import de.buergerkiosk.contract.json.CanonicalJson;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.ui.Model;
import tools.jackson.databind.node.ObjectNode;

/** Fills the page of one layer: its form, what holds above it, whom it concerns, its history. */
final class LayerForms {
    private static final int SCHEMA_BYTES_MAX = 1 << 20;
    private static final int PAST_MAX = 20;

    private final Layers layers;
    private final KioskBook kiosks;
    private final OfficeDirectory offices;
    private final InstantSource clock;

    LayerForms(Layers layers, KioskBook kiosks, OfficeDirectory offices, InstantSource clock) {
        this.layers = layers;
        this.kiosks = kiosks;
        this.offices = offices;
        this.clock = clock;
    }

    SettingsForm form() {
        var services =
                offices.offices().stream()
                        .flatMap(office -> office.services().stream())
                        .map(offer -> offer.id())
                        .distinct()
                        .toList();
        var schema = CanonicalJson.read(layers.schema().text(), SCHEMA_BYTES_MAX);
        return new SettingsForm(SettingsField.of(schema, services));
    }

    /** The page with what a layer says. */
    void show(Model model, LayerName name, int version, Optional<ObjectNode> says, Speech speech) {
        var inputs = form().inputs(says.orElseGet(CanonicalJson::object));
        show(model, name, version, inputs, List.of(), speech);
    }

    /** The page with what somebody entered, and what is wrong with it. */
    void show(
            Model model,
            LayerName name,
            int version,
            Map<String, String> inputs,
            List<Violation> violations,
            Speech speech) {
        var form = form();
        var at = form.atFields(violations, inputs);
        var sections = new FormView(speech, above(name), inputs, at).sections(form.fields());
        frame(model, name, speech);
        model.addAttribute("version", version);
        model.addAttribute("sections", sections);
        model.addAttribute(
                "errors",
                sections.stream()
                        .flatMap(section -> section.inputs().stream())
                        .filter(input -> !input.error().isEmpty())
                        .toList());
        model.addAttribute(
                "homeless",
                violations.stream()
                        .filter(v -> !at.containsValue(v))
                        .map(Violation::problem)
                        .toList());
        model.addAttribute("past", past(name, speech));
    }

    /** What every page about a layer says. */
    void frame(Model model, LayerName name, Speech speech) {
        model.addAttribute("path", name.page());
        model.addAttribute("page", name.page());
        model.addAttribute("title", speech.layer(name.level(), name.name()));
        model.addAttribute(
                "kiosks",
                kiosks.all().stream()
                        .filter(kiosk -> concerns(name, kiosk))
                        .map(Kiosk::id)
                        .toList());
    }

    static boolean concerns(LayerName name, Kiosk kiosk) {
        return switch (name.level()) {
            case CITY -> true;
            case SITE -> kiosk.site().equals(name.name());
            case GROUP -> kiosk.groups().contains(name.name());
            case KIOSK -> kiosk.id().equals(name.name());
        };
    }

    /**
     * What holds where this layer says nothing. Kiosks of a site or of a group may have different
     * layers besides; then only the city's is certain.
     */
    private EffectiveSettings above(LayerName name) {
        var all = layers.upTo(layers.newestChange());
        return switch (name.level()) {
            case CITY -> EffectiveSettings.of(List.of());
            case SITE, GROUP ->
                    EffectiveSettings.of(
                            all.stream().filter(layer -> layer.level() == Level.CITY).toList());
            case KIOSK ->
                    kiosks.find(name.name())
                            .map(kiosk -> Layers.of(kiosk, without(all, name)))
                            .orElseGet(() -> EffectiveSettings.of(List.of()));
        };
    }

    private static List<Layer> without(List<Layer> all, LayerName name) {
        return all.stream()
                .filter(layer -> layer.level() != name.level() || !layer.name().equals(name.name()))
                .toList();
    }

    /** Kiosks for which something is different with this content of the layer. */
    List<String> changedBy(LayerName name, ObjectNode content, String by) {
        var all = layers.upTo(layers.newestChange());
        var changed = new ArrayList<>(without(all, name));
        var change = new Layer.Change(layers.newestChange() + 1, by, clock.instant());
        changed.add(new Layer(name.level(), name.name(), change, content));
        return kiosks.all().stream()
                .filter(kiosk -> concerns(name, kiosk))
                .filter(kiosk ->
                        !Layers.of(kiosk, all).json().equals(Layers.of(kiosk, changed).json()))
                .map(Kiosk::id)
                .toList();
    }

    private List<Past> past(LayerName name, Speech speech) {
        var history = layers.history(name.level(), name.name());
        var past = new ArrayList<Past>();
        for (int i = 0; i < Math.min(history.size(), PAST_MAX); i++) {
            var before =
                    i + 1 < history.size()
                            ? history.get(i + 1).layer().values()
                            : CanonicalJson.object();
            past.add(past(history.get(i), before, speech));
        }
        return past;
    }

    static Past past(Kept kept, ObjectNode before, Speech speech) {
        var change = kept.layer().change();
        return new Past(
                kept.version(),
                change.by(),
                speech.time(change.at()),
                kept.note(),
                ChangeRow.between(before, kept.layer().values(), speech));
    }
}
