package de.buergerkiosk.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordsTest {
    private final Words words = Words.load(List.of("de", "en"));

    @Test
    void eachLanguageWritesMoneyAndDatesItsOwnWay() {
        var price = words.say("check.total", new Money(123_450));
        assertEquals("Zu zahlen: 1.234,50\u00a0€", price.in("de"));
        assertTrue(price.in("en").contains("€1,234.50"), price.in("en"));

        var issued = words.say("eid.consent.issuer", "Amt", LocalDate.of(2026, 11, 3));
        assertTrue(issued.in("de").contains("03.11.2026"), issued.in("de"));
        assertTrue(issued.in("en").contains("3 November 2026"), issued.in("en"));
    }

    /** A placeholder that only one language has would be shown as it is, or swallow a number. */
    @Test
    void everySentenceHasTheSamePlaceholdersInBothLanguages() {
        var placeholder = Pattern.compile("\\{[0-9]}");
        for (var key : words.keys()) {
            var sentence = words.say(key);
            assertEquals(
                    found(placeholder, sentence.in("de")),
                    found(placeholder, sentence.in("en")),
                    key);
        }
    }

    @Test
    void noSentenceIsEmptyOrForgottenInGerman() {
        for (var key : words.keys()) {
            var sentence = words.say(key);
            assertTrue(!sentence.in("de").isBlank() && !sentence.in("en").isBlank(), key);
        }
    }

    @Test
    void aKeyThatNobodyWroteIsABug() {
        assertThrows(IllegalArgumentException.class, () -> words.say("no.such.key"));
    }

    @Test
    void aLanguageThatIsNotThereStopsTheStart() {
        assertThrows(IllegalStateException.class, () -> Words.load(List.of("de", "xx")));
    }

    private static Set<String> found(Pattern pattern, String text) {
        var found = new TreeSet<String>();
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }
}
