package de.buergerkiosk.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.page.Answer;
import de.buergerkiosk.payment.zvt.simulated.TerminalFault;
import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.Fault;
import de.buergerkiosk.printer.escpos.simulated.PrinterFault;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Terminal, reader and line are tried, and each says what is wrong and what helps. */
@Timeout(300)
class PartsAreTriedTest {
    @TempDir private Path folder;

    private static void quietly(Callable<?> act) {
        try {
            act.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void terminalCallsItsBankAndChargesNothing() throws Exception {
        try (var shop = new Workshop(folder)) {
            shop.hands.press("care-terminal-done", "menu");
            shop.attend("terminal");
            assertEquals("1234 TERMINAL_TEST ready", shop.logged().get(1));
            assertEquals(List.of(), shop.terminal.bookings());
        }
    }

    @Test
    void terminalIsMute() throws Exception {
        try (var shop = new Workshop(folder)) {
            shop.terminal.fault(TerminalFault.MUTE);
            shop.hands.on(
                    "care-terminal-trouble",
                    _ -> {
                        shop.terminal.fault(TerminalFault.NONE);
                        return new Answer.Chosen("again");
                    });
            shop.attend("terminal");
            var text = shop.hands.text("care-terminal-trouble");
            assertTrue(text.contains("PAY-MUTE"), text);
            assertTrue(text.contains("Starten Sie das Kartengerät neu"), text);
            assertTrue(shop.hands.names().contains("care-terminal-done"));
        }
    }

    @Test
    void cardIsLaidOnTheReaderAndTakenAway() throws Exception {
        try (var shop = new Workshop(folder)) {
            shop.hands
                    .whenShown("care-reader-lay", _ -> quietly(() -> shop.tray.put("erika")))
                    .whenShown("care-reader-take", _ -> quietly(shop.tray::remove))
                    .press("care-reader-done", "menu");
            shop.attend("reader");
            assertEquals("1234 READER_TEST card seen and removed", shop.logged().get(1));
        }
    }

    @Test
    void nobodyLaysACardOnTheReader() throws Exception {
        try (var shop = new Workshop(folder)) {
            shop.attend("reader");
            assertEquals("1234 WALKED_AWAY", shop.logged().getLast());
        }
    }

    @Test
    void overviewTellsCodeMeaningAndCureOfWhatIsWrong() throws Exception {
        try (var shop = new Workshop(folder, PrinterFault.PAPER_LOW)) {
            shop.centre =
                    new DeviceState.Down(new Fault("SYN-CENTRE-UNREACHABLE", "no route to host"));
            shop.attend("overview");
            var text = shop.hands.text("care-overview");
            assertTrue(text.contains("Geht, braucht aber Hilfe (PRN-PAPER-LOW)"), text);
            assertTrue(text.contains("Wechseln Sie die Papierrolle"), text);
            assertTrue(text.contains("SYN-CENTRE-UNREACHABLE"), text);
            assertTrue(text.contains("Prüfen Sie Netzkabel und Router"), text);
            assertTrue(text.contains("noch 61 Tage gültig"), text);
        }
    }

    @Test
    void partIsRestartedAndSaysHowItIs() throws Exception {
        try (var shop = new Workshop(folder)) {
            shop.hands
                    .press("care-restart", "reader")
                    .press("care-restart-done", "parts")
                    .press("care-restart", "printer")
                    .press("care-restart-done", "parts")
                    .press("care-restart", "kiosk");
            shop.attend("restart");
            assertEquals(1, shop.restarted);
            assertEquals(1, shop.reopened);
            assertEquals(
                    List.of(
                            "1234 CAME_IN technician",
                            "1234 PART_RESTARTED reader ready",
                            "1234 PART_RESTARTED printer ready",
                            "1234 PART_RESTARTED kiosk",
                            "1234 WENT"),
                    shop.logged());
            assertEquals(1, shop.hands.wipes);
        }
    }
}
