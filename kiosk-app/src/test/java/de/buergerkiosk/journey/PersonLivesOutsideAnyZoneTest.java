package de.buergerkiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The card says an address for which there is no permit. */
class PersonLivesOutsideAnyZoneTest {
    @TempDir private Path folder;

    @Test
    void thePageSaysSoAndNothingIsFiled() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.PARKING)) {
            town.tray.put("max");
            kiosk.citizen.on(
                    "vehicle",
                    page ->
                            ((Page.Questions) page).problems().isEmpty()
                                    ? kiosk.citizen.usual(page)
                                    : new Answer.Leave(Answer.Why.PRESSED));
            kiosk.screen.whenShown("take-card", _ -> town.takeCard());

            assertEquals(Turn.Ending.LEFT, kiosk.visit());

            var told = kiosk.screen.texts("vehicle").getLast();
            assertTrue(told.contains("! "), told);
            assertTrue(kiosk.screen.texts("check").isEmpty());
            assertEquals(List.of(), kiosk.states());
        }
    }
}
