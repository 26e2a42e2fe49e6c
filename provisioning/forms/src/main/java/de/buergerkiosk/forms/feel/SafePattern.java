package de.buergerkiosk.forms.feel;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Admits only regular expressions that cannot run away. Java's matcher goes back and tries again;
 * time explodes when something that repeats is repeated. So groups are never repeated, there are
 * few open repetitions, and nothing refers back.
 */
public final class SafePattern {
    private static final int LENGTH_MAX = 300;
    private static final int OPEN_REPETITIONS_MAX = 3;

    private SafePattern() {}

    /** Why the pattern is refused, if it is. */
    public static Optional<String> objection(String pattern) {
        if (pattern.length() > LENGTH_MAX) {
            return Optional.of("pattern longer than " + LENGTH_MAX + " characters");
        }
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException broken) {
            return Optional.of("not a regular expression: " + broken.getDescription());
        }
        return scan(pattern);
    }

    private static Optional<String> scan(String pattern) {
        var open = 0;
        for (var i = 0; i < pattern.length(); i++) {
            switch (pattern.charAt(i)) {
                case '\\' -> {
                    var escaped = pattern.charAt(i + 1);
                    if ((escaped >= '1' && escaped <= '9') || escaped == 'k' || escaped == 'Q') {
                        return Optional.of("pattern with a back reference or a quotation");
                    }
                    i = escaped == 'p' || escaped == 'P' ? endOfProperty(pattern, i + 1) : i + 1;
                }
                case '[' -> i = endOfClass(pattern, i);
                case '(' -> {
                    if (pattern.startsWith("(?", i) && !pattern.startsWith("(?:", i)) {
                        return Optional.of("pattern with a special group");
                    }
                }
                case ')' -> {
                    if (repeats(pattern, i + 1)) {
                        return Optional.of("pattern that repeats a group");
                    }
                }
                case '*', '+' -> open++;
                case '{' -> open += isWide(pattern, i) ? 1 : 0;
                default -> {}
            }
        }
        return open > OPEN_REPETITIONS_MAX
                ? Optional.of("pattern with more than " + OPEN_REPETITIONS_MAX + " repetitions")
                : Optional.empty();
    }

    /** {@code \p{L}} or {@code \pL}. */
    private static int endOfProperty(String pattern, int letter) {
        return pattern.startsWith("{", letter + 1) ? pattern.indexOf('}', letter) : letter + 1;
    }

    private static int endOfClass(String pattern, int start) {
        var depth = 0;
        for (var i = start; i < pattern.length(); i++) {
            switch (pattern.charAt(i)) {
                case '\\' -> i++;
                case '[' -> depth++;
                case ']' -> depth--;
                default -> {}
            }
            if (depth == 0) {
                return i;
            }
        }
        return pattern.length();
    }

    private static boolean repeats(String pattern, int at) {
        return at < pattern.length() && "*+{".indexOf(pattern.charAt(at)) >= 0;
    }

    /** {@code {n}} and small {@code {n,m}} are as harmless as writing them out. */
    private static boolean isWide(String pattern, int at) {
        var bounds = pattern.substring(at + 1, pattern.indexOf('}', at)).split(",", -1);
        var last = bounds[bounds.length - 1].strip();
        return last.isEmpty() || last.length() > 2 || Integer.parseInt(last) > 30;
    }
}
