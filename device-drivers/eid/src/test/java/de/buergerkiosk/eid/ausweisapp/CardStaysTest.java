package de.buergerkiosk.eid.ausweisapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.ports.eid.CardGlance;
import de.buergerkiosk.ports.eid.EidBench.Card;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A citizen is reminded of a card for as long as it lies there, whatever AusweisApp can tell. */
@Timeout(120)
class CardStaysTest {
    private static final int LOOKS = 3;

    /** A card that is taken after the third look. */
    private static CardGlance takenAfter(AtomicInteger looks) {
        return _ ->
                looks.incrementAndGet() > LOOKS
                        ? CardGlance.Lying.ABSENT
                        : CardGlance.Lying.PRESENT;
    }

    @Test
    void aForeignOneThatOnlyTheGlanceSeesIsWaitedFor() throws InterruptedException {
        var looks = new AtomicInteger();
        try (var counter = Counter.glancing(takenAfter(looks))) {
            counter.put(Card.FOREIGN);

            assertTrue(counter.client.awaitCardRemoved(Duration.ofSeconds(60)));
            assertEquals(LOOKS + 1, looks.get());
        }
    }

    @Test
    void untilTimeIsUp() throws InterruptedException {
        try (var counter = Counter.glancing(_ -> CardGlance.Lying.PRESENT)) {
            counter.put(Card.FOREIGN);

            assertFalse(counter.client.awaitCardRemoved(Duration.ofMillis(250)));
        }
    }
}
