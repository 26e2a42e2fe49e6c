package de.buergerkiosk.agent.duty;

import de.buergerkiosk.agent.apply.Bundles;
import de.buergerkiosk.agent.apply.Current;
import de.buergerkiosk.agent.apply.Named;
import de.buergerkiosk.contract.fleet.Applied;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The second half of a trial: the kiosk has opened with the bundle and tested itself; now the centre
 * has to hear of it over the line that the bundle may have broken. If it does not within a bounded
 * time, the bundle is given up.
 */
public final class Proving {
    static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Logger LOG = LoggerFactory.getLogger(Proving.class);
    private static final Duration BETWEEN = Duration.ofSeconds(10);

    private final Bundles bundles;
    private final FleetLine line;
    private final Premises premises;
    private final InstantSource clock;
    private final Pause pause;

    public Proving(
            Bundles bundles, FleetLine line, Premises premises, InstantSource clock, Pause pause) {
        this.bundles = bundles;
        this.line = line;
        this.premises = premises;
        this.clock = clock;
        this.pause = pause;
    }

    /** Confirms the trial, or gives it up; without a trial it tells the centre what holds. */
    public void run(Current current) throws IOException, InterruptedException {
        if (!current.trial() || current.bundle().isEmpty()) {
            tellWhatHolds(current);
            return;
        }
        var bundle = current.bundle().get();
        for (long waited = 0; waited <= PATIENCE.toMillis(); waited += BETWEEN.toMillis()) {
            if (line.applied(applied(bundle, "trial", ""))) {
                bundles.confirm();
                LOG.info("version {} is good", bundle.version());
                var _ = line.applied(applied(bundle, "good", ""));
                return;
            }
            pause.of(BETWEEN);
        }
        bundles.fallBack("the centre was not reached with it");
        premises.takeUpWhenFree();
    }

    private void tellWhatHolds(Current current) throws InterruptedException {
        var why = bundles.whyFallenBack();
        if (why.isPresent() && bundles.known().isPresent()) {
            var _ = line.applied(applied(bundles.known().get(), "fallen-back", why.get()));
        } else if (current.bundle().isPresent()) {
            var _ = line.applied(applied(current.bundle().get(), "good", ""));
        }
    }

    private Applied applied(Named bundle, String state, String detail) {
        return new Applied(
                bundle.version(),
                bundle.digest(),
                state,
                detail.substring(0, Math.min(detail.length(), 500)),
                premises.settings(),
                clock.instant());
    }
}
