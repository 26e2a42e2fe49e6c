package de.buergerkiosk.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Staff take the kiosk out of service, and it stays so until staff put it back. */
@Timeout(300)
class KioskIsOutOfOrderTest {
    @TempDir private Path folder;

    @Test
    void aRestartPutsNothingBackInService() throws Exception {
        try (var shop = new Workshop(folder)) {
            assertFalse(shop.outOfOrder.isOn());
            shop.hands.press("care-order-off", "begin");
            shop.attend("order");
            assertTrue(shop.outOfOrder.isOn());
        }
        try (var shop = new Workshop(folder)) {
            assertEquals(Optional.of(Workshop.CODE), shop.outOfOrder.by());

            shop.hands.press("care-order-on", "end");
            shop.attend("order");
            assertTrue(shop.hands.text("care-order-on").contains("1234"));
            assertFalse(shop.outOfOrder.isOn());
        }
        try (var shop = new Workshop(folder)) {
            assertFalse(shop.outOfOrder.isOn());
            assertEquals(
                    List.of("1234 OUT_OF_ORDER", "1234 IN_SERVICE"),
                    shop.logged().stream()
                            .filter(line -> line.contains("ORDER") || line.contains("SERVICE"))
                            .toList());
            assertTrue(shop.log.isSound());
        }
    }

    @Test
    void whoeverComesInIsToldThatItIsOutOfOrder() throws Exception {
        try (var shop = new Workshop(folder)) {
            shop.hands.press("care-order-off", "begin");
            shop.attend("order");
            assertTrue(
                    shop.hands.text("staff-menu").contains("der Kiosk ist außer Betrieb"),
                    shop.hands::everything);
        }
    }
}
