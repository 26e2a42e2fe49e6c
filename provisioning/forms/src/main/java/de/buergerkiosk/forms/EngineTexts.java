package de.buergerkiosk.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the engine says to citizens when the service has no words of its own for it. */
final class EngineTexts {
    /** The languages a service can have. */
    static final Set<String> LANGUAGES = Set.of("de", "en");

    private static final Map<String, Localized> BY_KEY = read();

    private EngineTexts() {}

    static Localized get(String key) {
        var text = BY_KEY.get(key);
        if (text == null) {
            throw new IllegalStateException("the engine lacks its text " + key);
        }
        return text;
    }

    static boolean has(String key) {
        return BY_KEY.containsKey(key);
    }

    static Set<String> keys() {
        return BY_KEY.keySet();
    }

    private static Map<String, Localized> read() {
        var byKey = new LinkedHashMap<String, Map<String, String>>();
        for (var language : List.copyOf(LANGUAGES)) {
            read(language)
                    .forEach((key, text) ->
                            byKey.computeIfAbsent(key, _ -> new LinkedHashMap<>())
                                    .put(language, text));
        }
        var texts = new LinkedHashMap<String, Localized>();
        byKey.forEach((key, wordings) -> texts.put(key, new Localized(wordings)));
        return Map.copyOf(texts);
    }

    private static Map<String, String> read(String language) {
        var resource = "texts/" + language + ".json";
        try (var in = EngineTexts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the engine lacks its " + resource);
            }
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return switch (StrictJson.parse(text)) {
                case StrictJson.Parsed(var node) -> Source.strings(node);
                case StrictJson.Damaged(var place, var message) ->
                        throw new IllegalStateException(resource + " " + place + " " + message);
            };
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
