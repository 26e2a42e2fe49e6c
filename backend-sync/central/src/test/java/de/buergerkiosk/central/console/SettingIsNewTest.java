package de.buergerkiosk.central.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import de.buergerkiosk.central.console.SettingsField.Kind;
import de.buergerkiosk.central.settings.SettingsSchema;
import de.buergerkiosk.contract.json.CanonicalJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The schema gets a setting that the console has never heard of. */
class SettingIsNewTest {
    private static final String SCHEMA =
            """
            {"properties": {
              "night": {"type": "boolean"},
              "colour": {"enum": ["red", "blue"]},
              "volume": {"type": "object", "properties": {
                "percent": {"type": "integer", "minimum": 0, "maximum": 100}}},
              "doors": {"type": "array", "items": {"type": "string"}},
              "people": {"type": "array", "items": {"type": "object"}},
              "motto": {"$ref": "#/$defs/text"}},
             "$defs": {"text": {"type": "object", "properties": {
                "de": {"type": "string", "maxLength": 300}, "en": {"type": "string"}}}}}
            """;

    private static final SettingsForm FORM =
            new SettingsForm(SettingsField.of(CanonicalJson.read(SCHEMA, 10_000), List.of()));

    private static final Map<String, String> INPUTS =
            Map.of(
                    "/night", "true",
                    "/colour", "blue",
                    "/volume/percent", "70",
                    "/doors", "front, back",
                    "/people", "[{\"name\":\"example\"}]",
                    "/motto/de", "Guten Tag");

    @Test
    void eachHasAFieldAndWhatHasNoBetterOneIsJson() {
        var kinds =
                FORM.fields().stream()
                        .collect(Collectors.toMap(SettingsField::path, SettingsField::kind));
        assertEquals(
                Map.of(
                        "/night", Kind.CHOICE,
                        "/colour", Kind.CHOICE,
                        "/volume/percent", Kind.NUMBER,
                        "/doors", Kind.LIST,
                        "/people", Kind.JSON,
                        "/motto/de", Kind.LONG_TEXT,
                        "/motto/en", Kind.TEXT),
                kinds);
    }

    @Test
    void layerComesOutOfTheFormAsItWentIn() {
        var layer = FORM.read(INPUTS).layer();
        assertEquals(
                CanonicalJson.read(
                        """
                        {"night":true,"colour":"blue","volume":{"percent":70},"doors":["front","back"],
                         "people":[{"name":"example"}],"motto":{"de":"Guten Tag"}}
                        """,
                        10_000),
                layer);
        assertEquals(layer, FORM.read(FORM.inputs(layer)).layer());
    }

    @Test
    void emptyFieldIsNotInTheLayerAndADashIsAnEmptyList() {
        var inputs = new HashMap<>(INPUTS);
        inputs.put("/night", "");
        inputs.put("/doors", "-");
        var layer = FORM.read(inputs).layer();
        assertFalse(layer.has("night"));
        assertEquals(0, layer.get("doors").size());
        assertEquals("-", FORM.inputs(layer).get("/doors"));
    }

    @Test
    void jsonThatCannotBeReadIsNamedAtItsField() {
        var read = FORM.read(Map.of("/people", "[{]"));
        assertEquals("/people", read.violations().getFirst().path());
    }

    @Test
    void everySettingThatIsShippedComesBackAsItWas() {
        var schema = CanonicalJson.read(SettingsSchema.shipped().text(), 1 << 20);
        var form = new SettingsForm(SettingsField.of(schema, List.of("a", "b")));
        var layer =
                CanonicalJson.read(
                        """
                        {"services":["b","a","gone"],"languages":["en","de"],
                         "idle":{"anonymousSeconds":60},
                         "openingHours":{"monday":["08:00-12:00","13:00-18:00"],"sunday":[]},
                         "devices":{"printer":{"host":"10.0.0.7","port":9100}},
                         "banner":{"de":"Hochwasser","en":"Flood"}}
                        """,
                        10_000);
        assertEquals(layer, form.read(form.inputs(layer)).layer());
    }
}
