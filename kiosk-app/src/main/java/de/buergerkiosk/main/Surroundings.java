package de.buergerkiosk.main;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.ThreadFactory;
import java.util.random.RandomGenerator;

/** Time, chance and threads, as they come from outside. */
public record Surroundings(InstantSource clock, RandomGenerator chance, ThreadFactory threads) {
    static final ThreadFactory THREADS = Thread.ofVirtual().name("kiosk-", 1).factory();

    /** The real ones. */
    public static Surroundings real() {
        return new Surroundings(InstantSource.system(), new java.security.SecureRandom(), THREADS);
    }

    /** The calendar's day there. */
    public LocalDate today(ZoneId zone) {
        return clock.instant().atZone(zone).toLocalDate();
    }
}
