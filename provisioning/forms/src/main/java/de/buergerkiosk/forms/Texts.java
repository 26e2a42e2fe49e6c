package de.buergerkiosk.forms;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The words of a service while it is read: hands them out by key and notes which were asked for. */
final class Texts {
    private final SortedMap<String, Map<String, String>> byLanguage;
    private final Findings findings;
    private final Set<String> used = new HashSet<>();

    Texts(Map<String, Map<String, String>> byLanguage, Findings findings) {
        this.byLanguage = new TreeMap<>(byLanguage);
        this.findings = findings;
    }

    static String file(String language) {
        return "texts/" + language + ".json";
    }

    boolean has(String key) {
        return byLanguage.values().stream().anyMatch(texts -> texts.containsKey(key));
    }

    /**
     * The text; a missing wording is a finding, and the key stands in for it.
     *
     * @param usedIn file and place that ask for it, for the message
     * @param placeholders what the text may mention
     */
    Localized get(String key, String usedIn, Set<String> placeholders) {
        used.add(key);
        var wordings = new LinkedHashMap<String, String>();
        wordings.put("de", key);
        byLanguage.forEach((language, texts) -> {
            var text = texts.get(key);
            if (text == null) {
                findings.add(
                        file(language),
                        key,
                        "the text \"" + key + "\" is missing; " + usedIn + " shows it",
                        "Add \"" + key + "\" to " + file(language) + ".");
            } else {
                wordings.put(language, text);
                checkPlaceholders(language, key, text, placeholders);
            }
        });
        return new Localized(wordings);
    }

    Localized get(String key, String usedIn) {
        return get(key, usedIn, Set.of());
    }

    /** Keys that the engine would ask for of its own accord; they are used if they exist. */
    void mayUse(String key) {
        used.add(key);
    }

    Set<String> keys() {
        var keys = new HashSet<String>();
        byLanguage.values().forEach(texts -> keys.addAll(texts.keySet()));
        return keys;
    }

    void reportUnused() {
        byLanguage.forEach((language, texts) ->
                texts.keySet().stream()
                        .filter(key -> !used.contains(key))
                        .forEach(key ->
                                findings.add(
                                        file(language),
                                        key,
                                        "nothing shows the text \"" + key + "\"",
                                        "Remove it, or correct the key where it was meant to be"
                                                + " shown.")));
    }

    private void checkPlaceholders(
            String language, String key, String text, Set<String> placeholders) {
        for (var name : Placeholders.SINGLE.names(text)) {
            if (!placeholders.contains(name)) {
                findings.add(
                        file(language),
                        key,
                        "the placeholder {" + name + "} is unknown here",
                        "Use the path of a field"
                                + (placeholders.isEmpty() ? " in a text that allows it" : "")
                                + ", or remove it.");
            }
        }
        var german = byLanguage.getOrDefault("de", Map.of()).get(key);
        if (german != null
                && !Placeholders.SINGLE.names(german).equals(Placeholders.SINGLE.names(text))) {
            findings.add(
                    file(language),
                    key,
                    "the placeholders differ from those of the German text",
                    "Mention the same placeholders in every language.");
        }
    }
}
