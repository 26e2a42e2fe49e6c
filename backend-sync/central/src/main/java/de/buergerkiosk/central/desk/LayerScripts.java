package de.buergerkiosk.central.desk;

import de.buergerkiosk.central.fleet.KioskBook;
import de.buergerkiosk.central.people.Person;
import de.buergerkiosk.central.settings.Drift;
import de.buergerkiosk.central.settings.Layer;
import de.buergerkiosk.central.settings.Layer.Level;
import de.buergerkiosk.central.settings.LayerBook;
import de.buergerkiosk.central.settings.Layers;
import de.buergerkiosk.central.watch.WatchBook;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.MalformedDocument;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** For admins: layers of settings, what results for a kiosk, and why. */
@RestController
final class LayerScripts {
    private final Layers layers;
    private final KioskBook kiosks;
    private final WatchBook watch;

    LayerScripts(Layers layers, KioskBook kiosks, WatchBook watch) {
        this.layers = layers;
        this.kiosks = kiosks;
        this.watch = watch;
    }

    /** What may stand in a layer (JSON Schema 2020-12). */
    @GetMapping("/api/fleet/schema")
    ResponseEntity<byte[]> schema() {
        return Replies.ok(CanonicalJson.read(layers.schema().text(), 1 << 20));
    }

    @GetMapping("/api/fleet/layers/{level}/{name}")
    ResponseEntity<byte[]> show(@PathVariable String level, @PathVariable String name) {
        try {
            return layers.newest(level(level), name)
                    .map(kept -> Replies.ok(json(kept)))
                    .orElseGet(() -> Replies.unknown("nobody said anything in this layer yet"));
        } catch (MalformedDocument e) {
            return Replies.malformed(e);
        }
    }

    /** {@code {"version":3,"settings":{…},"note":"…"}}: the whole layer, made from version 3 of it. */
    @PutMapping("/api/fleet/layers/{level}/{name}")
    ResponseEntity<byte[]> change(
            @AuthenticationPrincipal Person admin,
            @PathVariable String level,
            @PathVariable String name,
            HttpServletRequest request)
            throws IOException {
        try {
            var fields = Replies.document(request);
            var outcome =
                    layers.change(
                            level(level),
                            name,
                            fields.smallNumber("version"),
                            fields.rawObject("settings"),
                            fields.textIfPresent("note").orElse(""),
                            admin.name());
            return switch (outcome) {
                case Layers.Outcome.Done(var kept) -> Replies.ok(json(kept));
                case Layers.Outcome.Changed(int version) ->
                        Replies.problem(
                                HttpStatus.CONFLICT,
                                "changed-meanwhile",
                                "the layer is at version "
                                        + version
                                        + "; read it again and repeat the change",
                                "version");
                case Layers.Outcome.Refused(var violations) -> {
                    var first = violations.getFirst();
                    yield Replies.problem(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "breaks-schema",
                            first.problem()
                                    + violations.stream()
                                            .skip(1)
                                            .map(v -> "; " + v.path() + " " + v.problem())
                                            .reduce("", String::concat),
                            first.path().isEmpty() ? "/" : first.path());
                }
            };
        } catch (MalformedDocument e) {
            return Replies.malformed(e);
        }
    }

    @GetMapping("/api/fleet/layers/{level}/{name}/history")
    ResponseEntity<byte[]> history(@PathVariable String level, @PathVariable String name) {
        try {
            var json = CanonicalJson.object();
            var array = json.putArray("changes");
            layers.history(level(level), name).forEach(kept -> array.add(json(kept)));
            return Replies.ok(json);
        } catch (MalformedDocument e) {
            return Replies.malformed(e);
        }
    }

    /** Every value that holds for a kiosk, with the layer that it comes from; and what differs. */
    @GetMapping("/api/fleet/kiosks/{id}/settings")
    ResponseEntity<byte[]> effective(@PathVariable String id) {
        var kiosk = kiosks.find(id);
        if (kiosk.isEmpty()) {
            return Replies.unknown("there is no kiosk of this name");
        }
        var effective = Layers.of(kiosk.get(), layers.upTo(layers.newestChange()));
        var json = CanonicalJson.object().put("kiosk", id);
        json.set("effective", effective.json());
        var origins = json.putArray("origins");
        for (var setting : effective.settings().values()) {
            var item = origins.addObject().put("path", setting.path());
            item.set("value", setting.value());
            item.set("from", origin(setting.origin()));
            var over = item.putArray("overridden");
            setting.overridden().forEach(each -> over.add(origin(each)));
        }
        watch.reported(id)
                .ifPresent(reported -> {
                    json.set("reported", reported.applied().settings());
                    json.put("reportedAt", CanonicalJson.time(reported.at()));
                    drift(json.putArray("drift"), effective.json(), reported.applied().settings());
                });
        return Replies.ok(json);
    }

    private static void drift(ArrayNode into, ObjectNode desired, ObjectNode reported) {
        for (var each : Drift.between(desired, reported)) {
            var item = into.addObject().put("path", each.path());
            each.desired().ifPresent(value -> item.set("desired", value));
            each.reported().ifPresent(value -> item.set("reported", value));
        }
    }

    private static Level level(String word) {
        return Arrays.stream(Level.values())
                .filter(level -> word(level).equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new MalformedDocument("level", "must be city, site, group or kiosk"));
    }

    private static String word(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode origin(Layer.Origin origin) {
        return CanonicalJson.object()
                .put("level", word(origin.level()))
                .put("name", origin.name())
                .put("change", origin.change().number())
                .put("by", origin.change().by())
                .put("at", CanonicalJson.time(origin.change().at()));
    }

    private static ObjectNode json(LayerBook.Kept kept) {
        var json = origin(kept.layer().origin());
        json.put("version", kept.version()).put("note", kept.note());
        json.set("settings", kept.layer().values());
        return json;
    }
}
