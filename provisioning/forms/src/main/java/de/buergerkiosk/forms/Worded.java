package de.buergerkiosk.forms;

import de.buergerkiosk.forms.feel.Value;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Writes values for people, in each language. */
final class Worded {
    private static final DateTimeFormatter GERMAN_DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private Worded() {}

    static Localized value(Value value, List<Option> options, Set<String> languages) {
        return switch (value) {
            case Value.Nothing _ -> Localized.same("");
            case Value.Text(var text) ->
                    options.stream()
                            .filter(option -> option.value().equals(text))
                            .map(Option::label)
                            .findFirst()
                            .orElse(Localized.same(text));
            case Value.Quantity(var number) ->
                    each(languages, language -> number(number, language));
            case Value.Truth(var truth) -> EngineTexts.get(truth ? "engine.yes" : "engine.no");
            case Value.Day(var day) -> each(languages, language -> day(day, language));
        };
    }

    /** Whole cents as people write them: {@code 180,00 €}, {@code €180.00}. */
    static String money(long cents, String language) {
        var amount = BigDecimal.valueOf(cents, 2);
        if (language.equals("de")) {
            return amount.toPlainString().replace('.', ',') + "\u00a0€";
        }
        return language.equals("en")
                ? "€" + amount.toPlainString()
                : number(amount, language) + "\u00a0€";
    }

    private static Localized each(Set<String> languages, Function<String, String> write) {
        var wordings = new LinkedHashMap<String, String>();
        languages.forEach(language -> wordings.put(language, write.apply(language)));
        return new Localized(wordings);
    }

    private static String number(BigDecimal number, String language) {
        var format = NumberFormat.getInstance(locale(language));
        format.setGroupingUsed(number.abs().compareTo(BigDecimal.valueOf(10_000)) >= 0);
        format.setMinimumFractionDigits(number.scale());
        format.setMaximumFractionDigits(number.scale());
        return format.format(number);
    }

    private static String day(LocalDate day, String language) {
        return language.equals("de")
                ? GERMAN_DAY.format(day)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(locale(language))
                        .format(day);
    }

    /** English as it is written in Europe: day before month. */
    private static Locale locale(String language) {
        return language.equals("en") ? Locale.UK : Locale.forLanguageTag(language);
    }
}
