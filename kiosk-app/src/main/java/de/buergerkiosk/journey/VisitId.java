package de.buergerkiosk.journey;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Number of a visit; says nothing about the citizen. */
public record VisitId(String value) {
    public VisitId {
        if (!value.matches("[0-9a-f-]{1,36}")) {
            throw new IllegalArgumentException("not a visit id: " + value);
        }
    }

    public static VisitId next(InstantSource clock, RandomGenerator chance) {
        return new VisitId("%011x-%08x".formatted(clock.millis(), chance.nextInt()));
    }

    @Override
    public String toString() {
        return value;
    }
}
