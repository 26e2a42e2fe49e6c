package de.buergerkiosk.central.console;

import de.buergerkiosk.central.desk.Wording;
import de.buergerkiosk.central.people.Person;
import de.buergerkiosk.central.settings.LayerBook.Kept;
import de.buergerkiosk.central.settings.Layers;
import de.buergerkiosk.central.settings.SettingsSchema.Violation;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.MalformedDocument;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changing a layer in two steps: the form is checked and the difference is shown; then it is kept, if
 * nobody else was faster. Whoever was slower sees the other's change and their own on top of it.
 */
@Controller
final class LayerChanges {
    private static final int LAYER_BYTES_MAX = 256 << 10;

    private final Layers layers;
    private final LayerForms forms;
    private final Wording wording;

    LayerChanges(Layers layers, LayerForms forms, Wording wording) {
        this.layers = layers;
        this.forms = forms;
        this.wording = wording;
    }

    /** The form was filled in: what would be different. */
    @PostMapping("/fleet/layers/{level}/{name}/check")
    String check(
            @AuthenticationPrincipal Person admin,
            @PathVariable String level,
            @PathVariable String name,
            @RequestParam Map<String, String> inputs,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        var layer = LayerName.of(level, name);
        var version = number(inputs.getOrDefault("version", ""));
        if (layer.isEmpty() || version.isEmpty()) {
            return Trouble.unknown(model, response, "layer");
        }
        var speech = new Speech(wording, locale);
        var read = forms.form().read(inputs);
        var violations = new ArrayList<>(read.violations());
        violations.addAll(layers.schema().check(read.layer()));
        if (!violations.isEmpty()) {
            return refused(model, response, layer.get(), version.get(), inputs, violations, speech);
        }
        difference(model, layer.get(), version.get(), read.layer(), admin, speech);
        return "console/difference";
    }

    /** Back from the difference to the form, with all that was entered. */
    @PostMapping("/fleet/layers/{level}/{name}/edit")
    String edit(
            @PathVariable String level,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String content,
            @RequestParam(defaultValue = "") String version,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        var layer = LayerName.of(level, name);
        var number = number(version);
        if (layer.isEmpty() || number.isEmpty()) {
            return Trouble.unknown(model, response, "layer");
        }
        forms.show(
                model, layer.get(), number.get(), document(content), new Speech(wording, locale));
        return "console/layer";
    }

    @PostMapping("/fleet/layers/{level}/{name}")
    String save(
            @AuthenticationPrincipal Person admin,
            @PathVariable String level,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String content,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String note,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var layer = LayerName.of(level, name);
        var number = number(version);
        var mine = document(content);
        if (layer.isEmpty() || number.isEmpty() || mine.isEmpty()) {
            return Trouble.unknown(model, response, "layer");
        }
        var speech = new Speech(wording, locale);
        var outcome =
                layers.change(
                        layer.get().level(),
                        name,
                        number.get(),
                        mine.get(),
                        Notes.cut(note),
                        admin.name());
        return switch (outcome) {
            case Layers.Outcome.Done(var kept) -> {
                flash.addFlashAttribute("saved", kept.version());
                yield "redirect:" + layer.get().page();
            }
            case Layers.Outcome.Refused(var violations) -> {
                var inputs = forms.form().inputs(mine.get());
                yield refused(
                        model, response, layer.get(), number.get(), inputs, violations, speech);
            }
            case Layers.Outcome.Changed(int newest) -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("note", note);
                conflict(model, layer.get(), number.get(), newest, mine.get(), admin, speech);
                yield "console/difference";
            }
        };
    }

    private String refused(
            Model model,
            HttpServletResponse response,
            LayerName name,
            int version,
            Map<String, String> inputs,
            List<Violation> violations,
            Speech speech) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        forms.show(model, name, version, inputs, violations, speech);
        return "console/layer";
    }

    private void difference(
            Model model,
            LayerName name,
            int version,
            ObjectNode content,
            Person admin,
            Speech speech) {
        var now = layers.newest(name.level(), name.name()).filter(k -> k.version() == version);
        var before = now.map(kept -> kept.layer().values()).orElseGet(CanonicalJson::object);
        if (now.isEmpty() && version > 0) {
            before = at(name, version);
        }
        show(model, name, version, content, admin, speech);
        model.addAttribute("changes", ChangeRow.between(before, content, speech));
    }

    private void show(
            Model model,
            LayerName name,
            int version,
            ObjectNode content,
            Person admin,
            Speech speech) {
        forms.frame(model, name, speech);
        model.addAttribute("version", version);
        model.addAttribute("content", CanonicalJson.text(content));
        model.addAttribute("concerned", forms.changedBy(name, content, admin.name()));
    }

    /** Mine is made anew from theirs, so that saving loses neither. */
    private void conflict(
            Model model,
            LayerName name,
            int base,
            int newest,
            ObjectNode mine,
            Person admin,
            Speech speech) {
        var before = at(name, base);
        var theirs = at(name, newest);
        var changes = Changes.between(before, mine);
        var merged = Changes.made(theirs, changes);
        var others =
                Changes.between(before, theirs).stream()
                        .map(Changes.Change::path)
                        .collect(Collectors.toSet());
        show(model, name, newest, merged, admin, speech);
        model.addAttribute(
                "changes",
                ChangeRow.of(Changes.between(theirs, merged), Set.copyOf(others), speech));
        layers.newest(name.level(), name.name())
                .ifPresent(kept ->
                        model.addAttribute("theirs", LayerForms.past(kept, before, speech)));
    }

    private ObjectNode at(LayerName name, int version) {
        return layers.history(name.level(), name.name()).stream()
                .filter(kept -> kept.version() == version)
                .map(Kept::layer)
                .map(layer -> layer.values())
                .findFirst()
                .orElseGet(CanonicalJson::object);
    }

    private static Optional<ObjectNode> document(String content) {
        try {
            return Optional.of(CanonicalJson.read(content, LAYER_BYTES_MAX));
        } catch (MalformedDocument e) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> number(String version) {
        return version.matches("\\d{1,9}")
                ? Optional.of(Integer.parseInt(version))
                : Optional.empty();
    }
}
