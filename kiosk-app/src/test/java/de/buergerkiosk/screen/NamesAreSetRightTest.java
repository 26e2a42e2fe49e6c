package de.buergerkiosk.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sequences of DIN 91379 that JavaFX draws with the mark beside its letter. */
class NamesAreSetRightTest {
    private static NameText outlines(String words) {
        Fx.ask(() -> Fx.SCREEN);
        return Fx.ask(() -> {
            var text = new NameText();
            text.setFill(javafx.scene.paint.Color.BLACK);
            text.set(words, Font.font("Noto Sans", 100), 0, TextAlignment.LEFT);
            return text;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"K̄", "M̂", "C̨̆", "Ḍ̄", "L̥̄", "Ž̧", "A̋", "k͟h", "r̥̄"})
    void aMarkTakesNoRoomBesideItsLetter(String letter) {
        assertTrue(NameText.needed(letter));
        var base =
                java.text.Normalizer.normalize(letter, java.text.Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "");
        var font = Fx.ask(() -> Font.font("Noto Sans", 100));
        assertEquals(NameText.naturalWidth(base, font), NameText.naturalWidth(letter, font), 3.0);
        var alone = Fx.ask(() -> outlines(base).getLayoutBounds());
        var marked = Fx.ask(() -> outlines(letter).getLayoutBounds());
        assertTrue(
                marked.getHeight() > alone.getHeight() + 3,
                "no mark is drawn above or below " + letter);
    }

    @Test
    void usualTextsStayWithTheQuickWay() {
        assertFalse(NameText.needed("Jürgen Müßiggang, Ł Ø é €"));
        assertFalse(NameText.needed("u\u0308ber"), "has a precomposed form");
    }

    @Test
    void longNamesWrapAndLongWordsBreakBetweenLetters() {
        var font = Fx.ask(() -> Font.font("Noto Sans", 20));
        double oneLine = NameText.height("M̂a", font, 1000);
        assertEquals(2 * oneLine, NameText.height("M̂aria M̂aria", font, 70), 0.1);
        assertTrue(NameText.height("M̂".repeat(40), font, 100) > 5 * oneLine);
    }

    @Test
    void theFontHoldsEveryLetterItIsChosenFor() {
        var face = Fonts.outlines(false);
        assertEquals(
                -1,
                face.canDisplayUpTo("ÄÖÜäöüßẞ ĀĂĄĆĈĊČĎĐĒĔĖĘĚ ŁŃŅŇŌŎŐŒ ŔŖŘŚŜŞŠȘȚ Ωαβγ Жшщ €–„“"));
    }
}
