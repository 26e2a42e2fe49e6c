package de.buergerkiosk.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.forms.Localized;
import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Field;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Ways;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Our own keyboard and a real one write the same lines. */
class KeyboardTest {
    @AfterEach
    void wipe() {
        Fx.SCREEN.wipe();
    }

    private static Page line(Field.Keypad keypad, int lengthMax) {
        return new Page.Questions(
                "line",
                Localized.same("?"),
                Optional.empty(),
                Optional.empty(),
                List.of(
                        new Field.Line(
                                "a", Localized.same("A"), Optional.empty(), "", keypad, lengthMax)),
                List.of(),
                Optional.empty(),
                Localized.same("Weiter"),
                Ways.PERSONAL);
    }

    private static String typed(Field.Keypad keypad, int lengthMax, String text)
            throws InterruptedException {
        var answers = Fx.show(line(keypad, lengthMax));
        Fx.HAND.type(text);
        Fx.HAND.tap("onward");
        return assertInstanceOf(Answer.Filled.class, Fx.answer(answers))
                .values()
                .reveal()
                .getOrDefault("a", "");
    }

    @Test
    void writesGermanAndEuropeanNames() throws InterruptedException {
        var names = "Müller-Lüdenscheidt ŁukaszØÑé ß?@";
        assertEquals(names, typed(Field.Keypad.LETTERS, 60, names));
    }

    @Test
    void theFirstLetterIsACapitalWithoutShift() throws InterruptedException {
        Fx.show(line(Field.Keypad.LETTERS, 9));
        Fx.HAND.tap("key-m");
        Fx.HAND.tap("key-a");
        assertEquals("Ma", shownLine());
    }

    @Test
    void writesPlatesAndDigits() throws InterruptedException {
        assertEquals("LU-AB 123", typed(Field.Keypad.PLATE, 11, "LU-AB 123"));
        assertEquals("0621", typed(Field.Keypad.DIGITS, 11, "0621"));
        assertEquals("+49 621 504", typed(Field.Keypad.PHONE, 20, "+49 621 504"));
    }

    @Test
    void stopsAtTheLengthOfTheLine() throws InterruptedException {
        assertEquals("ABC", typed(Field.Keypad.PLATE, 3, "ABCDEF"));
    }

    @Test
    void everyKeyOfEveryLayerCanBeReached() throws InterruptedException {
        var missing = new ArrayList<String>();
        for (var keypad : Field.Keypad.values()) {
            Fx.show(line(keypad, 9));
            for (var layer : KeyboardLayout.of(keypad).layers()) {
                for (var row : layer.rows()) {
                    for (var key : row) {
                        if (key.duty() instanceof KeyboardLayout.Duty.Write(var character)
                                && Fx.ask(() -> Fx.SCREEN.frame().keyboard().pathTo(character))
                                        .isEmpty()) {
                            missing.add(keypad + " " + character);
                        }
                        if (key.duty() instanceof KeyboardLayout.Duty.Write(var character)) {
                            assertEquals(
                                    character, Typed.of("", 2, keypad).insert(character).text());
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void arrowsMoveTheCaret() throws InterruptedException {
        Fx.show(line(Field.Keypad.LETTERS, 9));
        Fx.HAND.type("Mier");
        Fx.HAND.tap("key-left");
        Fx.HAND.tap("key-left");
        Fx.HAND.tap("key-left");
        Fx.HAND.type("a");
        assertEquals("Maier", shownLine());
    }

    @Test
    void doneClosesTheKeyboard() throws InterruptedException {
        Fx.show(line(Field.Keypad.LETTERS, 9));
        assertTrue(Fx.HAND.sees("key-a"));
        Fx.HAND.tap("done");
        assertFalse(Fx.HAND.sees("key-a"));
        Fx.HAND.tap("field-a");
        assertTrue(Fx.HAND.sees("key-a"));
    }

    @Test
    void aRealKeyboardWritesWithTheSameRules() throws InterruptedException {
        Fx.show(line(Field.Keypad.PLATE, 4));
        real("lü?\u00004xyz");
        assertEquals("LÜ4X", shownLine());
        press(KeyCode.BACK_SPACE);
        press(KeyCode.HOME);
        press(KeyCode.DELETE);
        assertEquals("Ü4", shownLine());
    }

    @Test
    void enterOnARealKeyboardGoesOnToTheButton() throws InterruptedException {
        var answers = Fx.show(line(Field.Keypad.DIGITS, 4));
        real("12");
        press(KeyCode.ENTER);
        assertFalse(Fx.HAND.sees("key-1"));
        press(KeyCode.ENTER);
        assertEquals(
                "12",
                assertInstanceOf(Answer.Filled.class, Fx.answer(answers))
                        .values()
                        .reveal()
                        .get("a"));
    }

    @Test
    void aPinCanBeTypedOnARealKeyboardToo() throws InterruptedException {
        var answers = Fx.show(Examples.pin());
        real("12a3456\b67");
        Fx.HAND.tap("done");
        assertEquals(
                "123456",
                new String(
                        assertInstanceOf(Answer.Secret.class, Fx.answer(answers))
                                .digits()
                                .reveal()));
    }

    private static String shownLine() {
        return Fx.ask(() ->
                PixelSize.shown(Fx.SCREEN.frame(), Entry.class)
                        .getFirst()
                        .queryAccessibleAttribute(javafx.scene.AccessibleAttribute.TEXT)
                        .toString());
    }

    private static void real(String characters) {
        for (var codePoint : characters.codePoints().toArray()) {
            var character = Character.toString(codePoint);
            fire(
                    new KeyEvent(
                            KeyEvent.KEY_TYPED,
                            character,
                            "",
                            KeyCode.UNDEFINED,
                            false,
                            false,
                            false,
                            false));
        }
    }

    private static void press(KeyCode code) {
        fire(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private static void fire(KeyEvent event) {
        Fx.ask(() -> {
            Node owner = Fx.SCREEN.scene().getFocusOwner();
            Event.fireEvent(owner, event);
            return true;
        });
    }
}
