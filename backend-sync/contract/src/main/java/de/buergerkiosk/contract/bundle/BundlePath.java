package de.buergerkiosk.contract.bundle;

import de.buergerkiosk.contract.json.MalformedDocument;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Place of a file within a bundle, such as {@code services/parking-permit/service.json}. The form
 * leaves no way out of the folder that a bundle is unpacked to, on any file system: only plain
 * segments of ASCII, none of which begins with a dot or ends with one.
 */
public record BundlePath(String text) implements Comparable<BundlePath> {
    /** What a bundle may carry; each is the first segment of a path. */
    public static final Set<String> PARTS =
            Set.of("configuration", "services", "texts", "pictures");

    private static final int CHARACTERS_MAX = 200;
    private static final Pattern FORM =
            Pattern.compile(
                    "[A-Za-z0-9_-](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?"
                            + "(?:/[A-Za-z0-9_-](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?){1,7}");

    public BundlePath {
        if (text.length() > CHARACTERS_MAX || !FORM.matcher(text).matches()) {
            throw new MalformedDocument(
                    "path",
                    "must be 2 to 8 segments of A-Z, a-z, 0-9, '_', '-' and inner dots, joined by"
                            + " '/', with at most 200 characters");
        }
        if (!PARTS.contains(text.substring(0, text.indexOf('/')))) {
            throw new MalformedDocument(
                    "path", "must begin with configuration, services, texts or pictures");
        }
    }

    /** Two paths with one key would be one file on a file system that ignores case. */
    String key() {
        return text.toLowerCase(Locale.ROOT);
    }

    @Override
    public int compareTo(BundlePath other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
