package de.buergerkiosk.ports.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.buergerkiosk.ports.Personal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeWithForeignTextTest {
    private static ScannedCode code(String text) {
        return new ScannedCode(ScannedCode.Kind.QR, Personal.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a\nb",
                "it's",
                "\"",
                "<b>",
                "a\\b",
                "`id`",
                "ä",
                "\u202e",
                "\ud83d\ude00"
            })
    void isNotMade(String text) {
        assertThrows(IllegalArgumentException.class, () -> code(text));
    }

    @Test
    void isNotMadeWhenItIsTooLong() {
        assertThrows(IllegalArgumentException.class, () -> code("x".repeat(601)));
    }

    @Test
    void neverShowsInALog() {
        assertEquals("ScannedCode[kind=QR, text=[personal]]", code("K7QM-42XZ").toString());
    }
}
