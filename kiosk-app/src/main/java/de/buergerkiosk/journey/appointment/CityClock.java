package de.buergerkiosk.journey.appointment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The kiosk's clock, put right by the centre's where the two are apart: a waiting number belongs to a
 * day, and a kiosk whose battery died must not give out those of ten years ago.
 */
public final class CityClock implements InstantSource {
    private static final Duration APART_MIN = Duration.ofMinutes(2);

    private final InstantSource own;
    private volatile Duration apart = Duration.ZERO;

    public CityClock(InstantSource own) {
        this.own = own;
    }

    /** The centre has just told its time. */
    public void learned(Instant centre) {
        var difference = Duration.between(own.instant(), centre);
        apart = difference.abs().compareTo(APART_MIN) < 0 ? Duration.ZERO : difference;
    }

    @Override
    public Instant instant() {
        return own.instant().plus(apart);
    }
}
