package de.buergerkiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.simulated.ScriptedCitizen.Errand;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every offer is reachable with at most two touches from the start screen. */
class TwoTouchesToAnyServiceTest {
    @TempDir private Path folder;

    @Test
    void welcomeThenChoiceThenTheServiceItself() throws Exception {
        try (var town = Town.in(folder)) {
            for (var service : Town.OFFERED) {
                try (var kiosk =
                        new TrialKiosk(town, new Errand(service.id(), Map.of(), "", "de"))) {
                    kiosk.citizen.on("service", _ -> new Answer.Leave(Answer.Why.PRESSED));

                    kiosk.visit();

                    assertEquals(List.of("welcome", "choose", "service"), kiosk.screen.names());
                    assertEquals(
                            1,
                            kiosk.screen
                                    .texts("service")
                                    .getFirst()
                                    .lines()
                                    .filter(("# " + service.title().in("de"))::equals)
                                    .count());
                }
            }
        }
    }
}
