package de.buergerkiosk.forms;

import de.buergerkiosk.forms.feel.Value;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Understands what was typed or pressed, and writes values as they would be typed. */
final class RawAnswer {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

    /** A decimal comma; a point only where it cannot be taken for a thousands separator. */
    private static final Pattern DECIMAL =
            Pattern.compile("-?[0-9]{1,18}(?:,[0-9]{1,9}|\\.[0-9]{1,2}|\\.[0-9]{4,9})?");

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final Pattern GERMAN =
            Pattern.compile("([0-9]{1,2})[. ]+([0-9]{1,2})[. ]+([0-9]{4})");
    private static final Pattern DIGITS = Pattern.compile("([0-9]{2})([0-9]{2})([0-9]{4})");

    private RawAnswer() {}

    sealed interface Reading {}

    record Understood(Value value) implements Reading {}

    /**
     * @param keyword last part of the text key that tells the citizen
     */
    record Misunderstood(String keyword) implements Reading {}

    /** Text is brought into NFC, as DIN 91379 asks; blank is no answer. */
    static Reading read(Field field, String raw) {
        var text =
                Normalizer.normalize(
                        SPACES.matcher(raw).replaceAll(" ").strip(), Normalizer.Form.NFC);
        if (text.isEmpty()) {
            return new Understood(Value.nothing());
        }
        return switch (field.type()) {
            case TEXT ->
                    field.values().isEmpty() || field.values().contains(text)
                            ? new Understood(new Value.Text(text))
                            : new Misunderstood("notAChoice");
            case INTEGER ->
                    WHOLE.matcher(text).matches()
                            ? new Understood(new Value.Quantity(new BigDecimal(text)))
                            : new Misunderstood("notANumber");
            case DECIMAL ->
                    DECIMAL.matcher(text).matches()
                            ? new Understood(
                                    new Value.Quantity(new BigDecimal(text.replace(',', '.'))))
                            : new Misunderstood("notANumber");
            case TRUTH ->
                    switch (text) {
                        case "true" -> new Understood(new Value.Truth(true));
                        case "false" -> new Understood(new Value.Truth(false));
                        default -> new Misunderstood("notAChoice");
                    };
            case DAY -> day(text);
        };
    }

    /** The value in its canonical raw form. */
    static String write(Value value) {
        return switch (value) {
            case Value.Nothing _ -> "";
            case Value.Text(var text) -> text;
            case Value.Quantity(var number) -> number.toPlainString().replace('.', ',');
            case Value.Truth(var truth) -> String.valueOf(truth);
            case Value.Day(var day) -> day.toString();
        };
    }

    private static Reading day(String text) {
        var iso = ISO.matcher(text);
        if (iso.matches()) {
            return day(iso.group(1), iso.group(2), iso.group(3));
        }
        var german = GERMAN.matcher(text);
        if (german.matches()) {
            return day(german.group(3), german.group(2), german.group(1));
        }
        var digits = DIGITS.matcher(text);
        return digits.matches()
                ? day(digits.group(3), digits.group(2), digits.group(1))
                : new Misunderstood("notADate");
    }

    private static Reading day(String year, String month, String day) {
        try {
            return new Understood(
                    new Value.Day(
                            LocalDate.of(
                                    Integer.parseInt(year),
                                    Integer.parseInt(month),
                                    Integer.parseInt(day))));
        } catch (DateTimeException noSuchDay) {
            return new Misunderstood("notADate");
        }
    }
}
