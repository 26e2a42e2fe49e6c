package de.buergerkiosk.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.contract.filing.Delivery;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The device door sees the outside of a seal only; what is wrong inside shows at the desk. */
class SealIsBrokenAtTheDeskTest {
    @Test
    void clerkIsToldAndTheFilingStays() throws Exception {
        try (var kiosk = TestKiosk.ofRunningCentre()) {
            var good = kiosk.permit(TestKiosk.newId(), "LU-S 1");
            var parts = new ArrayList<>(List.of(good.sealed().split("\\.")));
            parts.set(
                    3,
                    parts.get(3).startsWith("A")
                            ? "B" + parts.get(3).substring(1)
                            : "A" + parts.get(3).substring(1));
            var bad =
                    new Delivery(
                            good.id(),
                            good.kiosk(),
                            good.sequence(),
                            good.service(),
                            good.serviceVersion(),
                            good.office(),
                            good.submittedAt(),
                            String.join(".", parts),
                            good.payment());
            assertEquals(201, kiosk.put(bad).statusCode());
            try (var desk = TestDesk.loggedIn("parken")) {
                var page = desk.get("/filings/" + good.id());
                assertEquals(200, page.statusCode());
                assertTrue(page.body().contains("lässt sich nicht öffnen"), page.body());
                assertTrue(page.body().contains("does not open with the office"), page.body());
                var list = desk.get("/filings?state=received").body();
                assertTrue(list.contains(good.id().toString()), "it does not count as opened");
            }
            var script = TestDesk.script("parken", "/api/filings/" + good.id());
            assertEquals(500, script.statusCode());
        }
    }

    @Test
    void contentOfAnotherServiceIsNotShown() throws Exception {
        try (var kiosk = TestKiosk.ofRunningCentre()) {
            var id = TestKiosk.newId();
            var waste =
                    kiosk.delivery(
                            id, TestKiosk.bulkyWaste("Sofa"), "traffic-office", TestKiosk.paid(id));
            var posing =
                    new Delivery(
                            id,
                            waste.kiosk(),
                            waste.sequence(),
                            "parking-permit",
                            "1.0.0",
                            waste.office(),
                            waste.submittedAt(),
                            waste.sealed(),
                            waste.payment());
            assertEquals(201, kiosk.put(posing).statusCode());
            var script = TestDesk.script("parken", "/api/filings/" + id);
            assertEquals(500, script.statusCode());
            assertTrue(script.body().contains("another service"), script.body());
        }
    }
}
