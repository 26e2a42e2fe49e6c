package de.buergerkiosk.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import de.buergerkiosk.forms.Localized;
import de.buergerkiosk.page.Field;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Ways;
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

    private static final Localized WORDS = Localized.same(CANARY);
    private static final Localized NAME = Localized.same(NAMED_CANARY);

    private static List<Page> pages() {
        var pages = new ArrayList<>(askingPages());
        pages.addAll(endingPages());
        return pages;
    }

    private static List<Page.Block> blocks() {
        return List.of(
                new Page.Paragraph(WORDS),
                new Page.Heading(WORDS),
                new Page.Bullets(List.of(WORDS, NAME)),
                new Page.Fact("car", WORDS, NAME),
                new Page.Code(WORDS, CANARY));
    }

    private static List<Field> fields() {
        return List.of(
                new Field.Line(
                        "a", WORDS, Optional.of(WORDS), NAMED_CANARY, Field.Keypad.LETTERS, 60),
                new Field.Date("b", WORDS, Optional.of(WORDS), CANARY),
                new Field.Choice(
                        "c",
                        WORDS,
                        Optional.of(WORDS),
                        "x",
                        List.of(new Page.Option("x", WORDS), new Page.Option("y", NAME))),
                new Field.YesNo("d", WORDS, Optional.of(WORDS), "true"),
                new Field.Count("e", WORDS, Optional.of(WORDS), "2", Optional.of("car"), 3),
                new Field.Fixed("f", WORDS, Optional.of(WORDS), NAMED_CANARY));
    }

    private static List<Page> askingPages() {
        return List.of(
                new Page.Welcome(WORDS, WORDS, List.of(WORDS), WORDS, Fx.WORDS.languages()),
                new Page.Choices(
                        "c",
                        WORDS,
                        WORDS,
                        List.of(new Page.Tile("t", "car", WORDS, WORDS)),
                        Ways.OPEN),
                new Page.Reading("r", WORDS, blocks(), WORDS, Ways.OPEN),
                new Page.Consent(
                        "o",
                        WORDS,
                        WORDS,
                        WORDS,
                        List.of(WORDS),
                        List.of(new Page.Option("x", WORDS)),
                        blocks(),
                        Optional.of(WORDS),
                        WORDS,
                        Ways.PERSONAL),
                new Page.SecretEntry(
                        "s",
                        WORDS,
                        WORDS,
                        6,
                        6,
                        Optional.of(WORDS),
                        Optional.of(WORDS),
                        Ways.PERSONAL),
                new Page.Questions(
                        "q",
                        WORDS,
                        Optional.of(WORDS),
                        Optional.of(WORDS),
                        fields(),
                        List.of(),
                        Optional.of(WORDS),
                        WORDS,
                        Ways.PERSONAL),
                new Page.Check(
                        "k",
                        WORDS,
                        WORDS,
                        List.of(
                                new Page.Row(WORDS, NAME, Optional.of("q")),
                                new Page.Row(WORDS, NAME, Optional.of("q")),
                                new Page.Row(WORDS, WORDS, Optional.of("r"))),
                        List.of(new Page.Price(WORDS, WORDS)),
                        Optional.of(WORDS),
                        WORDS,
                        WORDS,
                        Ways.PERSONAL));
    }

    private static List<Page> endingPages() {
        return List.of(
                new Page.Waiting(
                        "w",
                        WORDS,
                        WORDS,
                        List.of(WORDS),
                        Page.Illustration.PRINTER,
                        Optional.of(WORDS),
                        Optional.of(WORDS)),
                new Page.Notice(
                        "n",
                        Page.Mood.DONE,
                        WORDS,
                        blocks(),
                        List.of(
                                new Page.Button("a", WORDS, true),
                                new Page.Button("b", WORDS, false)),
                        Ways.ENDING),
                // Fewer lines than before: what is not needed now must be wiped too.
                new Page.Reading(
                        "less", Localized.same("x"), List.of(), Localized.same("x"), Ways.OPEN));
    }
}
