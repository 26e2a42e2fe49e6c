package de.buergerkiosk.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.buergerkiosk.forms.feel.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawAnswersAreUnderstoodAsPeopleTypeTest {
    private static Field field(Field.Type type) {
        return new Field(
                "a", type, true, false, true, 50, BigDecimal.ZERO, BigDecimal.TEN, List.of());
    }

    private static RawAnswer.Reading read(Field.Type type, String raw) {
        return RawAnswer.read(field(type), raw);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-01", "01.03.2027", "1.3.2027", "01032027", "1. 3. 2027"})
    void daysInEveryUsualForm(String raw) {
        assertEquals(
                new RawAnswer.Understood(new Value.Day(LocalDate.of(2027, 3, 1))),
                read(Field.Type.DAY, raw));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"29.02.2027", "1.3.27", "32.01.2027", "2027-3-1", "heute", "0000-00-00"})
    void noSuchDay(String raw) {
        assertEquals(new RawAnswer.Misunderstood("notADate"), read(Field.Type.DAY, raw));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"1,5;1.5", "1.5;1.5", "-2;-2", "1234,50;1234.50"})
    void decimals(String raw, BigDecimal number) {
        assertEquals(
                new RawAnswer.Understood(new Value.Quantity(number)),
                read(Field.Type.DECIMAL, raw));
    }

    /** A thousand or one and a bit? Nobody can tell, so it is asked again. */
    @ParameterizedTest
    @ValueSource(strings = {"1.234", "1,2,3", "1e9", "٣", "0x10", "1.234,50"})
    void decimalsThatCouldMeanTwoThings(String raw) {
        assertEquals(new RawAnswer.Misunderstood("notANumber"), read(Field.Type.DECIMAL, raw));
    }

    @Test
    void spacesAreTidiedAndLettersComposed() {
        assertEquals(
                new RawAnswer.Understood(new Value.Text("Jürgen Müller")),
                read(Field.Type.TEXT, "  Ju\u0308rgen \t Mu\u0308ller "));
    }

    @Test
    void blankIsNoAnswer() {
        assertEquals(new RawAnswer.Understood(Value.nothing()), read(Field.Type.TEXT, " \t "));
    }

    @Test
    void whatIsWrittenIsReadBack() {
        for (var value :
                List.of(
                        new Value.Day(LocalDate.of(2027, 3, 1)),
                        new Value.Truth(false),
                        new Value.Text("x"),
                        new Value.Quantity(new BigDecimal("1.5")))) {
            var type =
                    switch (value) {
                        case Value.Day _ -> Field.Type.DAY;
                        case Value.Truth _ -> Field.Type.TRUTH;
                        case Value.Quantity _ -> Field.Type.DECIMAL;
                        case Value.Text _, Value.Nothing _ -> Field.Type.TEXT;
                    };
            assertEquals(new RawAnswer.Understood(value), read(type, RawAnswer.write(value)));
        }
    }
}
