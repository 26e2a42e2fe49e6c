package de.buergerkiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.page.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The card leaves the reader too early. */
class CardIsRemovedWhileReadingTest {
    @TempDir private Path folder;

    @Test
    void whileReadingThePageSaysSoAndASecondTryWorks() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.PARKING)) {
            var reads = new AtomicInteger();
            kiosk.screen.whenShown(
                    "reading",
                    _ -> {
                        if (reads.getAndIncrement() == 0) {
                            town.takeCard();
                        }
                    });
            kiosk.citizen.on(
                    "identification-failed",
                    _ -> {
                        town.tray.put("erika");
                        return new Answer.Chosen("again");
                    });
            kiosk.screen.whenShown("take-card", _ -> town.takeCard());

            assertEquals(Turn.Ending.DONE, kiosk.visit());

            var failed = kiosk.screen.texts("identification-failed").getFirst();
            assertTrue(failed.contains("zu früh weggenommen"), failed);
            assertTrue(failed.contains("EID-CARD-REMOVED"), failed);
            assertEquals(List.of("queued"), kiosk.states());
        }
    }

    @Test
    void whileThePinIsAskedTheQuestionGoesAwayByItself() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.PARKING)) {
            kiosk.citizen.on(
                    "pin",
                    page -> {
                        town.takeCard();
                        return kiosk.citizen.hesitate(page);
                    });
            kiosk.citizen.on("identification-failed", _ -> new Answer.Chosen("leave"));

            assertEquals(Turn.Ending.LEFT, kiosk.visit());

            assertTrue(
                    kiosk.screen
                            .texts("identification-failed")
                            .getFirst()
                            .contains("EID-CARD-REMOVED"));
            assertEquals(List.of(), kiosk.states());
        }
    }

    @Test
    void aCardThatLiesBadlyIsToldToBeStraightened() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.PARKING)) {
            town.tray.lay(false);
            kiosk.screen.whenShown("card", _ -> town.straighten());
            kiosk.screen.whenShown("take-card", _ -> town.takeCard());

            assertEquals(Turn.Ending.DONE, kiosk.visit());

            var page = kiosk.screen.texts("card").getFirst();
            assertTrue(page.contains("gerade"), page);
            assertTrue(kiosk.screen.texts("card", "en").getFirst().contains("straight"));
        }
    }
}
