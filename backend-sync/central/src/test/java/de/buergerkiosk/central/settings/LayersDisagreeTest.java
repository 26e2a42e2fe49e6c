package de.buergerkiosk.central.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.central.settings.Layer.Change;
import de.buergerkiosk.central.settings.Layer.Level;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class LayersDisagreeTest {
    private static final Instant AT = Instant.parse("2026-11-24T12:00:00Z");

    private static final Layer CITY =
            layer(
                    Level.CITY,
                    "ludwigshafen",
                    41,
                    "{\"languages\":[\"de\",\"en\"],\"idle\":{\"seconds\":60,\"warn\":15},\"banner\":\"\"}");
    private static final Layer SITE =
            layer(Level.SITE, "oggersheim", 57, "{\"idle\":{\"seconds\":90}}");
    private static final Layer GROUP =
            layer(Level.GROUP, "pilot", 58, "{\"languages\":[\"de\"],\"idle\":{\"seconds\":90}}");
    private static final Layer KIOSK =
            layer(Level.KIOSK, "kiosk-7", 60, "{\"banner\":\"Heute geschlossen\"}");

    private static Layer layer(Level level, String name, long change, String json) {
        return new Layer(level, name, new Change(change, "admin", AT), object(json));
    }

    private static ObjectNode object(String json) {
        return CanonicalJson.read(json, 10_000);
    }

    @Test
    void theNarrowestWinsInWhateverOrderTheyCome() {
        var expected =
                "{\"banner\":\"Heute"
                    + " geschlossen\",\"idle\":{\"seconds\":90,\"warn\":15},\"languages\":[\"de\"]}";
        for (var order :
                List.of(
                        List.of(CITY, SITE, GROUP, KIOSK),
                        List.of(KIOSK, GROUP, SITE, CITY),
                        List.of(GROUP, KIOSK, CITY, SITE))) {
            assertEquals(expected, CanonicalJson.text(EffectiveSettings.of(order).json()));
        }
    }

    @Test
    void eachValueTellsWhereItComesFromAndWhatItHides() {
        var settings = EffectiveSettings.of(List.of(CITY, SITE, GROUP, KIOSK)).settings();
        assertEquals(
                List.of("/banner", "/idle/seconds", "/idle/warn", "/languages"),
                List.copyOf(settings.keySet()));
        var seconds = settings.getOrDefault("/idle/seconds", settings.firstEntry().getValue());
        assertEquals(GROUP.origin(), seconds.origin());
        assertEquals(List.of(CITY.origin(), SITE.origin()), seconds.overridden());
        var warn = settings.getOrDefault("/idle/warn", settings.firstEntry().getValue());
        assertEquals(41, warn.origin().change().number());
        assertEquals("admin", warn.origin().change().by());
        assertEquals(List.of(), warn.overridden());
    }

    @Test
    void aListIsReplacedAsAWhole() {
        var result = EffectiveSettings.of(List.of(CITY, GROUP)).json();
        assertEquals(1, result.get("languages").size());
    }

    @Test
    void valueAgainstFieldsIsRefusedFromBothSides() {
        var flat = layer(Level.SITE, "flat", 61, "{\"idle\":60}");
        var deep = layer(Level.KIOSK, "deep", 62, "{\"banner\":{\"de\":\"x\"}}");
        assertEquals("/idle", refused(CITY, flat));
        assertEquals("/banner", refused(CITY, deep));
        assertEquals(
                "/idle/seconds",
                refused(CITY, layer(Level.SITE, "null", 63, "{\"idle\":{\"seconds\":null}}")));
    }

    private static String refused(Layer... layers) {
        return assertThrows(MalformedDocument.class, () -> EffectiveSettings.of(List.of(layers)))
                .field();
    }

    @Test
    void namesWithSlashesKeepTheirPlace() {
        var odd = layer(Level.CITY, "city", 1, "{\"a/b\":{\"c~d\":1}}");
        assertEquals(
                "/a~1b/c~0d", EffectiveSettings.of(List.of(odd)).settings().firstEntry().getKey());
    }

    @Test
    void whoChangesTheResultChangesNothing() {
        var result = EffectiveSettings.of(List.of(CITY));
        result.json().put("banner", "altered");
        assertEquals("", result.json().get("banner").stringValue());
        var given = object("{\"a\":1}");
        var layer = new Layer(Level.CITY, "city", new Change(1, "admin", AT), given);
        given.put("a", 2);
        assertEquals(1, layer.values().get("a").intValue());
    }

    @Test
    void aKioskThatIsNotAsItIsToBeDrifts() {
        var desired = EffectiveSettings.of(List.of(CITY)).json();
        assertEquals(List.of(), Drift.between(desired, desired.deepCopy()));
        var reported =
                object(
                        "{\"languages\":[\"de\"],\"idle\":{\"seconds\":60},\"banner\":\"\",\"more\":1}");
        var drift = Drift.between(desired, reported);
        assertEquals(
                List.of("/idle/warn", "/languages", "/more"),
                drift.stream().map(Drift::path).toList());
        assertTrue(drift.get(0).reported().isEmpty());
        assertTrue(drift.get(2).desired().isEmpty());
        assertEquals(2, drift.get(1).desired().orElseThrow().size());
    }
}
