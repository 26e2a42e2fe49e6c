package de.buergerkiosk.eid.ausweisapp;

import de.buergerkiosk.ports.eid.EidDialogue;
import de.buergerkiosk.ports.eid.EidEvent;
import de.buergerkiosk.ports.eid.EidReply;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * One question to the citizen, watched: when the card goes, AusweisApp moves on or time is up, the
 * workflow is cancelled at once and the question is taken off the screen, whether or not the citizen
 * has answered.
 */
final class Question {
    private final EidDialogue dialogue;
    private final SdkLink link;
    private final BooleanSupplier pointless;
    private final Duration atMost;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean answered;
    private volatile boolean lapsed;
    private volatile boolean late;

    Question(EidDialogue dialogue, SdkLink link, BooleanSupplier pointless, Duration atMost) {
        this.dialogue = dialogue;
        this.link = link;
        this.pointless = pointless;
        this.atMost = atMost;
    }

    EidReply ask(EidEvent question, ThreadFactory threads) throws InterruptedException {
        Thread watch = threads.newThread(this::watch);
        watch.start();
        try {
            return dialogue.on(question);
        } finally {
            lock.lock();
            try {
                answered = true;
            } finally {
                lock.unlock();
            }
            link.stir();
        }
    }

    /** Whether it was withdrawn; the answer no longer counts then. */
    boolean lapsed() {
        return lapsed;
    }

    /** Whether it was withdrawn because time was up, and for no other reason. */
    boolean late() {
        return late;
    }

    private void watch() {
        boolean overtaken;
        try {
            overtaken = link.await(() -> answered || pointless.getAsBoolean(), atMost);
        } catch (InterruptedException e) {
            // whoever made the thread wants it to end; the question itself goes on
            Thread.currentThread().interrupt();
            return;
        }
        // the lock keeps a late withdrawal away from the next question
        lock.lock();
        try {
            if (!answered) {
                lapsed = true;
                // said now: AusweisApp ends after CANCEL, which then looks as if it had moved on
                late = !overtaken;
                // also when AusweisApp waits for another card: the next one must not meet this
                // visit
                link.send(SdkCommand.plain("CANCEL"));
                dialogue.withdraw();
            }
        } finally {
            lock.unlock();
        }
    }
}
