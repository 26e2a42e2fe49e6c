package de.buergerkiosk.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.geometry.Bounds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Contrast by WCAG 2.2, from the tokens of each theme and again from rendered pixels. */
class ContrastTest {
    /** Text on its ground. */
    private static final List<List<String>> TEXTS =
            List.of(
                    List.of("text", "page"),
                    List.of("text", "surface"),
                    List.of("text", "bar"),
                    List.of("muted", "page"),
                    List.of("muted", "surface"),
                    List.of("action-text", "action"),
                    List.of("action-text", "action-pressed"),
                    List.of("quiet-text", "quiet"),
                    List.of("quiet-text", "surface"),
                    List.of("quiet-text", "quiet-pressed"),
                    List.of("text", "quiet"),
                    List.of("chosen-text", "chosen"),
                    List.of("danger", "page"),
                    List.of("danger", "surface"),
                    List.of("danger", "danger-surface"),
                    List.of("good", "page"),
                    List.of("notice-text", "notice"),
                    List.of("poster-text", "poster"));

    /** Borders and marks on what they stand out from: 3:1 (EN 301 549, 11.1.4.11). */
    private static final List<List<String>> MARKS =
            List.of(
                    List.of("line", "page"),
                    List.of("line", "surface"),
                    List.of("line", "bar"),
                    List.of("action", "page"),
                    List.of("action", "surface"),
                    List.of("action", "chosen"),
                    List.of("focus", "focus-gap"));

    @AfterAll
    static void back() {
        Fx.SCREEN.wipe();
    }

    @ParameterizedTest
    @EnumSource
    void tokensKeepTheRatioOfTheirTheme(Contrast theme) {
        var tokens = tokens(theme);
        var complaints = new ArrayList<String>();
        complain(tokens, TEXTS, theme.textRatioMin(), complaints);
        // In black and white a chosen thing is told apart by its whole ground, not by its border.
        complain(
                tokens,
                theme.textRatioMin() < 20 ? MARKS : MARKS.subList(0, 5),
                theme == Contrast.LOW ? 2.9 : 3,
                complaints);
        assertEquals(List.of(), complaints);
    }

    @ParameterizedTest
    @EnumSource
    void pixelsKeepTheRatioOfTheirTheme(Contrast theme) throws InterruptedException {
        Fx.show(Examples.address());
        Fx.look(TextSize.NORMAL, theme, "de");
        var complaints = new ArrayList<String>();
        for (var page :
                List.of(
                        Examples.address(),
                        Examples.problems(),
                        Examples.check(),
                        Examples.consent())) {
            Fx.show(page);
            var picture = Fx.HAND.pixels(1);
            var proses =
                    Fx.ask(() -> {
                        var view = Fx.SCREEN.frame().current().orElseThrow();
                        Map<Bounds, String> places = new HashMap<>();
                        PixelSize.shown(view.node(), Prose.class).stream()
                                .filter(p -> !p.words().isEmpty())
                                .forEach(p -> places.put(PixelSize.onDesign(p), p.words()));
                        return places;
                    });
            proses.forEach((bounds, words) -> {
                if (bounds.getMaxY() < 950) {
                    double ratio = sampled(picture, bounds);
                    if (ratio < theme.textRatioMin() * 0.93) {
                        complaints.add("%s: %.1f : 1, %s".formatted(page.name(), ratio, words));
                    }
                }
            });
            assertTrue(proses.size() > 5);
        }
        assertEquals(List.of(), complaints);
    }

    private static void complain(
            Map<String, Integer> tokens,
            List<List<String>> pairs,
            double least,
            List<String> complaints) {
        for (var pair : pairs) {
            double ratio = ratio(token(tokens, pair.getFirst()), token(tokens, pair.getLast()));
            if (ratio < least) {
                complaints.add("%s %.2f : 1, not %.1f".formatted(pair, ratio, least));
            }
        }
    }

    private static int token(Map<String, Integer> tokens, String name) {
        return Optional.ofNullable(tokens.get(name)).orElseThrow();
    }

    /** Most frequent colour in the place against the one that differs most from it. */
    private static double sampled(BufferedImage picture, Bounds place) {
        var counts = new HashMap<Integer, Integer>();
        for (int y = (int) place.getMinY(); y < (int) place.getMaxY(); y++) {
            for (int x = (int) place.getMinX(); x < (int) place.getMaxX(); x++) {
                counts.merge(picture.getRGB(x, y) & 0xffffff, 1, Integer::sum);
            }
        }
        int ground =
                counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
        return counts.keySet().stream().mapToDouble(c -> ratio(c, ground)).max().orElseThrow();
    }

    private static Map<String, Integer> tokens(Contrast theme) {
        var css = Stylesheet.read();
        int start = css.indexOf(".contrast-" + theme.number() + " {");
        var block = css.substring(start, css.indexOf('}', start));
        var tokens = new HashMap<String, Integer>();
        var token = Pattern.compile("-k-([a-z-]+): #([0-9a-f]{6})").matcher(block);
        while (token.find()) {
            tokens.put(token.group(1), Integer.parseInt(token.group(2), 16));
        }
        assertEquals(24, tokens.size(), "tokens of " + theme);
        return tokens;
    }

    static double ratio(int a, int b) {
        double lighter = Math.max(luminance(a), luminance(b));
        double darker = Math.min(luminance(a), luminance(b));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xff)
                + 0.7152 * linear(rgb >> 8 & 0xff)
                + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
