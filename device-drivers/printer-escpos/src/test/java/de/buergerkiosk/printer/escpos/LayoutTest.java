package de.buergerkiosk.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.buergerkiosk.ports.print.Receipt;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutTest {
    private final Layout layout = new Layout(PrinterProfile.named("generic-58mm"));

    @Test
    void linesBreakAtWords() {
        assertEquals(
                List.of("Sperrmüll wird", "abgeholt"), Layout.wrap("Sperrmüll wird abgeholt", 15));
    }

    @Test
    void aWordLongerThanTheLineIsBrokenInside() {
        assertEquals(
                List.of("Am", "Donaudampfs", "chifffahrt"),
                Layout.wrap("Am Donaudampfschifffahrt", 11));
    }

    @Test
    void aLetterWithMarksIsOneColumn() {
        assertEquals(List.of("M\u0302M\u0302M\u0302"), Layout.wrap("M\u0302M\u0302M\u0302", 3));
    }

    @Test
    void amountAndCurrencyStayTogether() {
        assertEquals(List.of("Gebühr", "30,70 €"), Layout.wrap("Gebühr 30,70\u00A0€", 13));
    }

    @Test
    void givenLineBreaksStay() {
        assertEquals(List.of("eins", "", "zwei"), Layout.wrap("eins\n\nzwei", 20));
    }

    @Test
    void anEmptyTextIsAnEmptyLine() {
        assertEquals(List.of(""), Layout.wrap("", 20));
    }

    @Test
    void aPairThatFitsIsOneRow() {
        assertEquals(
                List.of(new Row.Words("Gebühr", "30,70 €", Receipt.Style.NORMAL)),
                rows(new Receipt.Pair("Gebühr", "30,70 €")));
    }

    @Test
    void aPairThatDoesNotFitPutsItsValueAtTheRightOfTheNextRow() {
        assertEquals(
                List.of(
                        new Row.Words("Kennzeichen des Fahrzeugs", "", Receipt.Style.NORMAL),
                        new Row.Words("", "LU-AB 1234", Receipt.Style.NORMAL)),
                rows(new Receipt.Pair("Kennzeichen des Fahrzeugs", "LU-AB 1234")));
    }

    @Test
    void aTitleHasHalfTheColumns() {
        assertEquals(
                List.of(
                        new Row.Words("Stadt", "", Receipt.Style.TITLE),
                        new Row.Words("Ludwigshafen", "", Receipt.Style.TITLE)),
                rows(new Receipt.Text("Stadt Ludwigshafen", Receipt.Style.TITLE)));
    }

    private List<Row> rows(Receipt.Line line) {
        return layout.rows(new Receipt("1", List.of(line)));
    }
}
