package de.buergerkiosk.payment.zvt.prove;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A time of its own for some actors on threads of their own, of which one runs at a time. When it
 * waits, the one goes on that has something to do first, and time leaps there. So a play of minutes
 * takes milliseconds, and is the same each time.
 */
final class Stage implements InstantSource {
    private static final Duration REAL_TIME_MAX = Duration.ofSeconds(60);

    private final ThreadFactory threads;
    private final List<Actor> actors = new ArrayList<>();
    private final Semaphore over = new Semaphore(0);
    private Instant now;
    private boolean curtain;
    private Optional<Throwable> accident = Optional.empty();

    Stage(Instant begin, ThreadFactory threads) {
        this.now = begin;
        this.threads = threads;
    }

    /** What an actor does. */
    interface Part {
        void play() throws InterruptedException;
    }

    /** The play is over for those who still wait. */
    static final class Curtain extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** One thread, its turn, and when it has something to do. */
    private final class Actor {
        private final Semaphore turn = new Semaphore(0);
        private final boolean lead;
        private final Part part;
        private Supplier<Instant> wakes = () -> now;
        private boolean done;

        Actor(Part part, boolean lead) {
            this.part = part;
            this.lead = lead;
        }

        void live() {
            try {
                turn.acquire();
                part.play();
            } catch (Curtain fallen) {
                // the lead has ended
            } catch (InterruptedException | RuntimeException | Error bug) {
                accident = accident.or(() -> Optional.of(bug));
                curtain = true;
            }
            done = true;
            curtain |= lead;
            passOn();
        }

        private void passOn() {
            Optional<Actor> next = next();
            if (next.isPresent()) {
                next.get().turn.release();
            } else {
                over.release();
            }
        }
    }

    private Optional<Actor> current = Optional.empty();

    /** Plays until the first part has ended; the others are then ended where they wait. */
    void play(Part lead, Part... others) throws InterruptedException {
        actors.add(new Actor(lead, true));
        for (Part other : others) {
            actors.add(new Actor(other, false));
        }
        actors.forEach(actor -> threads.newThread(actor::live).start());
        next().orElseThrow().turn.release();
        if (!over.tryAcquire(REAL_TIME_MAX.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("the play does not end");
        }
        if (accident.isPresent()) {
            throw new IllegalStateException("an actor fell off the stage", accident.get());
        }
    }

    private Optional<Actor> next() {
        Optional<Actor> first = Optional.empty();
        Instant when = Instant.MAX;
        for (Actor actor : actors) {
            if (!actor.done) {
                Instant wakes = curtain ? now : actor.wakes.get();
                if (first.isEmpty() || wakes.isBefore(when)) {
                    first = Optional.of(actor);
                    when = wakes;
                }
            }
        }
        current = first;
        if (first.isPresent() && when.isAfter(now) && when.isBefore(Instant.MAX)) {
            now = when;
        }
        return first;
    }

    /**
     * Waits on the actor's own thread.
     *
     * @param earliest when there will be something to do as things stand; {@link Instant#MAX} for
     *     never
     * @param atMost how long to wait for it
     */
    void await(Supplier<Instant> earliest, Duration atMost) throws InterruptedException {
        Actor me = current.orElseThrow();
        Instant end = now.plus(atMost);
        me.wakes =
                () -> {
                    Instant first = earliest.get();
                    return first.isBefore(end) ? first : end;
                };
        Actor next = next().orElseThrow();
        if (next != me) {
            next.turn.release();
            me.turn.acquire();
        }
        if (curtain && !me.lead) {
            throw new Curtain();
        }
    }

    void pause(Duration duration) throws InterruptedException {
        await(() -> Instant.MAX, duration);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
