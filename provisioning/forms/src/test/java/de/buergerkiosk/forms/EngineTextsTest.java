package de.buergerkiosk.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class EngineTextsTest {
    @Test
    void everyTextExistsInEveryLanguageWithTheSamePlaceholders() {
        for (var key : EngineTexts.keys()) {
            var text = EngineTexts.get(key);
            assertEquals(EngineTexts.LANGUAGES, text.byLanguage().keySet(), key);
            var german = Placeholders.SINGLE.names(text.in("de"));
            for (var language : EngineTexts.LANGUAGES) {
                assertEquals(german, Placeholders.SINGLE.names(text.in(language)), key);
            }
        }
    }
}
