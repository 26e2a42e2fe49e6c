package de.buergerkiosk.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.page.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of page in both languages, at every text size. */
class NothingIsCutTest {
    private static final DisplayProfile PROFILE = DisplayProfile.PORTRAIT_21_INCH;
    private static final double ROUNDING_PX = 1.5;

    /** A J at the largest size reaches so far before its place. */
    private static final double OVERHANG_PX = 5;

    static Stream<Arguments> looks() {
        return Stream.of("de", "en")
                .flatMap(language ->
                        Stream.of(TextSize.values()).map(size -> Arguments.of(language, size)));
    }

    @AfterAll
    static void back() {
        Fx.SCREEN.wipe();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyTextIsWholeAndEveryControlLargeEnough(String language, TextSize size)
            throws InterruptedException {
        Fx.show(Examples.reading());
        Fx.look(size, Contrast.LIGHT, language);
        var complaints = new ArrayList<String>();
        for (var page : Examples.all()) {
            Fx.show(page);
            complaints.addAll(look(page));
            for (int step = 0; step < 12 && Fx.HAND.sees("more"); step++) {
                Fx.HAND.tap("more");
                complaints.addAll(look(page));
            }
        }
        assertEquals(List.of(), complaints);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void capitalsAreAsHighAsTheTextSizePromises(String language, TextSize size)
            throws InterruptedException {
        Fx.show(Examples.reading());
        Fx.look(size, Contrast.LIGHT, language);
        var lowest =
                Fx.ask(() ->
                        PixelSize.shown(
                                        Fx.SCREEN.frame().current().orElseThrow().node(),
                                        Text.class)
                                .stream()
                                .filter(text -> !text.getText().isEmpty())
                                .mapToDouble(text -> text.getFont().getSize())
                                .min()
                                .orElseThrow());
        assertEquals(
                size.capitalMillimetres(), PROFILE.millimetres(lowest * TextSize.CAPITAL_EM), 0.1);
    }

    private static List<String> look(Page page) {
        return Fx.ask(() -> {
            Fx.SCREEN.frame().layout();
            var complaints = new ArrayList<String>();
            texts(page, complaints);
            controls(page, complaints);
            return complaints;
        });
    }

    private static void texts(Page page, List<String> complaints) {
        for (var prose : PixelSize.shown(Fx.SCREEN.frame(), Prose.class)) {
            if (prose.words().isEmpty()) {
                continue;
            }
            var inner = prose.getLayoutBounds();
            for (var child : prose.getChildrenUnmodifiable()) {
                var bounds = child.getBoundsInParent();
                if (child.isVisible()
                        && (bounds.getMinX() < -OVERHANG_PX
                                || bounds.getMaxX() > inner.getMaxX() + OVERHANG_PX
                                || bounds.getHeight() > inner.getHeight() + ROUNDING_PX)) {
                    complaints.add(
                            "%s: text of %s px in %s px: %s"
                                    .formatted(
                                            page.name(), size(bounds), size(inner), prose.words()));
                }
            }
            var press = pressAround(prose);
            if (press.isPresent() && longestWord(prose) > inner.getWidth() + ROUNDING_PX) {
                complaints.add(page.name() + ": a word is broken in: " + prose.words());
            }
            if (press.isPresent()
                    && !inside(PixelSize.onDesign(prose), PixelSize.onDesign(press.get()))) {
                complaints.add(
                        page.name() + ": " + press.get().getId() + " is too small for its words");
            }
        }
    }

    private static double longestWord(Prose prose) {
        return prose.getChildrenUnmodifiable().stream()
                .filter(Text.class::isInstance)
                .flatMap(text ->
                        Stream.of(prose.words().split(" ", -1))
                                .map(word -> {
                                    var alone = new Text(word);
                                    alone.setFont(((Text) text).getFont());
                                    return alone.getLayoutBounds().getWidth();
                                }))
                .max(Double::compare)
                .orElseThrow();
    }

    private static void controls(Page page, List<String> complaints) {
        var surface = Fx.SCREEN.frame().getLayoutBounds();
        var keyboard = Fx.SCREEN.frame().keyboard();
        List<Node> controls = new ArrayList<>(PixelSize.shown(Fx.SCREEN.frame(), Press.class));
        controls.addAll(PixelSize.shown(Fx.SCREEN.frame(), Entry.class));
        for (var control : controls) {
            var bounds = PixelSize.onDesign(control);
            double least = PROFILE.px(Shown.within(control, keyboard) ? 15 : 20) - ROUNDING_PX;
            if (bounds.getWidth() < least || bounds.getHeight() < least) {
                complaints.add(page.name() + ": " + control.getId() + " is " + size(bounds));
            }
            if (bounds.getMinX() < -ROUNDING_PX
                    || bounds.getMaxX() > surface.getMaxX() + ROUNDING_PX) {
                complaints.add(page.name() + ": " + control.getId() + " leaves the screen");
            }
        }
        apart(page, controls, complaints);
    }

    /** At least 3 mm between any two controls that can be scrolled into sight together. */
    private static void apart(Page page, List<Node> controls, List<String> complaints) {
        double gap = PROFILE.px(3) - ROUNDING_PX;
        for (int i = 0; i < controls.size(); i++) {
            for (int j = i + 1; j < controls.size(); j++) {
                if (scrolled(controls.get(i)) != scrolled(controls.get(j))) {
                    continue;
                }
                var a = PixelSize.onDesign(controls.get(i));
                var b = PixelSize.onDesign(controls.get(j));
                double x = Math.max(a.getMinX() - b.getMaxX(), b.getMinX() - a.getMaxX());
                double y = Math.max(a.getMinY() - b.getMaxY(), b.getMinY() - a.getMaxY());
                if (Math.max(x, y) < gap) {
                    complaints.add(
                            "%s: %s and %s are %.1f px apart"
                                    .formatted(
                                            page.name(),
                                            controls.get(i).getId(),
                                            controls.get(j).getId(),
                                            Math.max(x, y)));
                }
            }
        }
    }

    private static boolean scrolled(Node node) {
        return Fx.SCREEN.frame().current().orElseThrow().paged().holds(node);
    }

    private static Optional<Press> pressAround(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof Press press) {
                return Optional.of(press);
            }
        }
        return Optional.empty();
    }

    private static boolean inside(Bounds inner, Bounds outer) {
        return inner.getMinX() >= outer.getMinX() - ROUNDING_PX
                && inner.getMaxX() <= outer.getMaxX() + ROUNDING_PX
                && inner.getMinY() >= outer.getMinY() - ROUNDING_PX
                && inner.getMaxY() <= outer.getMaxY() + ROUNDING_PX;
    }

    private static String size(Bounds bounds) {
        return "%.0f x %.0f".formatted(bounds.getWidth(), bounds.getHeight());
    }

    @Test
    void aPageThatIsTooHighHasAWayDown() throws InterruptedException {
        Fx.show(Examples.manyChoices());
        Fx.look(TextSize.LARGEST, Contrast.LIGHT, "de");
        assertTrue(Fx.HAND.sees("more"));
        var answers = Fx.show(Examples.manyChoices());
        int before = Fx.HAND.touches();
        Fx.HAND.tap("tile-calendar-blank");
        assertEquals(new de.buergerkiosk.page.Answer.Chosen("calendar-blank"), Fx.answer(answers));
        assertTrue(Fx.HAND.touches() - before >= 2, "scrolling is a touch too");
    }
}
