package de.buergerkiosk.main;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody stops a kiosk that is stopping already: its file is not closed under those who write. */
@Timeout(60)
class KioskIsStoppedTwiceTest {
    @Test
    void whatRunsBesideIsOverBeforeAnythingIsClosed() throws InterruptedException {
        var order = new CopyOnWriteArrayList<String>();
        var begun = new CountDownLatch(1);
        var writing = new CountDownLatch(1);
        var opened = new Opened();
        opened.add(() -> order.add("file closed"));
        opened.add(
                Beside.begin(
                                "writer",
                                Thread.ofPlatform().factory(),
                                () -> {
                                    begun.countDown();
                                    try {
                                        new CountDownLatch(1).await();
                                    } finally {
                                        // a write that is under way does not end at once
                                        Thread.interrupted();
                                        writing.await();
                                        order.add("written");
                                    }
                                })
                        ::close);
        begun.await();
        var closing =
                Thread.ofPlatform()
                        .start(() -> {
                            Thread.currentThread().interrupt();
                            opened.close();
                            order.add(Thread.interrupted() ? "still interrupted" : "forgotten");
                        });
        closing.interrupt();
        // it waits: only now the write comes to its end
        while (closing.getState() != Thread.State.TIMED_WAITING && closing.isAlive()) {
            Thread.onSpinWait();
        }
        writing.countDown();
        closing.join();

        assertEquals(List.of("written", "file closed", "still interrupted"), order);
    }
}
