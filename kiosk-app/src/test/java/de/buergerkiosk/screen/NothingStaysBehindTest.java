package de.buergerkiosk.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import de.buergerkiosk.forms.Localized;
import de.buergerkiosk.page.Field;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Ways;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/** After the end of a visit no node, shown or kept, knows anything of it. */
class NothingStaysBehindTest {
    private static final String CANARY = "Zwölfkanarienvögel";
    private static final String NAMED_CANARY = "M̂kanarie";

    @Test
    void everyNodeForgetsWhatItShowed() throws InterruptedException {
        for (var page : pages()) {
            Fx.show(page);
            if (page instanceof Page.Questions) {
                Fx.HAND.type("Kanarie");
            }
            Fx.ask(() -> {
                Fx.SCREEN.frame().layout();
                return true;
            });
        }
        assertFalse(leftovers().isEmpty(), "the test must find what is shown");
        Fx.SCREEN.wipe();
        assertEquals(List.of(), leftovers());
    }

    @Test
    void languageSizeAndContrastFallBack() throws InterruptedException {
        Fx.show(Examples.reading());
        Fx.look(TextSize.LARGE, Contrast.DARK, "en");
        assertEquals("en", Fx.SCREEN.language());
        Fx.SCREEN.wipe();
        assertEquals("de", Fx.SCREEN.language());
        var classes = Fx.ask(() -> List.copyOf(Fx.SCREEN.scene().getRoot().getStyleClass()));
        assertEquals(Set.of("root", "size-2", "contrast-1"), Set.copyOf(classes));
    }

    @Test
    void wipingIsQuick() throws InterruptedException {
        Fx.show(Examples.address());
        var start = Fx.CLOCK.instant();
        Fx.SCREEN.wipe();
        var took = Duration.between(start, Fx.CLOCK.instant());
        assertFalse(took.compareTo(Duration.ofSeconds(1)) > 0, "wiping took " + took);
    }

    private static List<String> leftovers() {
        return Fx.ask(() -> {
            var found = new ArrayList<String>();
            for (var node : PixelSize.all(Fx.SCREEN.scene().getRoot(), Node.class)) {
                if (node instanceof Text text) {
                    note(found, node, text.getText());
                }
                if (node instanceof Prose prose) {
                    note(found, node, prose.words());
                }
                if (node instanceof NameText && !((Path) node).getElements().isEmpty()) {
                    found.add("outlines of a name in " + node.getParent());
                }
                note(found, node, String.valueOf(node.getAccessibleText()));
                note(found, node, String.valueOf(node.getUserData()));
                note(found, node, String.valueOf(node.getProperties()));
            }
            return found;
        });
    }

    private static void note(List<String> found, Node node, String text) {
        if (text.toLowerCase(java.util.Locale.ROOT).contains("kanarie")) {
            found.add(node + " says " + text);
        }
    }

    private static List<Page> pages() {
        var words = Localized.same(CANARY);
        var name = Localized.same(NAMED_CANARY);
        var blocks =
                List.<Page.Block>of(
                        new Page.Paragraph(words),
                        new Page.Heading(words),
                        new Page.Bullets(List.of(words, name)),
                        new Page.Fact("car", words, name),
                        new Page.Code(words, CANARY));
        var fields =
                List.<Field>of(
                        new Field.Line(
                                "a",
                                words,
                                Optional.of(words),
                                NAMED_CANARY,
                                Field.Keypad.LETTERS,
                                60),
                        new Field.Date("b", words, Optional.of(words), CANARY),
                        new Field.Choice(
                                "c",
                                words,
                                Optional.of(words),
                                "x",
                                List.of(new Page.Option("x", words), new Page.Option("y", name))),
                        new Field.YesNo("d", words, Optional.of(words), "true"),
                        new Field.Count("e", words, Optional.of(words), "2", Optional.of("car"), 3),
                        new Field.Fixed("f", words, Optional.of(words), NAMED_CANARY));
        return List.of(
                new Page.Welcome(words, words, List.of(words), words, Fx.WORDS.languages()),
                new Page.Choices(
                        "c",
                        words,
                        words,
                        List.of(new Page.Tile("t", "car", words, words)),
                        Ways.OPEN),
                new Page.Reading("r", words, blocks, words, Ways.OPEN),
                new Page.Consent(
                        "o",
                        words,
                        words,
                        words,
                        List.of(words),
                        List.of(new Page.Option("x", words)),
                        blocks,
                        Optional.of(words),
                        words,
                        Ways.PERSONAL),
                new Page.SecretEntry(
                        "s",
                        words,
                        words,
                        6,
                        Optional.of(words),
                        Optional.of(words),
                        Ways.PERSONAL),
                new Page.Questions(
                        "q",
                        words,
                        Optional.of(words),
                        Optional.of(words),
                        fields,
                        List.of(),
                        Optional.of(words),
                        words,
                        Ways.PERSONAL),
                new Page.Check(
                        "k",
                        words,
                        words,
                        List.of(
                                new Page.Row(words, name, Optional.of("q")),
                                new Page.Row(words, name, Optional.of("q")),
                                new Page.Row(words, words, Optional.of("r"))),
                        List.of(new Page.Price(words, words)),
                        Optional.of(words),
                        words,
                        words,
                        Ways.PERSONAL),
                new Page.Waiting(
                        "w",
                        words,
                        words,
                        List.of(words),
                        Page.Illustration.PRINTER,
                        Optional.of(words),
                        Optional.of(words)),
                new Page.Notice(
                        "n",
                        Page.Mood.DONE,
                        words,
                        blocks,
                        List.of(
                                new Page.Button("a", words, true),
                                new Page.Button("b", words, false)),
                        Ways.ENDING),
                // Fewer lines than before: what is not needed now must be wiped too.
                new Page.Reading(
                        "less", Localized.same("x"), List.of(), Localized.same("x"), Ways.OPEN));
    }
}
