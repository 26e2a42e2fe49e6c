package de.buergerkiosk.forms;

import java.util.Map;
import java.util.Set;

/**
 * A document of the service as XHTML for a page of A4, with {@code {{name}}} placeholders.
 *
 * @param xhtml well-formed XML without references to anything outside
 */
public record DocumentTemplate(String xhtml) {
    /** What has to be filled. */
    public Set<String> placeholders() {
        return Placeholders.DOUBLE.names(xhtml);
    }

    /**
     * The document; values are escaped, so that none can become markup.
     *
     * @throws IllegalArgumentException when a placeholder has no value; its message names it
     */
    public String fill(Map<String, String> values) {
        return Placeholders.DOUBLE.fill(xhtml, values, DocumentTemplate::escape);
    }

    /** XML 1.0 forbids control characters altogether; they are left out. */
    private static String escape(String value) {
        var escaped = new StringBuilder(value.length() + 16);
        value.codePoints()
                .forEach(point -> {
                    switch (point) {
                        case '&' -> escaped.append("&amp;");
                        case '<' -> escaped.append("&lt;");
                        case '>' -> escaped.append("&gt;");
                        case '"' -> escaped.append("&quot;");
                        case '\'' -> escaped.append("&#39;");
                        default -> {
                            if (isXmlCharacter(point)) {
                                escaped.appendCodePoint(point);
                            }
                        }
                    }
                });
        return escaped.toString();
    }

    private static boolean isXmlCharacter(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
