package de.buergerkiosk.forms.feel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternsCannotRunAwayTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a+)+",
                "(a|a)*b",
                "(a*){20}",
                "([a-z]+)*x",
                "(?=a)b",
                "(a)\\1",
                "a*b*c*d*",
                "(?<n>a)",
                "(",
                "a{1,}b*c*d+",
                "(a(b)+)",
                "\\Qa\\E"
            })
    void dangerousOnesAreRefused(String pattern) {
        assertTrue(SafePattern.objection(pattern).isPresent(), pattern);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} [1-9][0-9]{0,3}[EH]?$",
                "^[0-9]{5}$",
                "\\p{L}+",
                "(a)?b",
                "a\\+b\\*c\\)+",
                "[)*+]{2}",
                "(?:ab|cd)?e",
                "\\pL\\p{Nd}{1,4}",
                "[^\\]]+"
            })
    void plainOnesAreTaken(String pattern) {
        assertEquals(Optional.empty(), SafePattern.objection(pattern));
    }

    /** The worst that is admitted, on the longest text that a rule meets at a kiosk. */
    @ParameterizedTest
    @ValueSource(strings = {"^a*a*a*b$", "^.*.*.*x$", "(a*)?(a*)?(a*)?b"})
    void theWorstAdmittedStaysWithinASecond(String pattern) {
        assertEquals(Optional.empty(), SafePattern.objection(pattern));
        var text = "a".repeat(200);
        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> Pattern.compile(pattern).matcher(text).matches());
    }
}
