package de.buergerkiosk.central.rollout;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * What all kiosks are to be, held in memory, so that a kiosk that asks costs no database. A kiosk may
 * wait here until something changes; so many may and no more, because waiting costs memory, and a
 * door that takes in everybody goes deaf.
 */
public final class Desires {
    private final Map<String, Desired> known = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> bells = new ConcurrentHashMap<>();
    private final Semaphore seats;
    private volatile long turn;
    private volatile boolean closing;

    public Desires(int waitersMax) {
        this.seats = new Semaphore(waitersMax);
    }

    /** What a question came to. */
    public sealed interface Answer {
        record Newer(Desired desired) implements Answer {}

        record Nothing() implements Answer {}

        /** Too many wait already; ask again later. */
        record Full() implements Answer {}
    }

    public Optional<Desired> of(String kiosk) {
        return Optional.ofNullable(known.get(kiosk));
    }

    /** The newest change that is known here. */
    public long turn() {
        return turn;
    }

    /** Takes in changes, and wakes whom they concern. */
    public void learn(Collection<Desired> changes) {
        for (var desired : changes) {
            known.put(desired.kiosk(), desired);
            turn = Math.max(turn, desired.turn());
            var bell = bells.remove(desired.kiosk());
            if (bell != null) {
                bell.countDown();
            }
        }
    }

    /** The door closes: whoever waits is sent away, and nobody waits any more. */
    public void close() {
        closing = true;
        bells.values().forEach(CountDownLatch::countDown);
    }

    /**
     * Something newer than what the kiosk has; waits for it.
     *
     * @param have its version; 0 for none
     * @param most how long to wait; zero answers at once and takes no seat
     */
    public Answer await(String kiosk, long have, Duration most) throws InterruptedException {
        // the bell first, then the look: what changes in between rings it
        var bell = bells.computeIfAbsent(kiosk, _ -> new CountDownLatch(1));
        var now = newer(kiosk, have);
        if (now.isPresent()) {
            return new Answer.Newer(now.get());
        }
        if (most.isZero() || most.isNegative()) {
            return new Answer.Nothing();
        }
        if (closing || !seats.tryAcquire()) {
            return new Answer.Full();
        }
        try {
            var _ = bell.await(most.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            seats.release();
        }
        return newer(kiosk, have)
                .<Answer>map(Answer.Newer::new)
                .orElseGet(() -> closing ? new Answer.Full() : new Answer.Nothing());
    }

    private Optional<Desired> newer(String kiosk, long have) {
        return of(kiosk).filter(desired -> desired.version() > have);
    }
}
