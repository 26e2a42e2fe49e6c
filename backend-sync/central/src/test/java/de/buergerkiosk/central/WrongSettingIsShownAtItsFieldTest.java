package de.buergerkiosk.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Mistakes in the form of a layer, in a real browser. */
class WrongSettingIsShownAtItsFieldTest {
    private final String tag = "w" + Long.toString(System.nanoTime(), 36);
    private final String page = "/fleet/layers/kiosk/kiosk-" + tag;
    private final DeskBrowser desk = DeskBrowser.open();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void eachMistakeStandsAtItsFieldWithTheCureAndNothingEnteredIsLost() throws Exception {
        desk.as("verwaltung").at(page);
        desk.tabTo("Bewohnerparkausweis").choose("1");
        desk.tabTo("Ohne persönliche Angaben").type("5");
        desk.tabTo("Dienstag").type("18:00-08:00");
        desk.tabTo("Deutsch").type("Nur auf Deutsch");
        desk.follow("Unterschied ansehen");
        // what the schema cannot say is only looked at when the rest is right
        assertTrue(desk.text().contains("Bitte eine ganze Zahl von 10 bis 3600"), desk.text());
        assertTrue(desk.text().contains("in allen Sprachen"), desk.text());
        desk.picture("wrong").judged();

        // the summary leads to the field
        desk.tabTo("Ohne persönliche Angaben (Sekunden): Bitte");
        desk.page().keyboard().press("Enter");
        assertEquals("Ohne persönliche Angaben (Sekunden)", desk.focused());
        desk.type("50");
        desk.tabTo("Englisch").type("Only in English");
        desk.follow("Unterschied ansehen");
        assertTrue(desk.text().contains("Bitte Zeiten wie 08:00-12:00"), desk.text());
        desk.tabTo("Dienstag: Bitte");
        desk.page().keyboard().press("Enter");
        assertEquals("Dienstag", desk.focused());
        desk.type("geschlossen");
        desk.follow("Unterschied ansehen");
        assertTrue(desk.text().contains("Nur auf Deutsch"), desk.text());

        desk.follow("Weiter bearbeiten");
        desk.follow("Unterschied ansehen").follow("Speichern");
        assertTrue(desk.text().contains("Gespeichert als Fassung 1"), desk.text());
        try (var scripts = AdminDesk.ofRunningCentre()) {
            var kept = scripts.ok("GET", page.replace("/fleet", "/api/fleet"), "").get("settings");
            assertEquals(50, kept.at("/idle/anonymousSeconds").intValue());
            assertEquals(0, kept.at("/openingHours/tuesday").size());
            assertTrue(kept.at("/openingHours").has("tuesday"));
            assertEquals("parking-permit", kept.at("/services/0").stringValue());
        }
    }

    @Test
    void whoeverWasSlowerSeesTheOthersChangeAndKeepsTheirOwn() throws Exception {
        desk.as("verwaltung").at(page);
        desk.tabTo("Ohne persönliche Angaben").type("40");
        desk.follow("Unterschied ansehen");
        try (var scripts = AdminDesk.ofRunningCentre()) {
            scripts.ok(
                    "PUT",
                    page.replace("/fleet", "/api/fleet"),
                    "{\"version\":0,\"settings\":{\"languages\":[\"de\"]},\"note\":\"nur"
                            + " deutsch\"}");
            desk.follow("Speichern");
            assertTrue(desk.text().contains("Inzwischen hat jemand anderes"), desk.text());
            assertTrue(desk.text().contains("nur deutsch"), desk.text());
            desk.picture("conflict").judged().follow("Speichern");
            assertTrue(desk.text().contains("Gespeichert als Fassung 2"), desk.text());

            var kept = scripts.ok("GET", page.replace("/fleet", "/api/fleet"), "").get("settings");
            assertEquals(40, kept.at("/idle/anonymousSeconds").intValue());
            assertEquals(1, kept.at("/languages").size());
        }
    }
}
