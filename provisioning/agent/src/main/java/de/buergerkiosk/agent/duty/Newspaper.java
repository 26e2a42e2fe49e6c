package de.buergerkiosk.agent.duty;

import de.buergerkiosk.agent.apply.Bundles;
import de.buergerkiosk.agent.apply.Named;
import de.buergerkiosk.agent.apply.Staging;
import de.buergerkiosk.agent.duty.FleetLine.News;
import de.buergerkiosk.contract.fleet.Applied;
import de.buergerkiosk.courier.Backoff;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the centre what the kiosk is to be, fetches it and lays it ready. The centre keeps the
 * question until there is news; where it has no room for that, the kiosk asks from time to time.
 */
public final class Newspaper {
    private static final Logger LOG = LoggerFactory.getLogger(Newspaper.class);
    private static final Duration WAIT = Duration.ofSeconds(50);
    private static final Backoff REST = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(5));

    private final Bundles bundles;
    private final FleetLine line;
    private final Premises premises;
    private final InstantSource clock;
    private final RandomGenerator chance;
    private final Pause pause;

    private int failures;
    private Duration wait = WAIT;

    /** A bundle that was refused; asked for again only after a rest. */
    private Optional<Named> refused = Optional.empty();

    public Newspaper(
            Bundles bundles,
            FleetLine line,
            Premises premises,
            InstantSource clock,
            RandomGenerator chance,
            Pause pause) {
        this.bundles = bundles;
        this.line = line;
        this.premises = premises;
        this.clock = clock;
        this.chance = chance;
        this.pause = pause;
    }

    /** Until it is interrupted. */
    public void run() throws InterruptedException {
        while (true) {
            Duration rest;
            try {
                rest = once();
            } catch (IOException | RuntimeException e) {
                LOG.error("AGT-STUMBLED asking goes on", e);
                rest = REST.after(failures++, chance);
            }
            pause.of(rest);
        }
    }

    /** Asks once, takes what there is, and says how long to rest. */
    Duration once() throws IOException, InterruptedException {
        return switch (line.desired(bundles.knownVersion(), wait)) {
            case News.Newer(var named) -> {
                wait = WAIT;
                yield fetch(named);
            }
            case News.Nothing() -> {
                failures = 0;
                var rest = wait.isZero() ? jitter(Duration.ofSeconds(60)) : Duration.ofMillis(1);
                wait = WAIT;
                yield rest;
            }
            case News.Busy(var retryAfter) -> {
                // no seat: ask without waiting for a while, and do not crowd the door
                wait = Duration.ZERO;
                yield retryAfter.plus(jitter(Duration.ofSeconds(10)));
            }
            case News.Down(String why) -> {
                LOG.info("AGT-LINE-DOWN {}", why);
                yield REST.after(failures++, chance);
            }
        };
    }

    private Duration fetch(Named named) throws IOException, InterruptedException {
        var bytes = line.bundle(named.digest());
        if (bytes.isEmpty()) {
            return REST.after(failures++, chance);
        }
        return switch (bundles.stage(bytes.get(), bundles.believed(clock.instant()))) {
            case Staging.Staged(var staged) -> {
                LOG.info("version {} lies ready", staged.version());
                failures = 0;
                premises.takeUpWhenFree();
                yield Duration.ofMillis(1);
            }
            case Staging.Nothing() -> jitter(Duration.ofSeconds(60));
            case Staging.Refused(var reason, String detail) -> {
                refuse(named, reason.word() + ": " + detail);
                yield REST.after(failures++, chance);
            }
        };
    }

    private void refuse(Named named, String why) throws InterruptedException {
        LOG.error("AGT-BUNDLE-REFUSED version {} is {}", named.version(), why);
        if (refused.filter(named::equals).isEmpty()) {
            var told =
                    line.applied(
                            new Applied(
                                    named.version(),
                                    named.digest(),
                                    "refused",
                                    why.substring(0, Math.min(why.length(), 500)),
                                    premises.settings(),
                                    clock.instant()));
            if (told) {
                refused = Optional.of(named);
            }
        }
    }

    private Duration jitter(Duration time) {
        var half = time.toMillis() / 2;
        return Duration.ofMillis(half + chance.nextLong(time.toMillis()));
    }
}
