package de.buergerkiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.page.Answer;
import de.buergerkiosk.printer.escpos.simulated.Touch;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The roll is empty when the receipt is due. */
class PaperIsOutTest {
    @TempDir private Path folder;

    @Test
    void afterARefillTheReceiptComesOnce() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.bulky("express"))) {
            town.printer.touch(Touch.PAPER_OUT);
            kiosk.citizen.on(
                    "print-halted",
                    _ -> {
                        town.printer.touch(Touch.PAPER_IN);
                        return new Answer.Chosen("again");
                    });

            assertEquals(Turn.Ending.DONE, kiosk.visit());

            assertEquals(1, town.papers().size());
            assertTrue(kiosk.screen.texts("print-halted").getFirst().contains("PRN-PAPER-OUT"));
            assertTrue(kiosk.screen.lastText().contains("nehmen Sie Ihre Karte und den Beleg"));
            assertEquals(List.of("PRN-PAPER-OUT"), kiosk.incidents());
        }
    }

    @Test
    void withoutPaperTheCitizenGoesOnWithTheNumberAndTheFilingIsSafe() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.bulky("express"))) {
            town.printer.touch(Touch.PAPER_OUT);
            kiosk.citizen.on("print-halted", _ -> new Answer.Chosen("without"));

            assertEquals(Turn.Ending.DONE, kiosk.visit());

            assertEquals(List.of(), town.papers());
            assertEquals(List.of("queued"), kiosk.states());
            assertEquals(Optional.of("halted"), kiosk.filings().getFirst().paper());
            var farewell = kiosk.screen.lastText();
            assertTrue(farewell.contains("Der Beleg wurde nicht gedruckt."), farewell);
            assertTrue(farewell.contains("Die Zahlung ist verbucht."), farewell);
        }
    }
}
