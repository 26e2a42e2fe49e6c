package de.buergerkiosk.agent.duty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class KioskChangesBetweenTwoHeartbeatsTest {
    private final AtomicReference<String> sign = new AtomicReference<>("service");
    private final List<Duration> pauses = new ArrayList<>();

    private Duration rested() {
        return pauses.stream().reduce(Duration.ZERO, Duration::plus);
    }

    @Test
    void oneThatStaysAsItIsRestsTheWholeTime() throws InterruptedException {
        new Rest(sign::get, pauses::add).of(Duration.ofMillis(59_500), "service");

        assertEquals(Duration.ofMillis(59_500), rested());
    }

    @Test
    void oneThatClosesSaysSoAtTheNextLook() throws InterruptedException {
        new Rest(
                        sign::get,
                        time -> {
                            pauses.add(time);
                            if (pauses.size() == 3) {
                                sign.set("closed");
                            }
                        })
                .of(Duration.ofSeconds(60), "service");

        assertEquals(Rest.LOOK.multipliedBy(3), rested());
    }

    @Test
    void oneThatChangedWhileItSpokeSpeaksAgainAtOnce() throws InterruptedException {
        sign.set("out-of-order");

        new Rest(sign::get, pauses::add).of(Duration.ofSeconds(60), "service");

        assertEquals(List.of(), pauses);
    }
}
