package de.buergerkiosk.eid.simulated;

import de.buergerkiosk.eid.Environment;
import java.time.Duration;
import java.time.ZoneId;

/**
 * How the simulation behaves.
 *
 * @param environment must be {@link Environment#DEMO}, said by the kiosk's settings
 * @param cardWaitMax how long an identification waits for a card, or for one to be straightened
 * @param stepPause pause between the steps of reading; a real card takes about two seconds in all
 * @param sessionLife how long an eID session and an uncollected identity live
 * @param zone whose calendar decides whether a card is still valid
 */
public record SimulationSettings(
        Environment environment,
        Duration cardWaitMax,
        Duration stepPause,
        Duration sessionLife,
        ZoneId zone) {
    public SimulationSettings {
        if (!cardWaitMax.isPositive() || !sessionLife.isPositive() || stepPause.isNegative()) {
            throw new IllegalArgumentException("waits must be positive");
        }
    }

    /** As a citizen meets it: a minute to find the card, a second to read it. */
    public static SimulationSettings demo() {
        return new SimulationSettings(
                Environment.DEMO,
                Duration.ofSeconds(60),
                Duration.ofMillis(200),
                Duration.ofMinutes(5),
                ZoneId.of("Europe/Berlin"));
    }

    public SimulationSettings withCardWait(Duration atMost) {
        return new SimulationSettings(environment, atMost, stepPause, sessionLife, zone);
    }
}
