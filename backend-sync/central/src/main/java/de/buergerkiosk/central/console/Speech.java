package de.buergerkiosk.central.console;

import de.buergerkiosk.central.desk.Wording;
import de.buergerkiosk.central.rollout.Audience;
import de.buergerkiosk.central.settings.Layer;
import de.buergerkiosk.contract.json.CanonicalJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Says what the console shows, in the language of who looks at it. */
record Speech(Wording wording, Locale locale) {
    private static final int DIGEST_CHARACTERS = 12;

    String say(String key, Object... values) {
        return wording.text(key, locale, values);
    }

    /** The text of a key, or something else where there is none. */
    String sayOr(String key, String otherwise) {
        return wording.textIfThere(key, locale).orElse(otherwise);
    }

    String time(Instant moment) {
        return wording.time(moment, locale);
    }

    /** How long ago or how long yet, in its greatest unit. */
    String span(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        if (seconds < 60) {
            return say("console.span.seconds", seconds);
        }
        if (seconds < 3_600) {
            return say("console.span.minutes", seconds / 60);
        }
        return seconds < 48 * 3_600
                ? say("console.span.hours", seconds / 3_600)
                : say("console.span.days", seconds / 86_400);
    }

    String ago(Instant then, Instant now) {
        return say("console.span.ago", span(Duration.between(then, now)));
    }

    /** The beginning of a digest, enough to compare two by eye. */
    static String digest(String digest) {
        return digest.substring(0, Math.min(digest.length(), DIGEST_CHARACTERS));
    }

    String device(String id) {
        return sayOr("console.device." + id, id);
    }

    /** What a failure code means. */
    String meaning(String code) {
        return code.isEmpty() ? "" : sayOr("console.code." + code + ".what", "");
    }

    /** What to do about a failure code. */
    String cure(String code) {
        return code.isEmpty()
                ? ""
                : sayOr("console.code." + code + ".cure", say("console.code.handbook"));
    }

    String layer(Layer.Level level, String name) {
        return level == Layer.Level.CITY
                ? say("console.level.city")
                : say("console.level." + word(level)) + " " + name;
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String audience(Audience audience) {
        return switch (audience) {
            case Audience.All() -> say("console.audience.all");
            case Audience.Group(var name) -> say("console.level.group") + " " + name;
            case Audience.Site(var name) -> say("console.level.site") + " " + name;
            case Audience.One(var kiosk) -> say("console.level.kiosk") + " " + kiosk;
        };
    }

    /** {@code /idle/personalSeconds} in words. */
    String setting(String path) {
        var steps = new ArrayList<String>();
        var walked = new StringBuilder();
        for (var step : path.substring(1).split("/", -1)) {
            walked.append('.').append(step);
            steps.add(settingOr(walked.toString(), step));
        }
        return String.join(" › ", steps);
    }

    /** One step of a setting: by its whole path, else by its own name, else as it is written. */
    private String settingOr(String path, String step) {
        return sayOr("console.setting" + path, sayOr("console.setting.any." + step, step));
    }

    /** What is said about a setting besides its name; empty when nothing is. */
    String help(String path) {
        return sayOr("console.help" + path.replace('/', '.'), "");
    }

    /** The last step of a setting's path, in words. */
    String lastStep(String path) {
        return settingOr(path.replace('/', '.'), path.substring(path.lastIndexOf('/') + 1));
    }

    /** A value of a setting as people read it. */
    String value(String path, JsonNode value) {
        if (value.isArray()) {
            return value.isEmpty()
                    ? say("console.value.empty")
                    : value.valueStream().map(v -> one(path, v)).collect(Collectors.joining(", "));
        }
        return one(path, value);
    }

    private String one(String path, JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue() ? say("console.value.yes") : say("console.value.no");
        }
        if (value.isString()) {
            return option(path, value.stringValue());
        }
        return CanonicalJson.text(value);
    }

    /** A word that can be chosen, as people call it. */
    String option(String path, String word) {
        if (path.equals(SettingsForm.SERVICES)) {
            return wording.service(word, locale);
        }
        return sayOr("console.option" + path.replace('/', '.') + "." + word, word);
    }

    /** Whether a text has one of these words in any case. */
    static boolean has(String wanted, String... texts) {
        var small = wanted.toLowerCase(Locale.ROOT);
        return Arrays.stream(texts).anyMatch(t -> t.toLowerCase(Locale.ROOT).contains(small));
    }
}
