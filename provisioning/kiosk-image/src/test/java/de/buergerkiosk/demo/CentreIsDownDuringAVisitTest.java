package de.buergerkiosk.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.main.Kiosk;
import de.buergerkiosk.main.Seams;
import de.buergerkiosk.main.SettingsFile;
import de.buergerkiosk.main.Surroundings;
import de.buergerkiosk.page.Words;
import de.buergerkiosk.page.simulated.ScriptedCitizen;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The city's line is cut: the citizen still gets number and receipt, and the filing arrives later. */
class CentreIsDownDuringAVisitTest {
    private static final String SERVICE = "bulky-waste";

    @TempDir private Path out;

    @Test
    void theFilingWaitsAtTheKioskAndArrivesOnceTheCentreIsBack() throws Exception {
        var root = Path.of(System.getProperty("house.root", "."));
        try (var data = Scratch.make(root);
                var house =
                        House.start(
                                new House.Places(root, data.folder(), out),
                                House.Faults.NONE,
                                _ -> {})) {
            house.stopCentre();
            var settings = SettingsFile.read(house.writeKioskConfig());
            var answers =
                    Errands.of(settings.kiosk().services(), SERVICE, LocalDate.of(2026, 11, 23));
            var citizen =
                    new ScriptedCitizen(
                            new ScriptedCitizen.Errand(SERVICE, answers, Errands.PIN, "de"));
            try (var kiosk =
                    Kiosk.open(
                            settings,
                            citizen,
                            Words.load(settings.kiosk().languages()),
                            Surroundings.real(),
                            Seams.NONE)) {
                kiosk.receiveOne();
                assertEquals("queued", kiosk.accounts().getLast().state());
                assertEquals("printed", kiosk.accounts().getLast().paper().orElseThrow());

                house.restartCentre();

                assertTrue(arrived(kiosk));
                var desk = new DeskClient(house.centre().deskUrl(), house.centre().logins());
                assertEquals(1, desk.filings().size());
            }
        }
    }

    /** Looks every tenth of a second, for a minute at most. */
    private static boolean arrived(Kiosk kiosk) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            var account = kiosk.accounts().getLast();
            if (account.state().equals("acknowledged")) {
                return kiosk.receiptVerifies(account);
            }
            var _ = new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
        }
        return false;
    }
}
