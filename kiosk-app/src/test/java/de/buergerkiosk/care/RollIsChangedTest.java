package de.buergerkiosk.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.printer.escpos.simulated.PrinterFault;
import de.buergerkiosk.printer.escpos.simulated.Touch;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The roll is changed, by the printer's own sensors, and by hands that make mistakes. */
@Timeout(300)
class RollIsChangedTest {
    private static final Pattern NUMBER = Pattern.compile("(?m)^\\s*([0-9]{3})\\s*$");

    @TempDir private Path folder;

    /** Reads the number on the newest slip. */
    private static Answer reads(Workshop shop) {
        var found = NUMBER.matcher(shop.papers().getLast());
        assertTrue(found.find(), shop.papers().getLast());
        return new Answer.Chosen(found.group(1));
    }

    private static Answer misreads(Page page, Workshop shop) {
        var right = ((Answer.Chosen) reads(shop)).id();
        return ((Page.Notice) page)
                .buttons().stream()
                        .map(Page.Button::id)
                        .filter(id -> id.matches("[0-9]+") && !id.equals(right))
                        .findFirst()
                        .<Answer>map(Answer.Chosen::new)
                        .orElseThrow();
    }

    @Test
    void stepByStepToASlipThatWasRead() throws Exception {
        try (var shop = new Workshop(folder, PrinterFault.PAPER_OUT)) {
            shop.hands
                    .whenShown("care-paper-open", _ -> shop.printer.touch(Touch.COVER_OPEN))
                    .whenShown(
                            "care-paper-fill",
                            _ -> {
                                shop.printer.touch(Touch.PAPER_IN);
                                shop.printer.touch(Touch.COVER_CLOSE);
                            })
                    .on("care-print-read", _ -> reads(shop))
                    .press("care-paper-done", "menu");
            shop.attend("paper");

            assertEquals(
                    List.of(
                            "staff-code",
                            "staff-pin",
                            "staff-menu",
                            "care-paper-open",
                            "care-paper-fill",
                            "care-printing",
                            "care-print-read",
                            "care-paper-done",
                            "staff-menu"),
                    shop.hands.names());
            assertEquals(
                    List.of(
                            "1234 CAME_IN technician",
                            "1234 TEST_PRINT printed and read",
                            "1234 PAPER_CHANGED test print read",
                            "1234 WENT"),
                    shop.logged());
            assertEquals(1, shop.counters.figures().rolls());
            assertEquals(0, shop.counters.figures().sinceRoll());
            assertEquals(1, shop.counters.figures().printed());
            assertEquals(List.of(), shop.printer.complaints());
        }
    }

    @Test
    void coverIsClosedWithoutPaper() throws Exception {
        try (var shop = new Workshop(folder, PrinterFault.PAPER_OUT)) {
            shop.hands
                    .whenShown("care-paper-open", _ -> shop.printer.touch(Touch.COVER_OPEN))
                    .whenShown("care-paper-fill", _ -> shop.printer.touch(Touch.COVER_CLOSE))
                    .whenShown("care-paper-empty", _ -> shop.printer.touch(Touch.COVER_OPEN))
                    .whenShown(
                            "care-paper-fill",
                            _ -> {
                                shop.printer.touch(Touch.PAPER_IN);
                                shop.printer.touch(Touch.COVER_CLOSE);
                            })
                    .on("care-print-read", _ -> reads(shop));
            shop.attend("paper");

            var names = shop.hands.names();
            assertEquals(
                    List.of("care-paper-fill", "care-paper-empty", "care-paper-fill"),
                    names.subList(4, 7));
            assertTrue(names.contains("care-paper-done"), names.toString());
        }
    }

    @Test
    void rollLiesTheWrongWayRoundAndTheSlipStaysWhite() throws Exception {
        try (var shop = new Workshop(folder)) {
            shop.hands
                    .press("care-print-read", "unreadable")
                    .press("care-print-unreadable", "again")
                    .on("care-print-read", page -> misreads(page, shop))
                    .on("care-print-unreadable", new Answer.Leave(Answer.Why.PRESSED));
            shop.attend("print");

            assertFalse(shop.hands.names().contains("care-print-done"));
            assertEquals(
                    List.of(
                            "1234 CAME_IN technician",
                            "1234 TEST_PRINT not readable",
                            "1234 TEST_PRINT misread",
                            "1234 WENT"),
                    shop.logged());
        }
    }

    @Test
    void printerDiesDuringTheTestPrint() throws Exception {
        try (var shop = new Workshop(folder)) {
            shop.printer.switchOn(PrinterFault.CUT_BEFORE_CONFIRM);
            shop.hands.on(
                    "care-print-trouble",
                    _ -> {
                        shop.printer.switchOff(PrinterFault.CUT_BEFORE_CONFIRM);
                        return new Answer.Chosen("again");
                    });
            shop.hands.on("care-print-read", _ -> reads(shop)).press("care-print-done", "menu");
            shop.attend("print");

            assertTrue(
                    shop.hands.text("care-print-trouble").contains("PRN-LINE-LOST"),
                    shop.hands::everything);
            assertTrue(shop.hands.names().contains("care-print-done"));
            assertEquals(1, shop.counters.figures().notPrinted());
            assertEquals(1, shop.counters.figures().printed());
        }
    }

    @Test
    void printerIsGoneAltogether() throws Exception {
        try (var shop = new Workshop(folder)) {
            shop.printer.close();
            shop.attend("paper");

            var text = shop.hands.text("care-paper-trouble");
            assertTrue(text.contains("PRN-UNREACHABLE"), text);
            assertTrue(text.contains("Steckt das Netzkabel"), text);
        }
    }

    @Test
    void handStopsInTheMiddle() throws Exception {
        try (var shop = new Workshop(folder)) {
            shop.hands.whenShown(
                    "care-paper-open", press -> press.accept(new Answer.Leave(Answer.Why.PRESSED)));
            shop.attend("paper");

            assertEquals("staff-menu", shop.hands.names().getLast());
            assertEquals(0, shop.counters.figures().rolls());
        }
    }

    @Test
    void nobodyOpensTheCoverForFiveMinutes() throws Exception {
        try (var shop = new Workshop(folder)) {
            shop.attend("paper");

            assertEquals("care-paper-open", shop.hands.names().getLast());
            assertEquals("1234 WALKED_AWAY", shop.logged().getLast());
            assertEquals(1, shop.hands.wipes);
            assertFalse(shop.mode.isActive());
        }
    }
}
