package de.buergerkiosk.forms.feel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RulesAreExactTest {
    private final Scope scope =
            new Scope(LocalDate.of(2028, 2, 29), List.of("a.text", "a.number", "a.truth", "a.day"));

    private Expression expression(String source) {
        return switch (Feel.expression(source)) {
            case Feel.Parsed<Expression>(var expression) -> expression;
            case Feel.Refused<Expression>(var message) -> throw new AssertionError(message);
        };
    }

    private Value value(String source) {
        return expression(source).evaluate(scope);
    }

    @Test
    void aTenthAndTwoTenthsAreThreeTenths() {
        assertEquals(new Value.Quantity(new BigDecimal("0.3")), value("0.1 + 0.2"));
        scope.set("a.number", new Value.Quantity(new BigDecimal("0.1")));
        assertTrue(value("a.number + 0.2 = 0.3").isTrue());
    }

    @Test
    void largeNumbersKeepEveryDigit() {
        assertEquals(
                new Value.Quantity(new BigDecimal("9007199254740993")),
                value("9007199254740992 + 1"));
    }

    @Test
    void numbersBeyondAllMeasureAreNoValue() {
        var factor = "1" + "0".repeat(29);
        assertEquals(new Value.Quantity(new BigDecimal(factor)), value(factor + " * 1"));
        assertEquals(Value.nothing(), value(String.join(" * ", factor, factor, factor)));
    }

    @Test
    void digitsAreReadFromTextsButNoPowersOfTen() {
        scope.set("a.text", new Value.Text("0042"));
        assertEquals(new Value.Quantity(new BigDecimal("42")), value("whole number(a.text)"));
        for (var text : List.of("1e9999999", "1.5", "", " 1", "1234567890123456789", "٣")) {
            scope.set("a.text", new Value.Text(text));
            assertEquals(Value.nothing(), value("floor(whole number(a.text))"), text);
        }
    }

    @Test
    void absenceIsNeitherTrueNorFalse() {
        assertTrue(value("a.truth = null").isTrue());
        assertTrue(value("a.number > 3").isNothing());
        assertFalse(value("a.truth and true").isTrue());
    }

    @Test
    void daysAreDays() {
        assertEquals(new Value.Day(LocalDate.of(2029, 2, 28)), value("today + duration(\"P1Y\")"));
        assertEquals(
                new Value.Day(LocalDate.of(2028, 3, 1)),
                value("date(today.year, today.month, 1) + duration(\"P1M\")"));
    }

    @Test
    void namesAreReportedWithoutToday() {
        assertEquals(
                Set.of("a.day", "a.text"),
                expression("a.day > today and contains(a.text, \"x\") and today.year > 1").names());
    }

    @Test
    void refusalNamesTheReason() {
        var refused =
                assertInstanceOf(Feel.Refused.class, Feel.expression("for i in [1] return i"));
        assertEquals("For is not allowed in rules", refused.message());
    }

    @Test
    void cellsTakeRangesListsAndAnything() {
        assertTrue(takes("[1..5]", 5));
        assertFalse(takes("[1..5)", 5));
        assertTrue(takes("1, 3, 5", 3));
        assertTrue(takes("> 4", 5));
        assertTrue(takes("-", 5));
        assertFalse(takes("not(5)", 5));
    }

    @Test
    void valuesAreNeverPrinted() {
        var value = new Value.Text("Mustermann");
        scope.set("a.text", value);
        assertFalse((value + " " + scope).contains("Mustermann"));
    }

    private boolean takes(String cell, int input) {
        return switch (Feel.cell(cell)) {
            case Feel.Parsed<Cell>(var parsed) ->
                    parsed.takes(new Value.Quantity(BigDecimal.valueOf(input)), scope);
            case Feel.Refused<Cell>(var message) -> throw new AssertionError(message);
        };
    }
}
