package de.buergerkiosk.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A printer runs out of paper, and somebody says that they are on it; in a real browser. */
class IncidentIsSeenTest {
    @TempDir private Path folder;
    private final String id = "incident-" + Long.toString(System.nanoTime(), 36);
    private final DeskBrowser desk = DeskBrowser.open();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void faultShowsWithItsCureAndIsAcknowledgedWithANote() throws Exception {
        try (var scripts = AdminDesk.ofRunningCentre()) {
            var kiosk = FleetOfTests.enrolled(folder, scripts, id, "main", "");
            kiosk.beats("fault", "PRN-COVER-OPEN");
        }
        desk.as("verwaltung").at("/fleet/incidents?kiosk=" + id);
        desk.until(
                "the open cover is an incident",
                () -> desk.text().contains("Gerät gestört: Bondrucker"));
        assertTrue(desk.text().contains("Deckel schließen, bis er einrastet"), desk.text());
        desk.picture("incidents").judged();

        desk.follow("Gerät gestört: Bondrucker").judged();
        desk.tabTo("Grund").type("Hausmeister ist unterwegs");
        desk.follow("Als gesehen vermerken");
        assertTrue(desk.text().contains("Hausmeister ist unterwegs"), desk.text());
        assertTrue(desk.heading().contains("Gesehen"), desk.heading());
        desk.picture("incident").judged();

        desk.at("/fleet/kiosks/" + id);
        assertTrue(desk.heading().contains("Störung"), desk.heading());
        assertTrue(desk.text().contains("PRN-COVER-OPEN"), desk.text());
        desk.at("/fleet?q=" + id).picture("fleet").judged();
        assertTrue(desk.text().contains("Störung"), desk.text());
    }

    @Test
    void pageIsInEnglishAfterOneLinkAndFitsANarrowWindow() throws Exception {
        desk.as("verwaltung").at("/fleet");
        desk.follow("English");
        assertEquals("Kiosks", desk.heading());
        assertEquals("en", desk.page().locator("html").getAttribute("lang"));
        for (var path :
                new String[] {
                    "/fleet", "/fleet/new", "/fleet/layers", "/fleet/layers/city/city",
                    "/fleet/releases", "/fleet/releases/new", "/fleet/incidents", "/fleet/audit"
                }) {
            desk.at(path).picture("en" + path.replace('/', '-')).judged();
            desk.page().setViewportSize(400, 800);
            desk.picture("narrow" + path.replace('/', '-')).judged();
            desk.page().setViewportSize(1280, 800);
        }
    }

    @Test
    void pageBringsItselfUpToDateAndKeepsTheFocus() throws Exception {
        try (var scripts = AdminDesk.ofRunningCentre()) {
            scripts.code(id, "main", "");
            desk.as("verwaltung").at("/fleet?q=" + id);
            desk.tabTo(id);
            scripts.ok("PUT", "/api/fleet/kiosks/" + id, "{\"site\":\"moved\",\"groups\":[]}");

            desk.page().waitForFunction("() => document.body.innerText.includes('moved')");

            assertEquals(id, desk.focused());
        }
    }

    @Test
    void clerkHasNothingToDoWithKiosks() throws Exception {
        desk.as("parken");
        assertEquals("/filings", desk.path());
        for (var path : new String[] {"/fleet", "/fleet/layers", "/fleet/audit", "/fleet/new"}) {
            desk.at(path);
            assertEquals("Kein Zugriff", desk.heading());
        }
    }
}
