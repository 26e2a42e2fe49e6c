package de.buergerkiosk.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {
    @Test
    void jsonIsCanonicalAndComesBack() {
        var answers = Answers.empty().with(Map.of("b", "2\"\n", "a.x", "ä")).with(Map.of("c", ""));
        assertEquals("{\"a.x\":\"ä\",\"b\":\"2\\\"\\n\",\"c\":\"\"}", answers.json());
        assertEquals(answers, Answers.of(answers.json()));
        assertEquals(Answers.empty(), Answers.of(Answers.empty().json()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "\"x\"",
                "{\"a\":1}",
                "{\"a\":null}",
                "{\"a\":{\"b\":\"c\"}}",
                "{\"a\":\"1\",\"a\":\"2\"}",
                "{\"a\":\"1\"} x",
                "{"
            })
    void anythingElseIsRefused(String json) {
        assertThrows(IllegalArgumentException.class, () -> Answers.of(json));
    }

    @Test
    void refusalDoesNotQuoteTheAnswers() {
        var thrown =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Answers.of("{\"a\":\"Mustermann\" Muster"));
        assertEquals(false, String.valueOf(thrown.getMessage()).contains("Muster"));
    }

    @Test
    void moreThanAFormCanHoldIsRefused() {
        var tooLong = Map.of("a", "x".repeat(4_001));
        assertThrows(IllegalArgumentException.class, () -> Answers.empty().with(tooLong));
        assertThrows(
                IllegalArgumentException.class,
                () -> Answers.of("{\"a\":\"" + "x".repeat(1_000_000) + "\"}"));
    }
}
