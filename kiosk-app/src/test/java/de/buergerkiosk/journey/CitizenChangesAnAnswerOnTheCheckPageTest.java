package de.buergerkiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.ports.Personal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The change link leads to one page and straight back. */
class CitizenChangesAnAnswerOnTheCheckPageTest {
    @TempDir private Path folder;

    @Test
    void theNewAnswerIsTheOneThatIsFiledAndPriced() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.bulky("free"))) {
            var checks = new AtomicInteger();
            kiosk.citizen.on(
                    "check",
                    page -> {
                        if (checks.getAndIncrement() > 0) {
                            return new Answer.Onward();
                        }
                        kiosk.citizen.on(
                                "kind",
                                _ ->
                                        new Answer.Filled(
                                                Personal.of(Map.of("pickup.kind", "express"))));
                        return new Answer.Change(target((Page.Check) page, "kind"));
                    });

            assertEquals(Turn.Ending.DONE, kiosk.visit());

            var names = kiosk.screen.names();
            assertEquals(
                    List.of("check", "kind", "check", "pay"),
                    names.subList(names.indexOf("check"), names.indexOf("pay") + 1));
            assertTrue(kiosk.screen.texts("check").getLast().contains("49,00"));
            assertEquals(List.of(4_900L), town.booked());
            assertEquals(
                    "express", kiosk.opened(Town.WASTE).data().at("/pickup/kind").stringValue());
        }
    }

    @Test
    void aWrongChangeIsHeldUpBeforeTheCheckPage() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.bulky("free"))) {
            var kinds = new AtomicInteger();
            kiosk.citizen.on(
                    "kind",
                    page ->
                            kinds.getAndIncrement() == 0
                                    ? new Answer.Filled(
                                            Personal.of(
                                                    Map.of(
                                                            "pickup.kind", "free",
                                                            "pickup.freeUsed", "true")))
                                    : kiosk.citizen.usual(page));

            assertEquals(Turn.Ending.DONE, kiosk.visit());

            assertEquals(2, kinds.get());
            assertTrue(kiosk.screen.texts("kind").getLast().contains("! pickup.freeUsed"));
        }
    }

    private static String target(Page.Check check, String page) {
        return check.rows().stream()
                .flatMap(row -> row.target().stream())
                .filter(page::equals)
                .findFirst()
                .orElseThrow();
    }
}
