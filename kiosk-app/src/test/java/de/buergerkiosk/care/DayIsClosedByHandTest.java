package de.buergerkiosk.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.page.Answer;
import de.buergerkiosk.payment.zvt.simulated.LedgerEntry;
import de.buergerkiosk.payment.zvt.simulated.SimulatedTerminal;
import de.buergerkiosk.payment.zvt.simulated.TerminalFault;
import de.buergerkiosk.printer.escpos.simulated.Touch;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Staff close the terminal's day, with the production driver and a terminal that may not want to. */
@Timeout(300)
class DayIsClosedByHandTest {
    @TempDir private Path folder;

    private static List<Long> closings(Workshop shop) {
        return shop.terminal.ledger().stream()
                .filter(entry -> entry.kind() == LedgerEntry.Kind.CLOSED)
                .map(LedgerEntry::amountCents)
                .toList();
    }

    @Test
    void sumsAreComparedShownAndPrinted() throws Exception {
        try (var shop = new Workshop(folder)) {
            shop.pay("a", 500);
            shop.pay("b", 730);
            shop.hands.press("care-closing", "close").press("care-closing-done", "menu");
            shop.attend("closing");

            assertEquals(List.of(1_230L), closings(shop));
            var text = shop.hands.text("care-closing-done");
            assertTrue(text.contains("dieselbe Summe"), text);
            assertTrue(text.contains("12,30\u00a0€"), text);
            assertTrue(shop.papers().getLast().contains("12,30"), shop.papers().getLast());
            assertEquals("1234 DAY_CLOSING agree 1230 cents", shop.logged().get(1));
            assertEquals(1, shop.counters.figures().closings());
            assertEquals(2, shop.counters.figures().payments());
        }
    }

    @Test
    void terminalIsBusyAndReadyAgain() throws Exception {
        try (var shop = new Workshop(folder)) {
            shop.pay("a", 500);
            shop.now = shop.now.plusSeconds(60);
            shop.terminal.fault(TerminalFault.BUSY);
            shop.hands
                    .press("care-closing", "close")
                    .on(
                            "care-closing-trouble",
                            _ -> {
                                shop.terminal.fault(TerminalFault.NONE);
                                return new Answer.Chosen("again");
                            });
            shop.attend("closing");

            assertTrue(
                    shop.hands.text("care-closing-trouble").contains("PAY-BUSY"),
                    shop.hands::everything);
            assertEquals(List.of(500L), closings(shop));
        }
    }

    @Test
    void whetherTheTerminalClosedIsUnknownUntilTheNextDayAndItIsNotClosedTwice() throws Exception {
        try (var terminal =
                        SimulatedTerminal.start(
                                SimulatedTerminal.Settings.quick(() -> Workshop.NOON));
                var line = new CutLine(terminal.port())) {
            var till = new Workshop.Till(terminal, line.port());
            try (var shop = new Workshop(folder, till)) {
                shop.pay("a", 500);
                shop.now = shop.now.plusSeconds(60);
                line.cutAtTheEnd();
                shop.hands.press("care-closing", "close");
                shop.attend("closing");

                assertTrue(line.isBroken());
                assertTrue(
                        shop.hands.names().contains("care-closing-unclear"),
                        shop.hands::everything);
                assertFalse(shop.hands.names().contains("care-closing-done"));
                assertEquals(List.of(500L), closings(shop));
            }
            line.mend();
            try (var shop = new Workshop(folder, till)) {
                shop.now = shop.now.plusSeconds(120);
                shop.hands.press("care-closing", "close").press("care-closing-done", "menu");
                shop.attend("closing");

                // the question is still open after the restart, and answered by what was closed
                assertTrue(
                        shop.hands.text("care-closing").contains("[button-close*]"),
                        shop.hands::everything);
                assertTrue(
                        shop.hands.text("care-closing-done").contains("5,00"),
                        shop.hands::everything);
                assertEquals(List.of(500L), closings(shop));

                // and from now on there is nothing to close
                shop.attend("closing");
                assertTrue(
                        shop.hands.text("care-closing").contains("nichts abzuschließen"),
                        shop.hands::everything);
            }
        }
    }

    @Test
    void nothingWasPaid() throws Exception {
        try (var shop = new Workshop(folder)) {
            shop.attend("closing");
            assertTrue(
                    shop.hands.text("care-closing").contains("nichts abzuschließen"),
                    shop.hands::everything);
            assertFalse(shop.hands.text("care-closing").contains("button-close"));
        }
    }

    @Test
    void slipCannotBePrintedAndTheScreenSaysSo() throws Exception {
        try (var shop = new Workshop(folder)) {
            shop.pay("a", 500);
            shop.printer.touch(Touch.COVER_OPEN);
            shop.hands.press("care-closing", "close");
            shop.attend("closing");
            assertTrue(
                    shop.hands.text("care-closing-done").contains("Schreiben Sie die Summe ab"),
                    shop.hands::everything);
        }
    }

    @Test
    void differenceIsAnIncident() throws Exception {
        try (var shop = new Workshop(folder)) {
            shop.pay("a", 500);
            try (var other = new Workshop(folder.resolve("other"))) {
                // somebody else's till at the same terminal
                other.payAt(shop.terminal.port(), "x", 700);
            }
            shop.hands.press("care-closing", "close");
            shop.attend("closing");
            assertEquals(List.of("KSK-CLOSING-DIFFERS"), shop.incidents());
            assertTrue(shop.hands.text("care-closing-done").contains("12,00"));
        }
    }

    @Test
    void caretakersHaveNoSuchTile() throws Exception {
        try (var shop = new Workshop(folder)) {
            shop.hands.comeIn(Workshop.CARETAKER, Workshop.PIN);
            shop.approach();
            assertFalse(shop.hands.text("staff-menu").contains("tile-closing"));
            assertFalse(shop.hands.text("staff-menu").contains("tile-restart"));
            assertTrue(shop.hands.text("staff-menu").contains("tile-paper"));
        }
    }
}
