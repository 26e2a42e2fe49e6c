package de.buergerkiosk.central.mail.simulated;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A mail that the server has taken.
 *
 * @param serial counted from 1
 * @param text as it came, dots unstuffed, one character for each byte
 */
public record TakenMail(int serial, String from, String to, String text) {
    private static final Pattern MESSAGE_ID =
            Pattern.compile("(?im)^Message-ID:\\s*<([^>\\r\\n]+)>");

    public byte[] bytes() {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Without angle brackets; empty where it has none. */
    public String messageId() {
        var found = MESSAGE_ID.matcher(text);
        return found.find() ? found.group(1) : "";
    }

    @Override
    public String toString() {
        return "TakenMail[" + serial + "]";
    }
}
