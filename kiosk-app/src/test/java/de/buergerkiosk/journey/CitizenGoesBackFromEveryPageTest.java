package de.buergerkiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Field;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.ports.Personal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Back, once on every page that has it; then the usual way. */
class CitizenGoesBackFromEveryPageTest {
    @TempDir private Path folder;

    private final Set<String> wentBack = new HashSet<>();
    private final List<String> asked = new ArrayList<>();

    @Test
    void nothingIsLostAndTheCardIsNotAskedAgain() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.PARKING)) {
            for (var page : List.of("service", "consent", "pin", "vehicle", "check")) {
                backOnce(kiosk, page);
            }
            kiosk.screen.whenShown("take-card", _ -> town.takeCard());

            assertEquals(Turn.Ending.DONE, kiosk.visit());

            assertEquals(
                    List.of(
                            "service", // back to the choice
                            "service", "consent", // back to the service page
                            "service", "consent", "pin", // back to the service page
                            "service", "consent", "pin", "vehicle", // known from here
                            "service", "vehicle", "check", "vehicle", "check"),
                    asked);
            assertEquals(List.of("queued"), kiosk.states());
            assertEquals(
                    "LU-XY 7",
                    kiosk.opened(Town.TRAFFIC).data().at("/vehicle/plate").stringValue());
        }
    }

    /** What was typed before Back travels with it and is there on return. */
    private void backOnce(TrialKiosk kiosk, String name) {
        kiosk.citizen.on(
                name,
                page -> {
                    asked.add(name);
                    if (wentBack.add(name)) {
                        assertTrue(page.ways().back(), name);
                        return new Answer.Back(Personal.of(Map.of("vehicle.plate", "LU-XY 7")));
                    }
                    if (page instanceof Page.Questions questions) {
                        return new Answer.Filled(Personal.of(asFound(questions)));
                    }
                    return kiosk.citizen.usual(page);
                });
    }

    private static Map<String, String> asFound(Page.Questions questions) {
        var values = new java.util.HashMap<String, String>();
        for (Field field : questions.fields()) {
            values.put(field.path(), field.value());
        }
        assertEquals("LU-XY 7", values.get("vehicle.plate"));
        return values;
    }

    @Test
    void fromTheFirstPageBackEndsTheVisitWithNothingFiled() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.PARKING)) {
            kiosk.citizen.on("choose", _ -> new Answer.Back(Personal.of(Map.of())));

            assertEquals(Turn.Ending.LEFT, kiosk.visit());
            assertEquals(List.of(), kiosk.states());
        }
    }
}
