package de.buergerkiosk.forms;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds and fills the named gaps of texts and documents; what fills them is never scanned again. */
enum Placeholders {
    /** {@code {name}} in texts and on paper. */
    SINGLE(Pattern.compile("\\{([A-Za-z][A-Za-z0-9.:_-]{0,79})\\}")),
    /** {@code {{name}}} in documents, whose style sheets need the single brace. */
    DOUBLE(Pattern.compile("\\{\\{([A-Za-z][A-Za-z0-9.:_-]{0,79})\\}\\}"));

    /** What the kiosk knows of a filing beside the answers. */
    static final Set<String> OF_THE_KIOSK =
            Set.of("code", "codeQr", "filingId", "receivedAt", "total", "validUntil");

    private final Pattern pattern;

    Placeholders(Pattern pattern) {
        this.pattern = pattern;
    }

    Set<String> names(String template) {
        var names = new LinkedHashSet<String>();
        pattern.matcher(template).results().forEach(match -> names.add(match.group(1)));
        return names;
    }

    String fill(String template, Map<String, String> values) {
        return fill(template, values, UnaryOperator.identity());
    }

    String fill(String template, Map<String, String> values, UnaryOperator<String> escape) {
        return pattern.matcher(template)
                .replaceAll(match -> {
                    var value = values.get(match.group(1));
                    if (value == null) {
                        throw new IllegalArgumentException(
                                "no value for the placeholder " + match.group(1));
                    }
                    return Matcher.quoteReplacement(escape.apply(value));
                });
    }
}
