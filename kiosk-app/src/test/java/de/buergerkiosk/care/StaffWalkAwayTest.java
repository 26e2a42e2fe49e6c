package de.buergerkiosk.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Idle;
import de.buergerkiosk.page.Ways;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Somebody of the staff goes without ending: after five minutes nobody else is in. */
@Timeout(300)
class StaffWalkAwayTest {
    @TempDir private Path folder;

    @Test
    void warningComesBeforeTheFiveMinutesAreOver() {
        var then = Instant.parse("2026-11-30T11:00:00Z");
        var staff = Ways.Patience.STAFF;
        assertEquals(new Idle.Verdict.Calm(), Idle.STANDARD.at(then.plusSeconds(254), then, staff));
        assertEquals(
                new Idle.Verdict.Warn(45), Idle.STANDARD.at(then.plusSeconds(255), then, staff));
        assertEquals(new Idle.Verdict.Gone(), Idle.STANDARD.at(then.plusSeconds(300), then, staff));
    }

    @Test
    void screenIsCleanAndTheDoorShut() throws Exception {
        try (var shop = new Workshop(folder)) {
            shop.hands.on("staff-menu", new Answer.Leave(Answer.Why.WALKED_AWAY));
            shop.attend();
            assertEquals("1234 WALKED_AWAY", shop.logged().getLast());
            assertEquals(1, shop.hands.wipes);
            assertFalse(shop.mode.isActive());

            shop.hands.seen.clear();
            shop.approach();
            assertEquals("staff-code", shop.hands.names().getLast());
        }
    }

    @Test
    void everyPageOfStaffModeWaitsForStaffAndNotForEver() throws Exception {
        try (var shop = new Workshop(folder)) {
            shop.attend("overview", "counters", "log", "order", "restart", "closing", "print");
            var asked =
                    shop.hands.seen.stream()
                            .filter(page -> !(page instanceof de.buergerkiosk.page.Page.Waiting))
                            .toList();
            assertTrue(asked.size() > 8);
            for (var page : asked) {
                assertTrue(
                        page.ways().patience() != Ways.Patience.ENDLESS && page.ways().leave(),
                        page.name());
            }
        }
    }

    @Test
    void aBugEndsStaffModeAndNotTheKiosk() throws Exception {
        try (var shop = new Workshop(folder)) {
            shop.hands.on(
                    "staff-menu",
                    _ -> {
                        throw new IllegalStateException("a bug");
                    });
            shop.attend();
            assertEquals("staff-bug", shop.hands.names().getLast());
            assertEquals(1, shop.hands.wipes);
        }
    }
}
