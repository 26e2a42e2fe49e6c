package de.buergerkiosk.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class KioskIsAskedToEndTest {
    private final End end = new End();
    private final AtomicInteger left = new AtomicInteger();

    @Test
    void whoIsAskedInTheBeginningLeavesAsSoonAsItCan() throws InterruptedException {
        var asking = ask();
        end.by(left::incrementAndGet);
        assertEquals(1, left.get());
        finish(asking);
    }

    @Test
    void whoIsInServiceLeavesAtOnce() throws InterruptedException {
        var called = new CountDownLatch(1);
        end.by(called::countDown);
        var asking = Thread.ofVirtual().start(end::ask);
        assertTrue(called.await(30, TimeUnit.SECONDS));
        finish(asking);
    }

    @Test
    void betweenTwoOpeningsTheNextOneLeaves() throws InterruptedException {
        end.by(left::incrementAndGet);
        end.closed();
        var asking = ask();
        assertEquals(0, left.get(), "the one that is closed already is not asked");
        end.by(left::incrementAndGet);
        assertEquals(1, left.get());
        finish(asking);
    }

    /** JavaFX ends as soon as the process is asked to, so closing its window would take for ever. */
    @Test
    void whoHasClosedTheKioskIsNotWaitedForUntilTheWindowIsClosed() throws InterruptedException {
        end.by(left::incrementAndGet);
        var asking = ask();
        end.closed();
        asking.join();
        assertEquals(1, left.get());
    }

    /** Returns when it has been asked and is waited for. */
    private Thread ask() throws InterruptedException {
        var asking = Thread.ofVirtual().start(end::ask);
        while (asking.getState() != Thread.State.TIMED_WAITING) {
            Thread.sleep(1);
        }
        return asking;
    }

    private void finish(Thread asking) throws InterruptedException {
        assertTrue(asking.isAlive(), "waits for the end");
        end.reached();
        asking.join();
    }
}
