package de.buergerkiosk.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.buergerkiosk.page.Field;
import org.junit.jupiter.api.Test;

/** A line while it is typed, without any screen. */
class TypingTest {
    private static Typed letters(String text) {
        return Typed.of(text, 10, Field.Keypad.LETTERS);
    }

    @Test
    void insertsAtTheCaret() {
        assertEquals("Maier", letters("Mier").home().right().insert("a").text());
    }

    @Test
    void deletesALetterTogetherWithItsMarks() {
        assertEquals("L", letters("LM̂").delete().text());
        assertEquals("", letters("L̥̄").delete().text());
        assertEquals("", letters("").delete().text());
    }

    @Test
    void keepsToItsLength() {
        assertEquals("1234567890", letters("12345678").insert("90123").text());
    }

    @Test
    void platesAreCapitalAndHaveNoOtherSigns() {
        assertEquals("LÜ-AB 1", Typed.of("", 11, Field.Keypad.PLATE).insert("lü-ab? 1\t").text());
    }

    @Test
    void digitsTakeDigitsOnly() {
        assertEquals("2026", Typed.of("", 4, Field.Keypad.DIGITS).insert("2٣0x2-61").text());
    }

    @Test
    void controlCharactersNeverGetIn() {
        assertEquals("ab", letters("").insert("a\u0000\u0007\n\u202eb").text());
    }

    @Test
    void theCaretStopsAtBothEnds() {
        assertEquals(0, letters("a").left().left().left().caret());
        assertEquals(1, letters("a").right().right().caret());
        assertEquals(0, letters("").right().left().caret());
        assertEquals(3, letters("M̂a").home().right().right().caret());
    }

    @Test
    void neverTellsItsTextInALog() {
        assertEquals("Typed[personal]", letters("Maier").toString());
    }

    @Test
    void datesTravelAsIsoAndComeBack() {
        assertEquals("2026-11-23", DateDigits.toValue("23112026"));
        assertEquals("23112026", DateDigits.ofValue("2026-11-23"));
        assertEquals("2311", DateDigits.toValue("2311"));
        assertEquals("2311", DateDigits.ofValue("2311"));
        assertEquals("2026-02-31", DateDigits.toValue("31022026"));
    }
}
