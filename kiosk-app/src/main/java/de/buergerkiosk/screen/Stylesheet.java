package de.buergerkiosk.screen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Turns the template {@code screen/look.css} into a style sheet for one display and text size:
 * {@code 20mm} by the display profile, {@code 1.2cap} as 1.2 times the font size whose capital
 * letters are as high as the text size says. JavaFX's own {@code mm} knows no display.
 */
final class Stylesheet {
    private static final Pattern LENGTH = Pattern.compile("(-?\\d+(?:\\.\\d+)?)(mm|cap)\\b");

    private final String template = read();
    private final DisplayProfile profile;
    private final Map<TextSize, String> addresses = new EnumMap<>(TextSize.class);

    Stylesheet(DisplayProfile profile) {
        this.profile = profile;
    }

    /** The style sheet as text. */
    String text(TextSize size) {
        double capital = size.fontPx(profile);
        var known = new HashMap<String, String>();
        return LENGTH.matcher(template)
                .replaceAll(found ->
                        known.computeIfAbsent(
                                found.group(),
                                _ -> {
                                    double number = Double.parseDouble(found.group(1));
                                    return px(
                                            found.group(2).equals("mm")
                                                    ? profile.px(number)
                                                    : number * capital);
                                }));
    }

    /** To hundredths; a formatter would take as long as all the rest of it. */
    private static String px(double length) {
        return Math.round(length * 100) / 100.0 + "px";
    }

    /**
     * The style sheet as an address that a scene takes. JavaFX needs a tenth of the time to load a
     * compiled one, so the one of the first page is among the resources; the others are read when
     * somebody wants them.
     */
    String address(TextSize size) {
        return addresses.computeIfAbsent(
                size,
                s -> {
                    var compiled = Stylesheet.class.getResource(compiledName(s));
                    return compiled == null ? data(text(s)) : compiled.toExternalForm();
                });
    }

    private static String data(String css) {
        return "data:text/css;base64,"
                + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }

    /** Names a compiled style sheet by all that it was made from, so that it is never out of date. */
    String compiledName(TextSize size) {
        var made = new CRC32();
        made.update((template + profile + size).getBytes(StandardCharsets.UTF_8));
        return "/screen/compiled/look-" + Long.toHexString(made.getValue()) + ".bss";
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
}
