package de.buergerkiosk.central.console;

import de.buergerkiosk.central.desk.Wording;
import de.buergerkiosk.central.settings.Layer;
import de.buergerkiosk.central.settings.Layer.Level;
import de.buergerkiosk.central.settings.LayerBook;
import de.buergerkiosk.central.settings.Layers;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** All layers, and one of them with its form and its history. */
@Controller
final class LayerPages {
    private final Layers layers;
    private final FleetView fleet;
    private final LayerForms forms;
    private final Wording wording;

    LayerPages(Layers layers, FleetView fleet, LayerForms forms, Wording wording) {
        this.layers = layers;
        this.fleet = fleet;
        this.forms = forms;
        this.wording = wording;
    }

    /**
     * A layer in the list.
     *
     * @param changed by whom and when; empty when nobody said anything yet
     */
    record Row(String name, String page, int settings, String changed, long kiosks) {}

    /** Layers of one level. */
    record Group(String level, String title, String help, List<Row> rows) {}

    @GetMapping("/fleet/layers")
    String layers(Locale locale, Model model) {
        var speech = new Speech(wording, locale);
        var all = fleet.all();
        var known = new HashMap<LayerName, Layer>();
        layers.upTo(layers.newestChange())
                .forEach(layer -> known.put(new LayerName(layer.level(), layer.name()), layer));
        var groups = new ArrayList<Group>();
        for (var level : Level.values()) {
            var names = new TreeSet<>(names(level, all));
            known.keySet().stream()
                    .filter(each -> each.level() == level)
                    .forEach(each -> names.add(each.name()));
            groups.add(
                    new Group(
                            Speech.word(level),
                            speech.say("console.levels." + Speech.word(level)),
                            speech.say("console.levels.help." + Speech.word(level)),
                            names.stream()
                                    .map(name ->
                                            row(new LayerName(level, name), known, all, speech))
                                    .toList()));
        }
        model.addAttribute("levels", groups);
        return "console/layers";
    }

    private static List<String> names(Level level, List<FleetView.Line> all) {
        return switch (level) {
            case CITY -> List.of(Layers.CITY);
            case SITE -> Places.sites(all);
            case GROUP -> Places.groups(all);
            case KIOSK -> all.stream().map(line -> line.kiosk().id()).toList();
        };
    }

    private static Row row(
            LayerName name, Map<LayerName, Layer> known, List<FleetView.Line> all, Speech speech) {
        var layer = Optional.ofNullable(known.get(name));
        return new Row(
                name.level() == Level.CITY ? speech.say("console.level.city") : name.name(),
                name.page(),
                layer.map(found -> Changes.values(found.values()).size()).orElse(0),
                layer.map(found ->
                                speech.say(
                                        "console.source.by",
                                        found.change().by(),
                                        speech.time(found.change().at())))
                        .orElse(""),
                all.stream().filter(line -> LayerForms.concerns(name, line.kiosk())).count());
    }

    /** One change of the past. */
    record Past(int version, String by, String at, String note, List<ChangeRow> changes) {}

    @GetMapping("/fleet/layers/{level}/{name}")
    String layer(
            @PathVariable String level,
            @PathVariable String name,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        var layer = LayerName.of(level, name);
        if (layer.isEmpty()) {
            return Trouble.unknown(model, response, "layer");
        }
        var newest = layers.newest(layer.get().level(), name);
        var speech = new Speech(wording, locale);
        forms.show(
                model,
                layer.get(),
                newest.map(LayerBook.Kept::version).orElse(0),
                newest.map(kept -> kept.layer().values()),
                speech);
        return "console/layer";
    }
}
