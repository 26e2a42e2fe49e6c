package de.buergerkiosk.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdleTest {
    private static final Instant TOUCH = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "ANONYMOUS, 0, calm",
        "ANONYMOUS, 59999, calm",
        "ANONYMOUS, 60000, warn 45",
        "ANONYMOUS, 60001, warn 45",
        "ANONYMOUS, 61000, warn 44",
        "ANONYMOUS, 104999, warn 1",
        "ANONYMOUS, 105000, gone",
        "PERSONAL, 119999, calm",
        "PERSONAL, 120000, warn 45",
        "PERSONAL, 165000, gone",
        "ENDING, 29999, calm",
        "ENDING, 30000, gone",
        "ENDLESS, 999999999, calm",
        "ANONYMOUS, -5000, calm",
    })
    void quietMeansSomethingElseOnEachKindOfPage(
            Ways.Patience patience, long quietMillis, String verdict) {
        var said =
                switch (Idle.STANDARD.at(TOUCH.plusMillis(quietMillis), TOUCH, patience)) {
                    case Idle.Verdict.Calm() -> "calm";
                    case Idle.Verdict.Warn(int secondsLeft) -> "warn " + secondsLeft;
                    case Idle.Verdict.Gone() -> "gone";
                };
        assertEquals(verdict, said);
    }

    @Test
    void aWarningShorterThanTwentySecondsIsRefused() {
        var minute = Duration.ofMinutes(1);
        assertThrows(
                IllegalArgumentException.class,
                () -> new Idle(minute, minute, Duration.ofSeconds(19), minute));
    }
}
