package de.buergerkiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody stops the process: the visit thread is interrupted. */
class KioskIsStoppedInTheMiddleOfAVisitTest {
    @TempDir private Path folder;

    @Test
    void theScreenIsWipedAndTheNextStartClosesTheVisit() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.PARKING)) {
            kiosk.citizen.on(
                    "vehicle",
                    _ -> {
                        throw new InterruptedException();
                    });

            assertThrows(InterruptedException.class, kiosk::visit);

            assertEquals(1, kiosk.screen.wipes());
            assertEquals(List.of("open"), kiosk.endings());
            kiosk.settling.settleAll();
            assertEquals(List.of("SETTLED"), kiosk.endings());
            assertEquals(List.of(), kiosk.states());
        }
    }

    @Test
    void whileTheTerminalWaitsForACardNothingIsBookedAndTheFilingIsVoid() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.bulky("express"))) {
            town.terminal.act(
                    new de.buergerkiosk.payment.zvt.simulated.CardholderAction.Auto(false));
            var visitor = Thread.currentThread();
            kiosk.screen.whenShown("pay", _ -> visitor.interrupt());

            assertThrows(InterruptedException.class, kiosk::visit);

            assertEquals(1, kiosk.screen.wipes());
            kiosk.settling.settleAll();
            assertEquals(List.of("void"), kiosk.states());
            assertEquals(List.of(), town.booked());
        }
    }
}
