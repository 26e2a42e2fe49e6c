package de.buergerkiosk.page;

import de.buergerkiosk.forms.Localized;
import java.util.List;
import java.util.Optional;

/** One question on a page. Values travel as raw text; the form engine types them. */
public sealed interface Field {
    /** Where the answer belongs in the form's data, such as {@code vehicle.plate}. */
    String path();

    Localized label();

    /** Below the label: format, example. */
    Optional<Localized> hint();

    /** What is entered so far, raw; empty string for nothing. */
    String value();

    /** A line of text, typed on our own keyboard. */
    record Line(
            String path,
            Localized label,
            Optional<Localized> hint,
            String value,
            Keypad keypad,
            int lengthMax)
            implements Field {}

    /** A calendar date; value is ISO 8601 ({@code 2026-11-23}) or empty, typed as digits. */
    record Date(String path, Localized label, Optional<Localized> hint, String value)
            implements Field {}

    /** One of a few options, all visible. Value is the option's id or empty. */
    record Choice(
            String path,
            Localized label,
            Optional<Localized> hint,
            String value,
            List<Page.Option> options)
            implements Field {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /** Yes or no; value is {@code true}, {@code false} or empty. */
    record YesNo(String path, Localized label, Optional<Localized> hint, String value)
            implements Field {}

    /** How many: a number with minus and plus; value is digits or empty for zero. */
    record Count(
            String path,
            Localized label,
            Optional<Localized> hint,
            String value,
            Optional<String> icon,
            int countMax)
            implements Field {}

    /** Known already (from the ID card, or computed) and only shown. */
    record Fixed(String path, Localized label, Optional<Localized> hint, String value)
            implements Field {}

    /** Which keyboard opens for a line. */
    enum Keypad {
        LETTERS,
        DIGITS,
        /** Digits, plus and space: telephone numbers. */
        PHONE,
        /** Capital letters, digits, hyphen and space: number plates. */
        PLATE
    }
}
