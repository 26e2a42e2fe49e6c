package de.buergerkiosk.forms;

import java.util.Map;

/** One element that a service adds to the receipt; texts may hold {@code {placeholder}}s. */
public sealed interface PaperLine {
    /** How a paragraph looks; the names are those of the receipt. */
    enum Style {
        NORMAL,
        BOLD,
        CENTRED,
        SMALL
    }

    record Title(Localized text) implements PaperLine {}

    record Text(Localized text, Style style) implements PaperLine {}

    record Pair(Localized label, Localized value) implements PaperLine {}

    record Qr(Localized content, Localized caption) implements PaperLine {}

    record Rule() implements PaperLine {}

    /**
     * The line in one language with its placeholders filled.
     *
     * @throws IllegalArgumentException when a placeholder has no value; its message names it
     */
    default PaperLine filled(String language, Map<String, String> values) {
        return switch (this) {
            case Title(var text) -> new Title(fill(text, language, values));
            case Text(var text, var style) -> new Text(fill(text, language, values), style);
            case Pair(var label, var value) ->
                    new Pair(fill(label, language, values), fill(value, language, values));
            case Qr(var content, var caption) ->
                    new Qr(fill(content, language, values), fill(caption, language, values));
            case Rule rule -> rule;
        };
    }

    private static Localized fill(Localized text, String language, Map<String, String> values) {
        return Localized.same(Placeholders.SINGLE.fill(text.in(language), values));
    }
}
