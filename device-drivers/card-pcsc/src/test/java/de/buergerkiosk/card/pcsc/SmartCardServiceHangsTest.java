package de.buergerkiosk.card.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The service takes a question and never answers, as one does whose reader's driver is stuck. */
@Timeout(120)
class SmartCardServiceHangsTest {
    private final CountDownLatch stuck = new CountDownLatch(1);
    private final CountDownLatch freed = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final PatientAsking asking = new PatientAsking(Duration.ofMillis(200));

    private String hang() throws InterruptedException {
        asked.incrementAndGet();
        stuck.await();
        freed.countDown();
        return "late";
    }

    @Test
    void nobodyWaitsForItAndNobodyFollowsIt() throws InterruptedException {
        assertEquals(Optional.empty(), asking.ask(this::hang));
        assertEquals(Optional.empty(), asking.ask(this::hang));
        assertEquals(1, asked.get());

        stuck.countDown();
        freed.await();
        var answer = asking.ask(() -> "well");
        while (answer.isEmpty()) {
            answer = asking.ask(() -> "well");
        }
        assertEquals(Optional.of("well"), answer);
    }

    @Test
    void whoeverIsInterruptedMeanwhileKnowsIt() throws InterruptedException {
        var patient = new PatientAsking(Duration.ofMinutes(10));
        var knows = new AtomicInteger();
        var visit =
                Thread.ofVirtual()
                        .start(() -> {
                            if (patient.ask(this::hang).isEmpty()
                                    && Thread.currentThread().isInterrupted()) {
                                knows.incrementAndGet();
                            }
                        });
        visit.interrupt();
        visit.join();
        stuck.countDown();

        assertEquals(1, knows.get());
    }
}
