package de.buergerkiosk.agent.duty;

import de.buergerkiosk.agent.apply.Bundles;
import de.buergerkiosk.agent.apply.Current;
import de.buergerkiosk.agent.enrol.Renewal;
import de.buergerkiosk.contract.fleet.Heartbeat;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says once a minute how the kiosk is, and sooner when it closes, opens, goes out of order or takes
 * up what the city said; renews the certificate when two thirds of it are over.
 */
public final class Pulse {
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final Duration EVERY = Duration.ofSeconds(60);

    private final Bundles bundles;
    private final Current current;
    private final Renewal renewal;
    private final FleetLine line;
    private final Premises premises;
    private final InstantSource clock;
    private final RandomGenerator chance;
    private final Pause pause;
    private final String boot;
    private final Instant begun;

    private long number;

    public Pulse(
            Bundles bundles,
            Current current,
            Renewal renewal,
            FleetLine line,
            Premises premises,
            InstantSource clock,
            RandomGenerator chance,
            Pause pause) {
        this.bundles = bundles;
        this.current = current;
        this.renewal = renewal;
        this.line = line;
        this.premises = premises;
        this.clock = clock;
        this.chance = chance;
        this.pause = pause;
        this.begun = clock.instant();
        var bytes = new byte[16];
        chance.nextBytes(bytes);
        this.boot = HexFormat.of().formatHex(bytes);
    }

    /** Until it is interrupted. */
    public void run() throws InterruptedException {
        var rest = new Rest(this::sign, pause);
        while (true) {
            var said = sign();
            try {
                once();
            } catch (IOException | GeneralSecurityException | RuntimeException e) {
                LOG.error("AGT-STUMBLED the heartbeat goes on", e);
            }
            // a tenth by chance, so that a hundred kiosks do not beat as one
            var tenth = EVERY.toMillis() / 10;
            rest.of(Duration.ofMillis(EVERY.toMillis() - tenth + chance.nextLong(2 * tenth)), said);
        }
    }

    /** What somebody at the console wants to see change at once. */
    private record Sign(String mode, Heartbeat.Configuration configuration) {}

    private Sign sign() {
        return new Sign(premises.mode(), configuration());
    }

    /** One heartbeat, and what comes with it. */
    void once() throws IOException, GeneralSecurityException, InterruptedException {
        number++;
        var told = line.beat(beat());
        if (told.isPresent()) {
            bundles.told(told.get());
            if (renewal.renew(line::renewed)) {
                LOG.info("the certificate is renewed");
                premises.takeUpWhenFree();
            }
        }
    }

    Heartbeat beat() throws IOException, GeneralSecurityException, InterruptedException {
        var vitals = premises.vitals();
        var now = clock.instant();
        return new Heartbeat(
                boot,
                number,
                now,
                Math.max(0, Duration.between(begun, now).toSeconds()),
                vitals.software(),
                vitals.mode(),
                configuration(),
                vitals.devices(),
                vitals.outbox(),
                vitals.lastFiling(),
                vitals.filings(),
                renewal.daysLeft(),
                vitals.diskFreeMegabytes());
    }

    private Heartbeat.Configuration configuration() {
        if (current.bundle().isEmpty()) {
            return new Heartbeat.Configuration(
                    0, "", bundles.whyFallenBack().isPresent() ? "fallen-back" : "own");
        }
        var bundle = current.bundle().get();
        var trial = current.trial() && !bundles.isGood(bundle);
        var state = trial ? "trial" : bundles.whyFallenBack().isPresent() ? "fallen-back" : "good";
        return new Heartbeat.Configuration(bundle.version(), bundle.digest(), state);
    }
}
