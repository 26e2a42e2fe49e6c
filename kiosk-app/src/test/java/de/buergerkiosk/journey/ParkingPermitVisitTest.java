package de.buergerkiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The errand as it should go, from touch to paper. */
class ParkingPermitVisitTest {
    @TempDir private Path folder;

    @Test
    void goesThroughItsPagesInOrderAndEndsInTheOutbox() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.PARKING)) {
            assertEquals(Turn.Ending.DONE, takingTheCard(town, kiosk));

            assertEquals(
                    List.of(
                            "welcome",
                            "choose",
                            "service",
                            "connecting",
                            "consent",
                            "pin",
                            "reading",
                            "vehicle",
                            "check",
                            "pay",
                            "print",
                            "take-card",
                            "farewell"),
                    kiosk.screen.names());
            assertEquals(List.of("queued"), kiosk.states());
            assertEquals(1, kiosk.courierHas());
            assertEquals(List.of(18_000L), town.booked());
            assertEquals(List.of("DONE"), kiosk.endings());
            assertEquals(List.of(), kiosk.incidents());
        }
    }

    @Test
    void theOfficeReadsWhatTheCitizenEnteredAndWhatTheCardTold() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.PARKING)) {
            takingTheCard(town, kiosk);

            var content = kiosk.opened(Town.TRAFFIC);
            assertEquals("LU-AB 123", content.data().at("/vehicle/plate").stringValue());
            assertEquals("3", content.data().at("/permit/zone").stringValue());
            var identification = content.identification().orElseThrow();
            assertTrue(
                    identification.attributes().stream()
                            .anyMatch(row -> row.value().equals("Prinzregentenstraße 12")));
            assertEquals("npa-simulated", identification.means());
        }
    }

    @Test
    void thePaperHasNumberAmountAndPlateAndNoName() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.PARKING)) {
            takingTheCard(town, kiosk);

            var paper = String.join("", town.papers());
            assertEquals(1, town.papers().size());
            assertTrue(paper.contains("180,00 €"), paper);
            assertTrue(paper.contains("LU-AB 123"), paper);
            assertTrue(paper.contains("BK-"), paper);
            assertFalse(paper.contains("Mustermann"), paper);
            assertFalse(paper.contains("Prinzregentenstraße"), paper);
        }
    }

    @Test
    void inEnglishThePaperSpeaksBothLanguagesAndTheOfficeKnows() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.parking("en"))) {
            takingTheCard(town, kiosk);

            var paper = String.join("", town.papers()).replaceAll("\\s+", " ");
            assertTrue(paper.contains("Bewohnerparkausweis"), paper);
            assertTrue(paper.contains("Resident"), paper);
            assertTrue(paper.contains("Nummer / "), paper);
            assertEquals("en", kiosk.opened(Town.TRAFFIC).language());
        }
    }

    /** The citizen takes the card when asked to. */
    private static Turn.Ending takingTheCard(Town town, TrialKiosk kiosk) throws Exception {
        kiosk.screen.whenShown("take-card", _ -> town.takeCard());
        return kiosk.visit();
    }
}
