package de.buergerkiosk.page;

import java.time.Duration;
import java.time.Instant;

/**
 * Decides from two points in time whether somebody is still there. Pure: whoever ticks it brings
 * the clock.
 *
 * @param anonymous quiet time before the warning on pages without personal data
 * @param personal quiet time before the warning on pages with personal data
 * @param warning how long the warning asks; at least 20 s (WCAG 2.2.1)
 * @param ending quiet time after which the farewell goes home
 */
public record Idle(Duration anonymous, Duration personal, Duration warning, Duration ending) {
    /** As measured against peers: 60 s, 120 s, 45 s, 30 s. */
    public static final Idle STANDARD =
            new Idle(
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(120),
                    Duration.ofSeconds(45),
                    Duration.ofSeconds(30));

    /** Staff mode locks itself after that. */
    private static final Duration STAFF = Duration.ofMinutes(5);

    public Idle {
        if (warning.compareTo(Duration.ofSeconds(20)) < 0) {
            throw new IllegalArgumentException("an idle warning needs at least 20 seconds");
        }
    }

    /** What is to be done now. */
    public sealed interface Verdict {
        /** Somebody is there, or may take their time. */
        record Calm() implements Verdict {}

        /** Ask whether somebody is there; whole seconds left, at least 1. */
        record Warn(int secondsLeft) implements Verdict {}

        /** Nobody is there. */
        record Gone() implements Verdict {}
    }

    /**
     * What the quiet since the last touch means on a page with that patience.
     *
     * @param lastTouch when the citizen last did anything, or the page appeared
     */
    public Verdict at(Instant now, Instant lastTouch, Ways.Patience patience) {
        var quiet = Duration.between(lastTouch, now);
        return switch (patience) {
            case ENDLESS -> new Verdict.Calm();
            case ANONYMOUS -> warned(quiet, anonymous);
            case PERSONAL -> warned(quiet, personal);
            case STAFF -> warned(quiet, staff());
            case ENDING -> quiet.compareTo(ending) < 0 ? new Verdict.Calm() : new Verdict.Gone();
        };
    }

    /** The warning is the last part of the five minutes. */
    private Duration staff() {
        var limit = STAFF.minus(warning);
        return limit.compareTo(personal) < 0 ? personal : limit;
    }

    private Verdict warned(Duration quiet, Duration limit) {
        if (quiet.compareTo(limit) < 0) {
            return new Verdict.Calm();
        }
        var left = limit.plus(warning).minus(quiet);
        return left.isPositive()
                ? new Verdict.Warn((int) left.plusMillis(999).toSeconds())
                : new Verdict.Gone();
    }
}
