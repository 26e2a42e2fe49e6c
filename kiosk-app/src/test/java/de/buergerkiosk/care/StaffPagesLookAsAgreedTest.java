package de.buergerkiosk.care;

import static de.buergerkiosk.journey.Goldens.assertGolden;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Words;
import de.buergerkiosk.printer.escpos.simulated.PrinterFault;
import de.buergerkiosk.printer.escpos.simulated.Touch;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole day's work at the kiosk, as staff read it; and what is left of it. */
@Timeout(300)
class StaffPagesLookAsAgreedTest {
    private static final Pattern NUMBER = Pattern.compile("(?m)^\\s*([0-9]{3})\\s*$");

    @TempDir private Path folder;

    private static Answer reads(Workshop shop) {
        var found = NUMBER.matcher(shop.papers().getLast());
        assertTrue(found.find());
        return new Answer.Chosen(found.group(1));
    }

    private static void work(Workshop shop) throws Exception {
        shop.pay("a", 500);
        shop.now = shop.now.plusSeconds(60);
        shop.hands
                .comeIn(Workshop.CODE, "111222")
                .whenShown("care-paper-open", _ -> shop.printer.touch(Touch.COVER_OPEN))
                .whenShown("care-paper-fill", _ -> shop.printer.touch(Touch.COVER_CLOSE))
                .whenShown("care-paper-empty", _ -> shop.printer.touch(Touch.COVER_OPEN))
                .whenShown(
                        "care-paper-fill",
                        _ -> {
                            shop.printer.touch(Touch.PAPER_IN);
                            shop.printer.touch(Touch.COVER_CLOSE);
                        })
                .press("care-print-read", "unreadable")
                .press("care-print-unreadable", "again")
                .on("care-print-read", _ -> reads(shop))
                .press("care-order-off", "begin")
                .press("care-closing", "close");
        shop.attend(
                "overview",
                "paper",
                "terminal",
                "order",
                "order",
                "closing",
                "restart",
                "counters",
                "log");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void pagesAndLogAreAsAgreed(String language) throws Exception {
        try (var shop = new Workshop(folder, PrinterFault.PAPER_OUT)) {
            shop.hands.language = language;
            work(shop);
            assertGolden("staff." + language + ".pages.txt", shop.hands.everything());
            assertEquals(
                    List.of(
                            "1234 REFUSED wrong PIN",
                            "1234 CAME_IN technician",
                            "1234 TEST_PRINT not readable",
                            "1234 TEST_PRINT printed and read",
                            "1234 PAPER_CHANGED test print read",
                            "1234 TERMINAL_TEST ready",
                            "1234 OUT_OF_ORDER",
                            "1234 DAY_CLOSING agree 500 cents",
                            "1234 WENT"),
                    shop.logged());
        }
    }

    @Test
    void nothingOfAPinIsInAnyFile() throws Exception {
        try (var shop = new Workshop(folder)) {
            work(shop);
        }
        int files = 0;
        try (var all = Files.walk(folder.resolve("kiosk"))) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                files++;
                var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                for (var pin : List.of(Workshop.PIN, "111222")) {
                    assertFalse(text.contains(pin), file.toString());
                }
            }
        }
        assertTrue(files > 0);
    }

    @Test
    void everyStateOfADeviceHasItsMeaningAndCure() throws Exception {
        var drivers = Path.of(System.getProperty("house.root", "..")).resolve("device-drivers");
        var known = Cures.shipped(Words.load(List.of("de", "en"))).codes();
        var missing = new TreeSet<String>();
        var rows = Pattern.compile("(?m)^\\| (PRN-[A-Z-]+) \\|");
        rows.matcher(Files.readString(drivers.resolve("printer-escpos/failure-codes.md")))
                .results()
                .map(found -> found.group(1))
                .filter(code -> !known.contains(code))
                .forEach(missing::add);
        assertEquals(new TreeSet<String>(), missing);
        assertTrue(
                known.containsAll(
                        List.of(
                                "PAY-UNREACHABLE",
                                "PAY-CLOSING-DUE",
                                "EID-READER-ABSENT",
                                "SYN-CENTRE-UNREACHABLE",
                                "KSK-DISK-LOW",
                                "KSK-CERTIFICATE-ENDS",
                                "STO-CHAIN-BROKEN")));
    }

    @Test
    void aPersonIsMadeReadAndNotTold() {
        var member = Workshop.ROSTER.members().getFirst();
        var read = StaffMember.parse(member.entry()).orElseThrow();
        assertEquals(member, read);
        assertTrue(read.pin().matches(Workshop.PIN.toCharArray()));
        assertFalse(read.pin().matches("908173".toCharArray()));
        assertEquals("StaffMember[1234]", read.toString());
        assertEquals("PinHash[100000]", read.pin().toString());
    }

    @Test
    void weakPinsAreRefused() {
        for (var pin :
                List.of("12345", "111111", "121212", "123456", "987654", "471199", "abcdef")) {
            assertTrue(StaffHashCommand.weakness(pin.toCharArray(), "4711").isPresent(), pin);
        }
        assertTrue(StaffHashCommand.weakness("908172".toCharArray(), "4711").isEmpty());
    }
}
