package de.buergerkiosk.payment.zvt.pay;

import de.buergerkiosk.ports.payment.Goods;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Goods as {@code --deliver} says: out at once, never, or after some seconds. */
record Delivery(Kind kind, Duration after) {
    static final int SECONDS_MAX = 200;

    enum Kind {
        OK,
        FAIL,
        WAIT
    }

    /** Empty where the text is none of {@code ok}, {@code fail}, {@code wait:SECONDS}. */
    static Optional<Delivery> read(String text) {
        if (text.equals("ok")) {
            return Optional.of(new Delivery(Kind.OK, Duration.ZERO));
        }
        if (text.equals("fail")) {
            return Optional.of(new Delivery(Kind.FAIL, Duration.ZERO));
        }
        if (text.matches("wait:[0-9]{1,3}")) {
            int seconds = Integer.parseInt(text.substring("wait:".length()));
            return seconds <= SECONDS_MAX
                    ? Optional.of(new Delivery(Kind.WAIT, Duration.ofSeconds(seconds)))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    Goods goods(InstantSource clock) {
        return new Goods() {
            private Optional<Instant> begun = Optional.empty();

            @Override
            public Duration longest() {
                return after.plusSeconds(20);
            }

            @Override
            public Issue issue() {
                Instant now = clock.instant();
                Instant since = begun.orElse(now);
                begun = Optional.of(since);
                return switch (kind) {
                    case OK -> new Issue.Issued();
                    case FAIL -> new Issue.Failed("the goods could not be issued");
                    case WAIT ->
                            Duration.between(since, now).compareTo(after) >= 0
                                    ? new Issue.Issued()
                                    : new Issue.Issuing();
                };
            }
        };
    }
}
