package de.buergerkiosk.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StrictEncoderTest {
    private final StrictEncoder encoder =
            new StrictEncoder(
                    PrinterProfile.named("epson-tm-t20").codeTables().stream()
                            .map(t -> new CodeTable(t.number(), Charset.forName(t.charset())))
                            .toList());

    @Test
    void umlautsAndEuroAreTheBytesOfTable858() {
        StrictEncoder.Run run = only(encoder.encode("äöüÄÖÜß€").orElseThrow());

        assertEquals(19, run.table().number());
        assertArrayEquals(HexFormat.of().parseHex("8494818E999AE1D5"), run.bytes());
    }

    @Test
    void quotesAndDashSwitchToTheTableThatHasThem() {
        StrictEncoder.Run run = only(encoder.encode("„Süd“ – 5 €").orElseThrow());

        assertEquals(16, run.table().number());
        assertArrayEquals(HexFormat.of().parseHex("8453FC64932096203520" + "80"), run.bytes());
    }

    @Test
    void aPolishCityIsPrintedInOneTable() {
        StrictEncoder.Run run = only(encoder.encode("Łódź").orElseThrow());

        assertEquals(45, run.table().number());
        assertArrayEquals(HexFormat.of().parseHex("A3F3649F"), run.bytes());
    }

    @Test
    void lettersOfDifferentTablesAreSeparateRuns() {
        List<StrictEncoder.Run> runs = encoder.encode("Łódź ½ Αθήνα").orElseThrow();

        assertTrue(runs.size() >= 2, runs.size() + " runs");
        assertEquals("Łódź ½ Αθήνα", decoded(runs));
    }

    @Test
    void aCombiningSequenceIsRefused() {
        assertEquals(Optional.empty(), encoder.encode(Letters.clean("Müller-M\u0302")));
    }

    @Test
    void aDecomposedUmlautIsTheSameLetter() {
        assertEquals(
                "Müller", decoded(encoder.encode(Letters.clean("Mu\u0308ller")).orElseThrow()));
    }

    @Test
    void whatIsInNoTableIsRefusedAndNotReplaced() {
        for (String text : List.of("漢", "😀", "مرحبا", "שלום", "ḁ")) {
            assertEquals(Optional.empty(), encoder.encode(text), text);
        }
    }

    @Test
    void holesAndControlCharactersOfATableAreNoLetters() {
        var table = new CodeTable(16, Charset.forName("windows-1252"));

        for (char hole : new char[] {'\u0081', '\u008D', '\u0090', '\u001B', '\n', '\u007F'}) {
            assertTrue(table.byteOf(hole).isEmpty(), Integer.toHexString(hole));
        }
        assertEquals('?', table.byteOf('?').orElseThrow());
    }

    @Test
    void commandsCannotBeSmuggledInByText() {
        assertEquals("a@b c", Letters.clean("a\u001B@b\tc\u0010\u0000\u200E"));
    }

    /** A question mark in the bytes would be a letter that was lost without a word. */
    @Test
    void noNameEverLosesALetter() throws IOException {
        List<String> alphabet = new ArrayList<>(Din91379.letters("latin"));
        alphabet.addAll(Din91379.letters("greek"));
        alphabet.addAll(Din91379.letters("cyrillic"));
        alphabet.addAll(Din91379.letters("N1").stream().filter(l -> !l.equals("?")).toList());
        var random = new Random(91379);
        int encoded = 0;
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            var name = new StringBuilder();
            for (int length = 1 + random.nextInt(4); length > 0; length--) {
                name.append(alphabet.get(random.nextInt(alphabet.size())));
            }
            String text = Normalizer.normalize(name, Normalizer.Form.NFC);
            Optional<List<StrictEncoder.Run>> runs = encoder.encode(text);
            if (runs.isPresent()) {
                encoded++;
                assertEquals(text, decoded(runs.get()));
                runs.get().forEach(StrictEncoderTest::assertNoQuestionMark);
            } else {
                refused++;
            }
        }
        assertTrue(encoded > 1000 && refused > 1000, encoded + " encoded, " + refused + " drawn");
    }

    private static void assertNoQuestionMark(StrictEncoder.Run run) {
        for (byte value : run.bytes()) {
            assertTrue(value != '?', "a letter was replaced");
        }
    }

    private static StrictEncoder.Run only(List<StrictEncoder.Run> runs) {
        assertEquals(1, runs.size());
        return runs.getFirst();
    }

    private static String decoded(List<StrictEncoder.Run> runs) {
        var text = new StringBuilder();
        runs.forEach(run -> text.append(new String(run.bytes(), run.table().charset())));
        return text.toString();
    }
}
