package de.buergerkiosk.screen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Pattern;

/**
 * Turns the template {@code screen/look.css} into a style sheet for one display and text size:
 * {@code 20mm} by the display profile, {@code 1.2cap} as 1.2 times the font size whose capital
 * letters are as high as the text size says. JavaFX's own {@code mm} knows no display.
 */
final class Stylesheet {
    private static final Pattern MILLIMETRES = Pattern.compile("(-?\\d+(?:\\.\\d+)?)mm\\b");
    private static final Pattern CAPITALS = Pattern.compile("(\\d+(?:\\.\\d+)?)cap\\b");

    private final String template = read();
    private final DisplayProfile profile;
    private final Map<TextSize, String> addresses = new EnumMap<>(TextSize.class);

    Stylesheet(DisplayProfile profile) {
        this.profile = profile;
    }

    /** The style sheet as text. */
    String text(TextSize size) {
        var withLengths = replace(template, MILLIMETRES, profile::px);
        return replace(withLengths, CAPITALS, factor -> factor * size.fontPx(profile));
    }

    /** The style sheet as a data address that a scene takes. */
    String address(TextSize size) {
        return addresses.computeIfAbsent(
                size,
                s ->
                        "data:text/css;base64,"
                                + Base64.getEncoder()
                                        .encodeToString(text(s).getBytes(StandardCharsets.UTF_8)));
    }

    /** The template itself: a test reads the colour tokens from it. */
    static String read() {
        try (var in = Stylesheet.class.getResourceAsStream("/screen/look.css")) {
            if (in == null) {
                throw new IllegalStateException("screen/look.css is missing in the kiosk's jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("screen/look.css", e);
        }
    }

    private static String replace(String text, Pattern unit, DoubleUnaryOperator toPx) {
        return unit.matcher(text)
                .replaceAll(found ->
                        String.format(
                                Locale.ROOT,
                                "%.2fpx",
                                toPx.applyAsDouble(Double.parseDouble(found.group(1)))));
    }
}
