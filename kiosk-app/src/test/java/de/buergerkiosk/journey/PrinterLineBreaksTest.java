package de.buergerkiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.printer.escpos.simulated.PrinterFault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The line to the printer breaks after the bytes went out. */
class PrinterLineBreaksTest {
    @TempDir private Path folder;

    @Test
    void nobodyKnowsSoNothingIsPrintedTwiceAndTheCitizenIsAskedToLook() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.bulky("express"))) {
            town.printer.switchOn(PrinterFault.CUT_BEFORE_CONFIRM);

            assertEquals(Turn.Ending.DONE, kiosk.visit());

            assertEquals(1, town.papers().size());
            assertEquals(Optional.of("unknown"), kiosk.filings().getFirst().paper());
            var farewell = kiosk.screen.lastText();
            assertTrue(farewell.contains("ob ein Beleg im Ausgabefach liegt"), farewell);
            assertEquals(1, kiosk.incidents().size());
            assertEquals(List.of("queued"), kiosk.states());
        }
    }
}
