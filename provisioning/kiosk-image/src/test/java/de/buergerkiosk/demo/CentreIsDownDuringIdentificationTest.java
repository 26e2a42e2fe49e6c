package de.buergerkiosk.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.eid.simulated.CardTray;
import de.buergerkiosk.main.Kiosk;
import de.buergerkiosk.main.Seams;
import de.buergerkiosk.main.SettingsFile;
import de.buergerkiosk.main.Surroundings;
import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.PageText;
import de.buergerkiosk.page.Words;
import de.buergerkiosk.page.simulated.ScriptedCitizen;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Identification needs the centre and its eID server: without them the citizen reads so, and goes on
 * once they are back. In between runs the whole chain, from the card to the desk.
 */
class CentreIsDownDuringIdentificationTest {
    /** Asks for age, place and pseudonym, and for no name. */
    private static final String SERVICE = "holiday-camp";

    @TempDir private Path out;

    @Test
    void theCitizenReadsSoTriesAgainAndIsIdentifiedWithoutAName() throws Exception {
        var root = Path.of(System.getProperty("house.root", "."));
        try (var data = Scratch.make(root);
                var house =
                        House.start(
                                new House.Places(root, data.folder(), out),
                                House.Faults.NONE,
                                _ -> {})) {
            house.stopCentre();
            new CardTray(house.places().tray(), Duration.ofMillis(50)).put(Errands.CARD);
            var settings = SettingsFile.read(house.writeKioskConfig());
            var answers =
                    Errands.of(settings.kiosk().services(), SERVICE, LocalDate.of(2026, 11, 23));
            var failures = new ArrayList<String>();
            var consents = new ArrayList<Page.Consent>();
            var citizen =
                    new ScriptedCitizen(
                            new ScriptedCitizen.Errand(SERVICE, answers, Errands.PIN, "de"));
            citizen.on(
                    "identification-failed",
                    page -> {
                        failures.add(PageText.of(page, "de"));
                        restart(house);
                        return new Answer.Chosen("again");
                    });
            citizen.on(
                    "consent",
                    page -> {
                        consents.add(assertInstanceOf(Page.Consent.class, page));
                        return citizen.usual(page);
                    });
            try (var kiosk =
                    Kiosk.open(
                            settings,
                            citizen,
                            Words.load(settings.kiosk().languages()),
                            Surroundings.real(),
                            Seams.NONE)) {
                kiosk.receiveOne();
                // the courier carries while the kiosk is open
                for (int i = 0; i < 600 && !isAcknowledged(kiosk); i++) {
                    var _ = new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
                }
                assertTrue(isAcknowledged(kiosk), kiosk.accounts()::toString);
            }

            assertEquals(1, failures.size(), failures::toString);
            assertTrue(failures.getFirst().contains("EID-CENTRE-DOWN"), failures::toString);
            assertTrue(failures.getFirst().contains("nicht erreichbar"), failures::toString);
            assertTrue(consents.toString().contains("mindestens 18 Jahre alt"), consents::toString);
            assertFiledWithoutAName(house);
            assertNoPersonInTheLogs(house.places());
        }
    }

    private static boolean isAcknowledged(Kiosk kiosk) {
        return kiosk.accounts().getLast().state().equals("acknowledged");
    }

    private static void restart(House house) throws InterruptedException {
        try {
            house.restartCentre();
        } catch (Exception e) {
            throw new IllegalStateException("the centre does not come back", e);
        }
    }

    private static void assertFiledWithoutAName(House house) throws Exception {
        var desk = new DeskClient(house.centre().deskUrl(), house.centre().logins());
        var filings = desk.filings();
        assertEquals(1, filings.size());
        var login =
                desk.logins().stream()
                        .filter(each -> each.office().equals("youth-office"))
                        .findFirst()
                        .orElseThrow();
        var opened = desk.open(filings.getFirst().path("id").asString(), login).toString();
        assertTrue(opened.contains("Alter nachgewiesen"), opened);
        assertTrue(opened.contains("Pseudonym"), opened);
        for (var personal : List.of("Mustermann", "Erika", "1984", "Prinzregentenstraße")) {
            assertFalse(opened.contains(personal), personal);
        }
    }

    private static void assertNoPersonInTheLogs(House.Places places) throws Exception {
        int files = 0;
        try (var logs = Files.list(places.log("centre").getParent())) {
            for (var log : logs.toList()) {
                var text = Files.readString(log, StandardCharsets.UTF_8);
                for (var personal : List.of("Mustermann", "Prinzregentenstraße", Errands.PIN)) {
                    assertFalse(text.contains(personal), log + " holds " + personal);
                }
                files++;
            }
        }
        assertTrue(files >= 4, "only " + files + " logs");
    }
}
