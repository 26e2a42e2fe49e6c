package de.buergerkiosk.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.page.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Somebody guesses at the staff door. */
@Timeout(300)
class WrongPinTest {
    @TempDir private Path folder;

    private static void wrong(Workshop shop, int times) throws InterruptedException {
        wrong(shop, Workshop.CODE, times);
    }

    private static void wrong(Workshop shop, String code, int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            shop.hands.comeIn(code, "111222");
        }
        shop.approach();
    }

    @Test
    void threeWrongPinsLockTheDoorForHalfAMinuteAndTheNextOnesForLonger() throws Exception {
        try (var shop = new Workshop(folder)) {
            wrong(shop, 3);
            assertEquals("staff-locked", shop.hands.names().getLast());
            assertTrue(shop.mode.isLocked());

            shop.hands.seen.clear();
            shop.approach();
            assertEquals(java.util.List.of("staff-locked"), shop.hands.names());

            shop.now = shop.now.plusSeconds(31);
            assertFalse(shop.mode.isLocked());
            wrong(shop, 1);
            assertTrue(
                    shop.hands.text("staff-locked").contains("in 2 min"), shop.hands::everything);
            shop.now = shop.now.plusSeconds(59);
            assertTrue(shop.mode.isLocked());
            shop.now = shop.now.plusSeconds(2);
            assertFalse(shop.mode.isLocked());
        }
    }

    @Test
    void rightPinOpensAndEndsTheCounting() throws Exception {
        try (var shop = new Workshop(folder)) {
            shop.hands.comeIn(Workshop.CODE, "111222").comeIn(Workshop.CODE, "111222");
            shop.attend();
            assertEquals("staff-menu", shop.hands.names().getLast());
            wrong(shop, 2);
            assertFalse(shop.mode.isLocked(), "they begin anew");
        }
    }

    @Test
    void aRestartForgetsNoTry() throws Exception {
        try (var shop = new Workshop(folder)) {
            wrong(shop, 3);
        }
        try (var shop = new Workshop(folder)) {
            assertTrue(shop.mode.isLocked());
            shop.now = shop.now.plusSeconds(31);
            wrong(shop, 1);
            assertTrue(shop.mode.isLocked(), "the fourth in a row");
        }
    }

    @Test
    void aTryIsCountedBeforeItIsMade() throws Exception {
        try (var shop = new Workshop(folder)) {
            wrong(shop, 2);
            // the power fails while the PIN is compared: nothing of it comes back
            shop.hands.on(
                    "staff-pin",
                    _ -> {
                        throw new IllegalStateException("power cut");
                    });
        }
        try (var shop = new Workshop(folder)) {
            wrong(shop, 1);
            assertTrue(shop.mode.isLocked());
        }
    }

    @Test
    void codesThatNobodyHasCountForTheKioskAndAreKeptNowhere() throws Exception {
        try (var shop = new Workshop(folder)) {
            for (var code : List.of("70707070", "71717171", "72727272")) {
                shop.hands.comeIn(code, "333444");
            }
            shop.approach();
            assertEquals("staff-locked", shop.hands.names().getLast());
            assertEquals("REFUSED unknown code", shop.logged().getFirst());
        }
        List<Path> written;
        try (var files = Files.list(folder.resolve("kiosk"))) {
            written = files.filter(Files::isRegularFile).toList();
        }
        assertFalse(written.isEmpty(), "the kiosk keeps a file");
        for (var file : written) {
            var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            assertFalse(bytes.contains("70707070"), file.toString());
            assertFalse(bytes.contains("333444"), file.toString());
        }
    }

    @Test
    void oneColleaguesRightPinDoesNotHelpAgainstAnothers() throws Exception {
        try (var shop = new Workshop(folder)) {
            for (int i = 0; i < 2; i++) {
                shop.hands.comeIn(Workshop.CARETAKER, "111222");
                shop.attend();
                assertEquals("staff-menu", shop.hands.names().getLast());
            }
            wrong(shop, Workshop.CARETAKER, 1);
            shop.hands.comeIn(Workshop.CARETAKER, Workshop.PIN);
            shop.approach();
            assertEquals("staff-locked", shop.hands.names().getLast(), "locked for that code");

            assertFalse(shop.mode.isLocked(), "and for that one only");
            shop.attend();
            assertEquals("staff-menu", shop.hands.names().getLast());
        }
    }

    @Test
    void aClockThatWasAheadLocksNobodyOutForYears() throws Exception {
        try (var shop = new Workshop(folder)) {
            shop.now = Workshop.NOON.plus(Duration.ofDays(3650));
            wrong(shop, 3);
            shop.now = Workshop.NOON;
            assertTrue(shop.mode.isLocked());
            shop.now = Workshop.NOON.plus(Duration.ofMinutes(61));
            assertFalse(shop.mode.isLocked());
        }
    }

    @Test
    void rightPinOfSomebodyWhoLeftOpensNothing() throws Exception {
        try (var shop = new Workshop(folder)) {
            shop.hands.comeIn("9999", Workshop.PIN);
            shop.approach();
            assertEquals("staff-expired", shop.hands.names().getLast());
            assertEquals("9999 EXPIRED valid until 2026-11-29", shop.logged().getLast());
        }
    }

    @Test
    void backFromThePinLeadsToTheCodeAndLeavingToTheStart() throws Exception {
        try (var shop = new Workshop(folder)) {
            shop.hands
                    .digits("staff-code", Workshop.CODE)
                    .on(
                            "staff-pin",
                            new Answer.Back(de.buergerkiosk.ports.Personal.of(java.util.Map.of())));
            shop.approach();
            assertEquals(
                    java.util.List.of("staff-code", "staff-pin", "staff-code"), shop.hands.names());
            assertEquals(1, shop.hands.wipes);
            assertEquals(java.util.List.of(), shop.logged());
        }
    }
}
