package de.buergerkiosk.eid.simulated;

import de.buergerkiosk.eid.simulated.TrayLook.Seen;
import de.buergerkiosk.eid.simulated.TrayLook.Unreadable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The simulated card reader with what lies in it: a file {@code tray.json} in a folder, so that a
 * second window or process can put cards in and take them out. Any number of trays may share one
 * folder, in one process or several.
 *
 * <pre>{"card": "erika", "insertion": 4, "straight": true, "readerAttached": true,
 * "serverReachable": true, "triesLeft": {"erika": 3}}</pre>
 */
public final class CardTray {
    private final TrayFile file;
    private final Duration pollInterval;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final AtomicLong stirs = new AtomicLong();

    /**
     * @param folder made when the first card is put in
     * @param pollInterval how often the file is read while somebody waits for a change from another
     *     process; changes through this object are noticed at once
     */
    public CardTray(Path folder, Duration pollInterval) {
        if (!pollInterval.isPositive()) {
            throw new IllegalArgumentException("the poll interval must be positive");
        }
        this.file = new TrayFile(folder);
        this.pollInterval = pollInterval;
    }

    public TrayLook look() {
        try {
            return new Seen(file.read());
        } catch (IOException e) {
            return unreadable(e);
        }
    }

    /** Puts that card in; one that lay there is taken out. */
    public TrayLook put(String card) throws InterruptedException {
        return change(content -> content.withCard(card));
    }

    public TrayLook remove() throws InterruptedException {
        return change(TrayContent::withoutCard);
    }

    /** Moves the card so that it can be read, or cannot. */
    public TrayLook lay(boolean straight) throws InterruptedException {
        return change(content -> content.lying(straight));
    }

    public TrayLook attachReader(boolean attached) throws InterruptedException {
        return change(content -> content.withReader(attached));
    }

    public TrayLook reachServer(boolean reachable) throws InterruptedException {
        return change(content -> content.withServer(reachable));
    }

    /** What the citizens' office does with a blocked card: the tries are again as at first. */
    public TrayLook renew(String card) throws InterruptedException {
        return change(content -> content.asFromTheOffice(card));
    }

    TrayLook setTries(String card, int tries) throws InterruptedException {
        return change(content -> content.withTries(card, tries));
    }

    private TrayLook change(UnaryOperator<TrayContent> change) throws InterruptedException {
        try {
            TrayContent next = file.change(change);
            stir();
            return new Seen(next);
        } catch (IOException e) {
            return unreadable(e);
        }
    }

    /** Lets everybody who waits look again now. */
    void stir() {
        lock.lock();
        try {
            stirs.incrementAndGet();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Looks until that is enough, at most that long; gives the last look either way. */
    TrayLook await(Predicate<TrayLook> enough, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        while (true) {
            // read before looking: a change after the look then ends the pause at once
            long stirsBefore = stirs.get();
            TrayLook look = look();
            if (left <= 0 || enough.test(look)) {
                return look;
            }
            left -= pause(stirsBefore, Math.min(left, pollInterval.toNanos()));
        }
    }

    private long pause(long stirsBefore, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (stirs.get() == stirsBefore && left > 0) {
                left = changed.awaitNanos(left);
            }
            return nanos - left;
        } finally {
            lock.unlock();
        }
    }

    private static Unreadable unreadable(IOException e) {
        return new Unreadable(e.getClass().getSimpleName() + ": " + e.getMessage());
    }
}
