package de.buergerkiosk.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an admin does from morning to evening, in a real browser and without a mouse. */
class AdminWorksADayByKeyboardTest {
    @TempDir private Path folder;
    private final String site = "rathaus-nord";
    private final String group = "erprobung";
    private AdminDesk scripts = new AdminDesk(0, "", "");
    private DeskBrowser desk;

    AdminWorksADayByKeyboardTest() {
        desk = DeskBrowser.open();
    }

    @BeforeEach
    void logIn() throws Exception {
        scripts = AdminDesk.ofRunningCentre();
        desk.as("verwaltung");
        assertEquals("/fleet", desk.path());
    }

    @AfterEach
    void close() {
        desk.close();
        scripts.close();
    }

    @Test
    void machineBecomesAKioskWithACodeThatIsShownOnce() throws Exception {
        desk.follow("Kiosk hinzufügen").judged();
        desk.tabTo("Name des Kiosks").type("Rathaus 1");
        desk.tabTo("Standort").type("hafen");
        desk.follow("Speichern");
        assertTrue(desk.text().contains("Bitte nur Kleinbuchstaben"), desk.text());
        desk.judged();

        var id = "hafen-1";
        desk.tabTo("Name des Kiosks").type(id);
        desk.tabTo("Gruppen").type("abends");
        desk.follow("Speichern");
        assertEquals("/fleet/kiosks/" + id, desk.path());
        assertTrue(desk.text().contains("Nicht aufgenommen"), desk.text());
        desk.judged();

        desk.follow("Aufnahme-Code").judged().follow("Code erzeugen");
        desk.picture("code").judged();
        var code = desk.page().locator("#code").innerText().strip();
        var command = desk.page().locator("pre").innerText();
        assertTrue(command.contains("--code " + code), command);
        desk.reload();
        assertFalse(desk.text().contains(code), "the code is shown a second time");

        var centre = command.replaceFirst(".*--centre (\\S+).*", "$1");
        var kiosk = FleetOfTests.enrolled(folder, centre, code);
        kiosk.beats("ready", "");
        desk.at("/fleet/kiosks/" + id).picture("kiosk").judged();
        assertTrue(desk.heading().contains("In Ordnung"), desk.heading());
        assertTrue(desk.text().contains("41,2 GB"), desk.text());

        desk.follow("Zertifikat sperren").judged();
        desk.tabTo("Grund").type("gestohlen");
        desk.follow("Jetzt sperren");
        assertTrue(desk.heading().contains("Gesperrt"), desk.heading());
        desk.at("/fleet/audit?subject=" + id).picture("audit").judged();
        assertTrue(desk.text().contains("gestohlen"), desk.text());
        assertTrue(desk.text().contains("Die Kette ist lückenlos"), desk.text());
    }

    @Test
    void layerIsChangedReleasedToAGroupWidenedAndRolledBack() throws Exception {
        var lobby =
                FleetOfTests.enrolled(folder.resolve("lobby"), scripts, "rathaus-1", site, group);
        var yard = FleetOfTests.enrolled(folder.resolve("yard"), scripts, "rathaus-2", site, "");
        lobby.beats("ready", "");
        yard.beats("ready", "");

        desk.follow("Einstellungen").picture("layers").judged().follow(site);
        desk.tabTo("Ohne persönliche Angaben").type("45");
        desk.tabTo("Montag").type("08:00-12:00, 14:00-18:00");
        desk.tabTo("Deutsch").type("Guten Tag im Rathaus");
        desk.tabTo("Englisch").type("Welcome to the town hall");
        desk.picture("console-layer").judged().follow("Unterschied ansehen");
        assertTrue(desk.text().contains("Guten Tag im Rathaus"), desk.text());
        assertTrue(desk.text().contains("2 Kioske: rathaus-1"), desk.text());
        desk.picture("difference").judged();
        desk.tabTo("Grund").type("Neue Öffnungszeiten");
        desk.follow("Speichern");
        assertTrue(desk.text().contains("Gespeichert als Fassung 1"), desk.text());

        desk.follow("Jetzt freigeben").tabTo("An").choose("Gruppe " + group);
        desk.follow("Unterschied ansehen").picture("release-new").judged();
        assertTrue(desk.text().contains("Neue Öffnungszeiten"), desk.text());
        desk.tabTo("Grund").type("erst die Gruppe");
        desk.follow("An Gruppe " + group + " freigeben");
        assertTrue(desk.text().contains("0 von 1 haben sie"), desk.text());
        desk.judged();

        lobby.takesOver("{\"idle\":{\"anonymousSeconds\":45}}");
        lobby.beats("ready", "");
        desk.until("the group has it", () -> desk.text().contains("1 von 1 haben sie"));

        desk.follow("Erweitern").judged().tabTo("Zusätzlich an").choose("Standort " + site);
        desk.tabTo("Grund").type("hat sich bewährt");
        desk.follow("Erweitern");
        assertTrue(desk.text().contains("1 von 2 haben sie"), desk.text());
        yard.refuses("expired: the clock is wrong");
        desk.until("one refused", () -> desk.text().contains("1 mit Problem"));
        assertTrue(desk.text().contains("expired: the clock is wrong"), desk.text());
        desk.picture("console-release").judged();

        desk.follow("Zurücknehmen").picture("roll-back").judged();
        desk.tabTo("Grund").type("Uhr im Hof");
        desk.follow("Zurücknehmen");
        assertTrue(desk.heading().contains("Zurückgenommen"), desk.heading());
        assertTrue(desk.text().contains("2 kiosks: Uhr im Hof"), desk.text());
        desk.at("/fleet/releases").picture("releases").judged();
        desk.at("/fleet").picture("console-fleet").judged();
    }
}
