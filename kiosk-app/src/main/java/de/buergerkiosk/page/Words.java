package de.buergerkiosk.page;

import de.buergerkiosk.forms.Localized;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The kiosk's own words in every language, from the resources {@code words/<language>.json}. A key
 * that is missing in a language is a bug and stops the kiosk at start, not in front of a citizen.
 */
public final class Words {
    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, Map<String, String>> byLanguage;
    private final Optional<Localized> banner;

    private Words(Map<String, Map<String, String>> byLanguage, Optional<Localized> banner) {
        this.byLanguage = byLanguage;
        this.banner = banner;
    }

    /**
     * Reads the words of these languages.
     *
     * @param languages tags; German is among them
     * @throws IllegalStateException if a language lacks a key that another one has
     */
    public static Words load(List<String> languages) {
        var all = new LinkedHashMap<String, Map<String, String>>();
        for (var language : languages) {
            all.put(language, read(language));
        }
        Set<String> keys = all.getOrDefault("de", Map.of()).keySet();
        all.forEach((language, texts) -> {
            if (!texts.keySet().equals(keys)) {
                var missing = new ArrayList<>(keys);
                missing.removeAll(texts.keySet());
                throw new IllegalStateException(
                        "words/" + language + ".json does not match German: " + missing);
            }
        });
        return new Words(all, Optional.empty());
    }

    private static Map<String, String> read(String language) {
        var resource = "/words/" + language + ".json";
        try (var in = Words.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no words for language " + language);
            }
            var texts = new TreeMap<String, String>();
            // Not a mapper: what that loads besides takes longer than the words.
            try (var parser = JSON.createParser(ObjectReadContext.empty(), in)) {
                parser.nextToken();
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    var key = parser.currentName();
                    parser.nextToken();
                    texts.put(key, parser.getString());
                }
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /** The same, with other words behind one key; languages without words keep theirs. */
    public Words with(String key, Map<String, String> texts) {
        var all = new LinkedHashMap<String, Map<String, String>>();
        byLanguage.forEach((language, words) -> {
            var own = new TreeMap<>(words);
            if (texts.containsKey(language)) {
                own.put(key, texts.get(language));
            }
            all.put(language, own);
        });
        return new Words(all, banner);
    }

    /** The same, with a warning of the city to everybody who comes. */
    public Words warning(Localized text) {
        return new Words(byLanguage, Optional.of(text));
    }

    /** The warning of the city, where there is one. */
    public Optional<Localized> banner() {
        return banner;
    }

    public Set<String> keys() {
        return byLanguage.getOrDefault("de", Map.of()).keySet();
    }

    public List<Page.Language> languages() {
        return byLanguage.keySet().stream()
                .map(tag -> new Page.Language(tag, say("language.name").in(tag)))
                .toList();
    }

    /**
     * The sentence behind the key in every language; {@code {0}}, {@code {1}} … are replaced by
     * the arguments, each written as the language writes it.
     *
     * @param arguments {@link Localized}, {@link Money}, {@link LocalDate}, {@link LocalDateTime} or
     *     anything with a
     *     {@code toString}
     */
    public Localized say(String key, Object... arguments) {
        var texts = new LinkedHashMap<String, String>();
        byLanguage.forEach((language, words) -> {
            var text = words.get(key);
            if (text == null) {
                throw new IllegalArgumentException("no words for " + key);
            }
            for (int i = 0; i < arguments.length; i++) {
                text = text.replace("{" + i + "}", write(arguments[i], language));
            }
            texts.put(language, text);
        });
        return new Localized(texts);
    }

    private static String write(Object argument, String language) {
        var locale = "en".equals(language) ? Locale.UK : Locale.forLanguageTag(language + "-DE");
        return switch (argument) {
            case Localized localized -> localized.in(language);
            case Money money -> money(money.cents(), locale);
            case LocalDate date ->
                    DateTimeFormatter.ofPattern(
                                    "en".equals(language) ? "d MMMM uuuu" : "dd.MM.uuuu")
                            .withLocale(locale)
                            .format(date);
            case LocalDateTime moment ->
                    DateTimeFormatter.ofPattern(
                                    "en".equals(language)
                                            ? "EEEE d MMMM uuuu, HH:mm"
                                            : "EEEE, dd.MM.uuuu, HH:mm 'Uhr'")
                            .withLocale(locale)
                            .format(moment);
            default -> argument.toString();
        };
    }

    private static String money(long cents, Locale locale) {
        var number = NumberFormat.getNumberInstance(locale);
        number.setMinimumFractionDigits(2);
        var amount = number.format(java.math.BigDecimal.valueOf(cents, 2));
        // The no-break space keeps amount and sign on one line.
        return locale.equals(Locale.UK) ? "€" + amount : amount + "\u00a0€";
    }
}
