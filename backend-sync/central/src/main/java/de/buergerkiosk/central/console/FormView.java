package de.buergerkiosk.central.console;

import de.buergerkiosk.central.settings.EffectiveSettings;
import de.buergerkiosk.central.settings.SettingsSchema.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The form of a layer as people see it. */
final class FormView {
    private final Speech speech;
    private final EffectiveSettings above;
    private final Map<String, String> inputs;
    private final Map<String, Violation> violations;

    /**
     * Of what stands in it.
     *
     * @param above what holds where this layer says nothing
     * @param violations by path of the field
     */
    FormView(
            Speech speech,
            EffectiveSettings above,
            Map<String, String> inputs,
            Map<String, Violation> violations) {
        this.speech = speech;
        this.above = above;
        this.inputs = Map.copyOf(inputs);
        this.violations = Map.copyOf(violations);
    }

    /**
     * Fields that belong together.
     *
     * @param pairs its texts are written in two languages, side by side
     */
    record Section(String id, String name, String help, List<Input> inputs, boolean pairs) {}

    /**
     * One field.
     *
     * @param kind of {@link SettingsField.Kind}, in small letters
     * @param hint what may stand in it
     * @param above what holds where it stays empty
     * @param error empty when nothing is wrong
     * @param lang language of what is entered; empty when it has none
     */
    record Input(
            String name,
            String id,
            String label,
            String kind,
            String value,
            List<Choice> choices,
            String hint,
            String above,
            String error,
            String lang) {}

    /** A word to choose; of a list of places, with the places that it may have. */
    record Choice(
            String name,
            String id,
            String word,
            String text,
            List<Choice> places,
            boolean chosen) {}

    List<Section> sections(List<SettingsField> fields) {
        var bySection = new LinkedHashMap<String, List<Input>>();
        for (var field : fields) {
            bySection.computeIfAbsent(field.section(), _ -> new ArrayList<>()).add(input(field));
        }
        return bySection.entrySet().stream()
                .map(each ->
                        new Section(
                                "s" + each.getKey().replace('/', '-'),
                                speech.setting(each.getKey()),
                                speech.help(each.getKey()),
                                each.getValue(),
                                each.getValue().stream()
                                        .anyMatch(input -> !input.lang().isEmpty())))
                .toList();
    }

    private Input input(SettingsField field) {
        return new Input(
                field.path(),
                id(field.path()),
                label(field),
                Speech.word(field.kind()),
                inputs.getOrDefault(field.path(), ""),
                choices(field),
                hint(field),
                above(field),
                Optional.ofNullable(violations.get(field.path()))
                        .map(violation -> error(field, violation))
                        .orElse(""),
                field.path().endsWith("/de") ? "de" : field.path().endsWith("/en") ? "en" : "");
    }

    static String id(String path) {
        return "f" + path.replaceAll("[^A-Za-z0-9]+", "-");
    }

    /** Below the name of the section; a section of one field gives it its own. */
    private String label(SettingsField field) {
        var section = field.section();
        if (field.path().equals(section)) {
            return speech.setting(section);
        }
        var whole = speech.setting(field.path());
        return whole.substring(speech.setting(section).length() + " › ".length());
    }

    private List<Choice> choices(SettingsField field) {
        return switch (field.kind()) {
            case CHOICE ->
                    field.options().stream()
                            .map(word ->
                                    new Choice(
                                            field.path(),
                                            "",
                                            word,
                                            field.truth()
                                                    ? truth(word)
                                                    : speech.option(field.path(), word),
                                            List.of(),
                                            word.equals(inputs.get(field.path()))))
                            .toList();
            case PLACES -> {
                var words = SettingsForm.words(field, inputs);
                yield words.stream().map(word -> places(field, word, words.size())).toList();
            }
            case NUMBER, TEXT, LONG_TEXT, LIST, JSON -> List.of();
        };
    }

    private String truth(String word) {
        return word.equals("true")
                ? speech.say("console.value.yes")
                : speech.say("console.value.no");
    }

    private Choice places(SettingsField field, String word, int count) {
        var name = field.path() + "#" + word;
        var chosen = inputs.getOrDefault(name, "");
        var places =
                IntStream.rangeClosed(1, count)
                        .mapToObj(String::valueOf)
                        .map(place ->
                                new Choice(name, "", place, place, List.of(), place.equals(chosen)))
                        .toList();
        return new Choice(
                name, id(name), word, speech.option(field.path(), word), places, !chosen.isEmpty());
    }

    private String hint(SettingsField field) {
        return switch (field.kind()) {
            case NUMBER ->
                    field.maximum() == Long.MAX_VALUE
                            ? ""
                            : speech.say("console.form.range", field.minimum(), field.maximum());
            // where the help of the section says it, once is enough
            case LIST ->
                    speech.help(field.section()).isEmpty() ? speech.say("console.form.list") : "";
            case JSON -> speech.say("console.form.json");
            case TEXT, LONG_TEXT, CHOICE, PLACES -> "";
        };
    }

    private static String dotted(SettingsField field) {
        return field.section().replace('/', '.');
    }

    private String above(SettingsField field) {
        return Optional.ofNullable(above.settings().get(field.path()))
                .map(setting ->
                        speech.say(
                                "console.form.above",
                                speech.value(setting.path(), setting.value()),
                                speech.layer(setting.origin().level(), setting.origin().name())))
                .orElse("");
    }

    /** What is wrong and how it is right, in the reader's language where we know it. */
    private String error(SettingsField field, Violation violation) {
        var empty = inputs.getOrDefault(field.path(), "").isBlank();
        return switch (field.kind()) {
            case NUMBER ->
                    field.maximum() == Long.MAX_VALUE
                            ? speech.say("console.error.number")
                            : speech.say("console.error.range", field.minimum(), field.maximum());
            case TEXT, LONG_TEXT -> {
                if (empty) {
                    yield speech.say("console.error.missing");
                }
                yield field.charactersMax() > 0
                                && inputs.getOrDefault(field.path(), "").length()
                                        > field.charactersMax()
                        ? speech.say("console.error.long", field.charactersMax())
                        : speech.say("console.error.form", violation.problem());
            }
            case LIST ->
                    speech.sayOr(
                            "console.error.list" + dotted(field),
                            speech.say("console.error.form", violation.problem()));
            case PLACES ->
                    speech.sayOr(
                            "console.error.places" + dotted(field),
                            speech.say("console.error.places"));
            case CHOICE, JSON -> speech.say("console.error.form", violation.problem());
        };
    }
}
