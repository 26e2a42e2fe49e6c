package de.buergerkiosk.demo.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.buergerkiosk.eid.simulated.TrayLook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class HandsWorkTheDevicesTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "paper-out, printer: paper out",
        "paper-in, printer: paper in",
        "paper-open, printer: cover open",
        "paper-close, printer: cover close",
        "terminal-card, terminal: card",
        "terminal-pin, terminal: pin-ok",
        "terminal-cancel, terminal: cancel",
        "terminal-decline, terminal: decline",
        "terminal-auto, terminal: auto off"
    })
    void aPressBecomesALineForTheSimulator(String id, String line) throws Exception {
        try (var opened = new Opened(folder, 860)) {
            opened.press(id);
            assertEquals(line, opened.heard());
        }
    }

    @Test
    void aCardIsPutInAndTakenOut() throws Exception {
        try (var opened = new Opened(folder, 860)) {
            opened.press("card-put");
            var lies = "Im Leser: Erika Mustermann, wohnt in einer Bewohnerparkzone";
            assertEquals(lies, opened.textOnce("card-state", lies));
            assertEquals(Optional.of("erika"), card(opened));
            opened.press("card-take");
            assertEquals(
                    "Der Leser ist leer.", opened.textOnce("card-state", "Der Leser ist leer."));
            assertEquals(Optional.empty(), card(opened));
        }
    }

    @Test
    void whatAnotherProcessPutsIntoTheReaderIsSeen() throws Exception {
        try (var opened = new Opened(folder, 860)) {
            opened.tray.put("library-card");
            var lies = "Im Leser: Bibliotheksausweis, kein Ausweis mit Online-Funktion";
            var seen = opened.textOnce("card-state", lies);
            assertEquals("Im Leser: ", seen.substring(0, 10));
        }
    }

    @Test
    void theCodeOfTheLastSlipIsHeldBeforeTheScanner() throws Exception {
        Files.writeString(folder.resolve("p.txt"), "Ihr Termin\n[QR 7K3M-P0QX-4WZD]\n");
        try (var opened = new Opened(folder, 860)) {
            var before = opened.text("paper-number");
            tell(opened, "{\"event\":\"paper\",\"png\":\"p.png\",\"text\":\"p.txt\",\"number\":3}");
            opened.textOnceNot("paper-number", before);
            opened.press("paper-scan");
            assertEquals("scanner: 7K3M-P0QX-4WZD", opened.heard());
        }
    }

    @Test
    void theTerminalsDisplayAndBookingAreShown() throws Exception {
        try (var opened = new Opened(folder, 860)) {
            tell(opened, "{\"event\":\"display\",\"text\":\"Karte bitte\"}");
            tell(opened, "{\"event\":\"booked\",\"amountCents\":18000,\"receiptNumber\":7}");
            assertEquals("Karte bitte", opened.textOnce("terminal-display", "Karte bitte"));
            var booked = "Gebucht: 180,00\u00a0€, Beleg 7";
            assertEquals(booked, opened.textOnce("terminal-booking", booked));
            tell(opened, "{\"event\":\"reversed\",\"amountCents\":18000,\"receiptNumber\":7}");
            var reversed = "Storniert: 180,00\u00a0€, Beleg 7";
            assertEquals(reversed, opened.textOnce("terminal-booking", reversed));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "out, false, false, true, Kein Papier",
        "low, false, false, true, Papier geht zu Ende",
        "out, true, false, true, Deckel offen",
        "ok, false, true, true, Störung",
        "ok, false, false, false, Offline",
        "ok, false, false, true, Bereit"
    })
    void thePrintersStateIsSaid(
            String paper, boolean cover, boolean error, boolean online, String said)
            throws Exception {
        try (var opened = new Opened(folder, 860)) {
            opened.window.tell(new DeviceNews.Display("x"));
            opened.window.tell(new DeviceNews.Printer(paper, cover, error, online));
            assertEquals(said, opened.textOnce("paper-state", said));
        }
    }

    private void tell(Opened opened, String line) {
        DeviceNews.of(JsonMapper.shared().readTree(line), folder).ifPresent(opened.window::tell);
    }

    private static Optional<String> card(Opened opened) {
        return switch (opened.tray.look()) {
            case TrayLook.Seen(var content) -> content.card();
            case TrayLook.Unreadable(var why) -> throw new AssertionError(why);
        };
    }
}
