package de.buergerkiosk.payment.zvt.simulated;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Where a terminal waits for register and cardholder at once; a proof lets its time fly. */
public interface Inbox {
    void add(Happening happening);

    /** What happens next; empty after that time. */
    Optional<Happening> await(Duration atMost) throws InterruptedException;

    /** Waits without listening. */
    void pause(Duration duration) throws InterruptedException;

    /** In real time. */
    static Inbox real() {
        return new Inbox() {
            private final LinkedBlockingQueue<Happening> queue = new LinkedBlockingQueue<>();
            private final LinkedBlockingQueue<Happening> never = new LinkedBlockingQueue<>();

            @Override
            public void add(Happening happening) {
                queue.add(happening);
            }

            @Override
            public Optional<Happening> await(Duration atMost) throws InterruptedException {
                return Optional.ofNullable(
                        queue.poll(Math.max(0, atMost.toMillis()), TimeUnit.MILLISECONDS));
            }

            @Override
            public void pause(Duration duration) throws InterruptedException {
                var _ = never.poll(duration.toMillis(), TimeUnit.MILLISECONDS);
            }
        };
    }
}
