package de.buergerkiosk.courier;

import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.contract.receipt.ReceiptVerdict.Refused;
import de.buergerkiosk.contract.receipt.ReceiptVerdict.Verified;
import de.buergerkiosk.contract.receipt.ReceiptVerifier;
import de.buergerkiosk.courier.CentreLine.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries parcels one after the other. Two failures in a row mean that the line is down, and then it
 * rests as a whole; a single failure between successes belongs to its parcel, which then waits alone
 * and never blocks the others. It never gives up and never deletes.
 */
public final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    /** So often it looks at the clock even if nothing is due: clocks jump. */
    private static final Duration LOOK_AROUND = Duration.ofMinutes(1);

    private static final int FAILURES_IN_A_ROW_MAX = 2;

    private final Outbox outbox;
    private final CentreLine line;
    private final ReceiptVerifier receipts;
    private final InstantSource clock;
    private final RandomGenerator chance;
    private final Backoff backoff;
    private final BlockingQueue<Boolean> nudges = new LinkedBlockingQueue<>(1);

    /** How often the line was found down in sequence, and until when it rests. */
    private int lineFailures;

    private Instant restUntil = Instant.MIN;

    public Courier(
            Outbox outbox,
            CentreLine line,
            ReceiptVerifier receipts,
            InstantSource clock,
            RandomGenerator chance,
            Backoff backoff) {
        this.outbox = outbox;
        this.line = line;
        this.receipts = receipts;
        this.clock = clock;
        this.chance = chance;
        this.backoff = backoff;
    }

    /** Carries until interrupted. */
    public void run() throws InterruptedException {
        var nudged = true;
        while (true) {
            Duration wait;
            try {
                if (nudged || !resting()) {
                    carryAllDue();
                }
                wait = untilNext();
            } catch (RuntimeException e) {
                // a defect of the store or of ours must not end the carrying for good
                LOG.error("SYN-COURIER-STUMBLED carrying goes on in {}", LOOK_AROUND, e);
                wait = LOOK_AROUND;
            }
            nudged = nudges.poll(wait.toMillis(), TimeUnit.MILLISECONDS) != null;
        }
    }

    /** A new parcel waits, or the line may be back: carry now, from any thread. */
    public void nudge() {
        var _ = nudges.offer(true);
    }

    /**
     * Carries what is due now, until nothing is or the line is found down.
     *
     * @return how many parcels the centre has acknowledged
     */
    public int carryAllDue() throws InterruptedException {
        var early = resting();
        var failed = new ArrayList<Parcel>();
        int acknowledged = 0;
        while (failed.size() < FAILURES_IN_A_ROW_MAX) {
            var parcel = outbox.due(horizon());
            if (parcel.isEmpty()) {
                break;
            }
            switch (carry(parcel.get())) {
                case Carried.Settled(boolean receipt) -> {
                    acknowledged += receipt ? 1 : 0;
                    lineWorks(failed);
                }
                case Carried.Failed(Duration atLeast, String reason) -> {
                    failed.add(parcel.get());
                    rest(parcel.get().id(), early, atLeast, reason);
                }
            }
        }
        if (!failed.isEmpty() && !early) {
            lineFailures++;
        }
        return acknowledged;
    }

    /** Whether one parcel is settled, or has to be carried again. */
    private sealed interface Carried {
        record Settled(boolean acknowledged) implements Carried {}

        record Failed(Duration atLeast, String reason) implements Carried {}
    }

    private Carried carry(Parcel parcel) throws InterruptedException {
        return switch (line.put(parcel)) {
            case Reply.Receipt(String jws) -> verify(parcel, jws);
            case Reply.Conflict(String detail) -> reject(parcel, "SYN-FILING-CONFLICT " + detail);
            case Reply.Refused(int status, String detail) ->
                    reject(parcel, "SYN-FILING-REFUSED " + status + " " + detail);
            case Reply.Unreachable(String reason) ->
                    new Carried.Failed(Duration.ZERO, "SYN-CENTRE-UNREACHABLE " + reason);
            case Reply.Busy(Duration retryAfter) ->
                    new Carried.Failed(retryAfter, "SYN-CENTRE-BUSY asks for " + retryAfter);
        };
    }

    private Carried verify(Parcel parcel, String jws) {
        return switch (receipts.verify(jws, parcel.id(), parcel.digest())) {
            case Verified(var receipt) -> {
                outbox.acknowledged(parcel.id(), jws);
                LOG.info("{} acknowledged as {}", parcel, receipt.number());
                yield new Carried.Settled(true);
            }
            case Refused(String reason) ->
                    new Carried.Failed(Duration.ZERO, "SYN-RECEIPT-REFUSED " + reason);
        };
    }

    private Carried reject(Parcel parcel, String reason) {
        outbox.rejected(parcel.id(), reason);
        LOG.error("{} rejected: {}", parcel, reason);
        return new Carried.Settled(false);
    }

    /** Sent while resting, on a nudge, it does not make the next rest longer. */
    private void rest(FilingId id, boolean early, Duration atLeast, String reason) {
        var failures = early ? Math.max(0, lineFailures - 1) : lineFailures;
        var pause = backoff.after(failures, chance);
        if (pause.compareTo(atLeast) < 0) {
            pause = atLeast.compareTo(backoff.longest()) < 0 ? atLeast : backoff.longest();
        }
        restUntil = clock.instant().plus(pause);
        outbox.postponed(id, restUntil, reason);
        LOG.warn("{} postponed for {}: {}", id, pause, reason);
    }

    /** The line works, so what failed just before has its own trouble and waits by itself. */
    private void lineWorks(List<Parcel> failed) {
        lineFailures = 0;
        restUntil = Instant.MIN;
        for (var parcel : failed) {
            var until = clock.instant().plus(backoff.after(parcel.attempts(), chance));
            outbox.postponed(parcel.id(), until, "SYN-CENTRE-UNREACHABLE for this filing only");
        }
        failed.clear();
    }

    /** A rest longer than any that we order comes from a clock that was ahead: it is over. */
    private boolean resting() {
        var now = clock.instant();
        return restUntil.isAfter(now) && !restUntil.isAfter(now.plus(backoff.longest()));
    }

    /**
     * Now; or, where everything waits longer than any wait we order, the time of the first: then the
     * clock was ahead when the order was given, and nobody shall wait for years.
     */
    private Instant horizon() {
        var now = clock.instant();
        var sensible = now.plus(backoff.longest());
        return outbox.nextDue().filter(next -> next.isAfter(sensible)).orElse(now);
    }

    private Duration untilNext() {
        var now = clock.instant();
        var next = outbox.nextDue().orElse(now.plus(LOOK_AROUND));
        var start = resting() && next.isBefore(restUntil) ? restUntil : next;
        return bounded(Duration.between(now, start));
    }

    private static Duration bounded(Duration wait) {
        if (wait.compareTo(LOOK_AROUND) > 0) {
            return LOOK_AROUND;
        }
        return wait.toMillis() < 1 ? Duration.ofMillis(1) : wait;
    }
}
