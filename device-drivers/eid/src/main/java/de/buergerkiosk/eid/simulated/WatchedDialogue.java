package de.buergerkiosk.eid.simulated;

import de.buergerkiosk.ports.eid.EidDialogue;
import de.buergerkiosk.ports.eid.EidEvent;
import de.buergerkiosk.ports.eid.EidReply;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Asks the citizen and keeps an eye on the tray meanwhile, so that the question goes away when the
 * card does.
 */
final class WatchedDialogue {
    private final EidDialogue dialogue;
    private final CardTray tray;
    private final ThreadFactory threads;
    private final Duration atMost;

    /** Watches no question longer than {@code atMost}: after that it is withdrawn. */
    WatchedDialogue(EidDialogue dialogue, CardTray tray, ThreadFactory threads, Duration atMost) {
        this.dialogue = dialogue;
        this.tray = tray;
        this.threads = threads;
        this.atMost = atMost;
    }

    EidReply ask(EidEvent question, Predicate<TrayLook> pointless) throws InterruptedException {
        var watch = new Watch(pointless);
        Thread thread = threads.newThread(watch);
        thread.start();
        try {
            return dialogue.on(question);
        } finally {
            watch.answered();
        }
    }

    /** Tells something that needs no answer; true when the citizen wants to end instead. */
    boolean cancelledAt(EidEvent event) throws InterruptedException {
        return dialogue.on(event) instanceof EidReply.Cancel || dialogue.cancelWanted();
    }

    boolean cancelWanted() {
        return dialogue.cancelWanted();
    }

    private final class Watch implements Runnable {
        private final Predicate<TrayLook> pointless;
        private final ReentrantLock lock = new ReentrantLock();
        private volatile boolean answered;

        Watch(Predicate<TrayLook> pointless) {
            this.pointless = pointless;
        }

        @Override
        public void run() {
            try {
                tray.await(look -> answered || pointless.test(look), atMost);
            } catch (InterruptedException e) {
                // whoever made the thread wants it to end; the question itself goes on
                Thread.currentThread().interrupt();
                return;
            }
            // the lock keeps a late withdrawal away from the next question
            lock.lock();
            try {
                if (!answered) {
                    dialogue.withdraw();
                }
            } finally {
                lock.unlock();
            }
        }

        void answered() {
            lock.lock();
            try {
                answered = true;
            } finally {
                lock.unlock();
            }
            tray.stir();
        }
    }
}
