package de.buergerkiosk.courier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.courier.MemoryOutbox.State;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CentreIsDownAndCatchesUpTest {
    private final Bench bench = new Bench(1);

    @Test
    void everythingArrivesAtOnceWhenTheLineIsBack() throws Exception {
        for (int i = 0; i < 200; i++) {
            bench.submit();
        }
        bench.centre.weather(ModelCentre::down);
        for (int hours = 0; hours < 72; hours++) {
            assertEquals(0, bench.courier.carryAllDue());
            bench.pass(Duration.ofHours(1));
        }
        assertEquals(200, bench.outbox.count(State.WAITING), "nothing is given up in three days");
        bench.pass(Duration.ofHours(6));
        bench.centre.weather(bench.centre::keep);
        assertEquals(200, bench.courier.carryAllDue());
        assertEquals(200, bench.outbox.count(State.ACKNOWLEDGED));
    }

    @Test
    void downLineIsTriedWithTwoParcelsARoundNotWithAll() throws Exception {
        for (int i = 0; i < 50; i++) {
            bench.submit();
        }
        bench.centre.weather(ModelCentre::down);
        bench.courier.carryAllDue();
        assertEquals(2, bench.centre.calls.size());
    }

    @Test
    void waitsGrowToSixHoursAndNoFurther() throws Exception {
        var id = bench.submit();
        bench.centre.weather(ModelCentre::down);
        var longest = Duration.ZERO;
        for (int i = 0; i < 40; i++) {
            bench.courier.carryAllDue();
            var wait = Duration.between(bench.now, bench.outbox.entry(id).dueAt());
            assertTrue(wait.compareTo(Duration.ofHours(6)) <= 0, () -> "waits " + wait);
            if (i == 0) {
                assertTrue(wait.compareTo(Duration.ofSeconds(5)) <= 0, () -> "starts with " + wait);
            }
            longest = longest.compareTo(wait) > 0 ? longest : wait;
            bench.now = bench.outbox.entry(id).dueAt();
        }
        assertTrue(longest.compareTo(Duration.ofHours(3)) > 0, "grew only to " + longest);
    }

    @Test
    void newFilingsDuringTheOutageDoNotStretchTheRest() throws Exception {
        bench.submit();
        bench.centre.weather(ModelCentre::down);
        bench.courier.carryAllDue();
        for (int i = 0; i < 30; i++) {
            var id = bench.submit();
            bench.courier.carryAllDue();
            var wait = Duration.between(bench.now, bench.outbox.entry(id).dueAt());
            assertTrue(wait.compareTo(Duration.ofSeconds(10)) <= 0, () -> "waits " + wait);
        }
    }

    @Test
    void busyCentreIsLeftAloneAsLongAsItAsks() throws Exception {
        var id = bench.submit();
        bench.centre.weather(parcel -> new CentreLine.Reply.Busy(Duration.ofMinutes(10)));
        bench.courier.carryAllDue();
        var wait = Duration.between(bench.now, bench.outbox.entry(id).dueAt());
        assertEquals(Duration.ofMinutes(10), wait);
    }

    @Test
    void clockThatWasYearsAheadDoesNotStrandAnything() throws Exception {
        var real = bench.now;
        var id = bench.submit();
        bench.centre.weather(ModelCentre::down);
        bench.now = real.plus(Duration.ofDays(3650));
        bench.courier.carryAllDue();
        bench.now = real;
        bench.centre.weather(bench.centre::keep);
        assertEquals(1, bench.courier.carryAllDue());
        assertEquals(State.ACKNOWLEDGED, bench.outbox.entry(id).state());
    }

    @Test
    void runningCourierCarriesOnANudgeAndEndsOnInterrupt() throws Exception {
        var ended = new CountDownLatch(1);
        var thread =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                bench.courier.run();
                            } catch (InterruptedException e) {
                                ended.countDown();
                            }
                        });
        bench.submit();
        bench.courier.nudge();
        for (int i = 0; i < 1_000 && bench.outbox.count(State.ACKNOWLEDGED) == 0; i++) {
            assertTrue(!thread.join(Duration.ofMillis(10)), "it must go on");
        }
        assertEquals(1, bench.outbox.count(State.ACKNOWLEDGED));
        thread.interrupt();
        assertTrue(ended.await(60, TimeUnit.SECONDS));
    }
}
