package de.buergerkiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.contract.filing.PaymentRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service without identity, free or paid. */
class BulkyWasteVisitTest {
    @TempDir private Path folder;

    @Test
    void nothingIsDueSoTheTerminalHearsOfNothing() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.bulky("free"))) {
            assertEquals(Turn.Ending.DONE, kiosk.visit());

            assertEquals(List.of("queued"), kiosk.states());
            assertEquals(
                    Optional.of(new PaymentRecord.NothingDue()),
                    kiosk.filings().getFirst().payment());
            assertEquals(List.of(), town.terminal.ledger());
            assertEquals(1, town.papers().size());
            assertEquals(Optional.empty(), kiosk.opened(Town.WASTE).identification());
            assertTrue(
                    kiosk.screen.names().stream().noneMatch(List.of("pay", "consent")::contains));
        }
    }

    @Test
    void expressIsPaid() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.bulky("express"))) {
            assertEquals(Turn.Ending.DONE, kiosk.visit());

            assertEquals(List.of("queued"), kiosk.states());
            assertEquals(List.of(4_900L), town.booked());
        }
    }

    @Test
    void aCardOfSomebodyElseInTheReaderIsNoneOfThisVisit() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.bulky("free"))) {
            kiosk.visit();

            assertTrue(kiosk.screen.texts("take-card").isEmpty());
        }
    }
}
