package de.buergerkiosk.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileReaderTest {
    private static final String GOOD =
            """
            {"name": "x", "about": "y", "dots": 576, "columns": 48, "smallColumns": 64,
             "feedLinesBeforeCut": 4, "fullCut": true, "qrModuleDots": 6,
             "codeTables": [{"number": 19, "charset": "IBM00858"}], "features": ["qr"]}
            """;

    @Test
    void eachShippedProfileCanPrintUmlautsAndEuroFromItsFirstTable() {
        for (String name : ProfileReader.SHIPPED) {
            PrinterProfile profile = PrinterProfile.named(name);
            assertEquals(name, profile.name());
            var first = profile.codeTables().getFirst();
            var table = new CodeTable(first.number(), Charset.forName(first.charset()));
            for (char letter : "äöüÄÖÜß€".toCharArray()) {
                assertTrue(table.byteOf(letter).isPresent(), name + " " + letter);
            }
            var numbers = new HashSet<Integer>();
            profile.codeTables().forEach(t -> assertTrue(numbers.add(t.number()), name));
        }
    }

    @Test
    void anUnknownNameListsTheKnownOnes() {
        var mistake =
                assertThrows(
                        IllegalArgumentException.class, () -> PrinterProfile.named("epson-tm-t99"));
        String message = String.valueOf(mistake.getMessage());
        assertTrue(message.contains("epson-tm-t99") && message.contains("generic-80mm"), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"dots\": 576 | \"dots\": 577 | p.json: dots: allowed is 192 to 1024, by 8",
                "\"dots\": 576 | \"dots\": \"wide\" | p.json: dots: must be a whole number",
                "\"columns\": 48 | \"columns\": 60 | p.json: columns: allowed is 16 to dots / 12",
                "\"fullCut\": true | \"fullCut\": 1 | p.json: fullCut: must be true or false",
                "\"name\": \"x\", | `` | p.json: name: must be a text",
                "\"qr\" | \"pdf417\" | p.json: features: \"pdf417\" is unknown",
                "\"number\": 19 | \"number\": 256 | p.json: codeTables[0].number: must be 0 to 255",
                "IBM00858 | cp0 | p.json: codeTables[0].charset: \"cp0\" is unknown to this JDK",
                "\"about\" | \"colour\" | p.json: colour: is unknown",
                "\"number\" | \"no\" | p.json: codeTables[0].no: is unknown",
                "{\"name\" | {{\"name\" | p.json: (file): is not JSON",
            })
    void aMistakeIsNamedWithItsPlace(String good, String bad, String message) {
        var mistake =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> ProfileReader.read("p.json", GOOD.replace(good, bad)));
        String said = String.valueOf(mistake.getMessage());
        assertTrue(said.startsWith(message), said);
    }
}
