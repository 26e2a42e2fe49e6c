package de.buergerkiosk.forms;

import de.buergerkiosk.forms.FormPlan.SummaryField;
import de.buergerkiosk.forms.PagePlan.Element;
import de.buergerkiosk.forms.PagePlan.Question;
import de.buergerkiosk.forms.PagePlan.Statement;
import de.buergerkiosk.forms.feel.Expression;
import de.buergerkiosk.forms.feel.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Reads {@code pages.json}. */
final class PagesReader {
    static final String FILE = "pages.json";

    private final Source source;
    private final Map<String, DecisionTable<Value>> tables;
    private final Set<String> asked = new HashSet<>();

    PagesReader(Source source, Map<String, DecisionTable<Value>> tables) {
        this.source = source;
        this.tables = tables;
    }

    List<PagePlan> pages() {
        var pages = new ArrayList<PagePlan>();
        var ids = new HashSet<String>();
        var categories = source.document(FILE).orElseThrow().path("elements");
        for (var i = 0; i < categories.size(); i++) {
            var place = "/elements/" + i;
            var page = page(categories.path(i), place);
            if (!ids.add(page.id())) {
                finding(
                        place + "/id",
                        "the page \"" + page.id() + "\" exists already",
                        "Give every page its own id.");
            }
            if (page.questions().findAny().isEmpty()) {
                finding(
                        place + "/elements",
                        "the page \"" + page.id() + "\" asks nothing",
                        "Add a Control, or remove the page.");
            }
            pages.add(page);
        }
        return pages;
    }

    List<SummaryField> summary() {
        var summary = new ArrayList<SummaryField>();
        var rows = source.document(FILE).orElseThrow().path("summary");
        for (var i = 0; i < rows.size(); i++) {
            var place = "/summary/" + i;
            var label = text(rows.path(i).path("label"), place + "/label", Set.of());
            field(rows.path(i), place)
                    .ifPresent(field -> summary.add(new SummaryField(field, label)));
        }
        return summary;
    }

    private PagePlan page(JsonNode category, String place) {
        var id = category.path("id").asString();
        var elements = new ArrayList<Element>();
        elements(category, place, id, List.of(), elements);
        return new PagePlan(
                id,
                text(category.path("label"), place + "/label", Set.of()),
                optionalText(category, place, "help", Set.of()),
                rule(category, place),
                elements,
                place);
    }

    private void elements(
            JsonNode parent,
            String place,
            String page,
            List<Expression> visible,
            List<Element> elements) {
        for (var i = 0; i < parent.path("elements").size(); i++) {
            var node = parent.path("elements").path(i);
            var at = place + "/elements/" + i;
            var conditions = new ArrayList<>(visible);
            conditions.addAll(rule(node, at));
            switch (node.path("type").asString()) {
                case "Control" ->
                        field(node, at)
                                .map(field -> question(node, at, page, field, conditions))
                                .ifPresent(elements::add);
                case "Label" -> {
                    var text =
                            text(
                                    node.path("text"),
                                    at + "/text",
                                    source.schema().fields().keySet());
                    elements.add(new Statement("statement" + elements.size(), text, conditions));
                }
                default -> {
                    optionalText(node, at, "label", Set.of())
                            .ifPresent(label ->
                                    elements.add(
                                            new Statement(
                                                    "statement" + elements.size(),
                                                    label,
                                                    conditions)));
                    elements(node, at, page, conditions, elements);
                }
            }
        }
    }

    private Question question(
            JsonNode node, String place, String page, Field field, List<Expression> visible) {
        if (!asked.add(field.path())) {
            finding(
                    place + "/scope",
                    "\"" + field.path() + "\" is asked twice",
                    "Ask once; show it elsewhere with a Label.");
        }
        if (field.computed()) {
            finding(
                    place + "/scope",
                    "\"" + field.path() + "\" is worked out (readOnly)",
                    "Show it with a Label or in the summary.");
        }
        return new Question(
                field,
                field.kind(),
                text(node.path("label"), place + "/label", Set.of()),
                optionalText(node, place, "hint", Set.of()),
                keypad(node, field),
                options(node, place, field),
                icon(node),
                page,
                visible,
                place);
    }

    private static Keypad keypad(JsonNode node, Field field) {
        if (node.has("keypad")) {
            return Keypad.valueOf(node.path("keypad").asString());
        }
        return switch (field.kind()) {
            case TEXT -> Keypad.LETTERS;
            case NUMBER, DATE -> Keypad.DIGITS;
            case YES_NO, CHOICE, COUNT, STATEMENT -> Keypad.NONE;
        };
    }

    private List<Option> options(JsonNode node, String place, Field field) {
        if (node.has("suggest")) {
            var table = tables.get(node.path("suggest").path("table").asString());
            var names = table == null ? List.<String>of() : table.namesOfFirstColumn();
            if (names.isEmpty()) {
                finding(
                        place + "/suggest/table",
                        "no table of that name with a folded column",
                        "Name a file of " + TableReader.FOLDER + " whose first input is folded.");
            }
            return names.stream()
                    .map(name -> new Option(name, Localized.same(name), Optional.empty()))
                    .toList();
        }
        var options = new ArrayList<Option>();
        for (var i = 0; i < node.path("options").size(); i++) {
            var option = node.path("options").path(i);
            var label = text(option.path("label"), place + "/options/" + i + "/label", Set.of());
            options.add(new Option(option.path("value").asString(), label, icon(option)));
        }
        var values = options.stream().map(Option::value).toList();
        if (!values.equals(field.values())) {
            finding(
                    place + "/options",
                    "the options "
                            + values
                            + " are not the values "
                            + field.values()
                            + " of the schema",
                    "List exactly the values of the schema, in its order.");
        }
        return options;
    }

    /** The rules of JSON Forms as FEEL: a JSON Forms portal shows the same. */
    private List<Expression> rule(JsonNode node, String place) {
        if (!node.has("rule")) {
            return List.of();
        }
        var at = place + "/rule";
        var condition = node.path("rule").path("condition");
        var path = path(condition.path("scope").asString());
        var schema = condition.path("schema");
        var allowed =
                schema.has("const")
                        ? path + " = " + literal(schema.path("const"))
                        : "list contains(["
                                + String.join(
                                        ", ",
                                        schema.path("enum")
                                                .valueStream()
                                                .map(PagesReader::literal)
                                                .toList())
                                + "], "
                                + path
                                + ")";
        var hides = node.path("rule").path("effect").asString().equals("HIDE");
        return source.expression(FILE, at, hides ? "not(" + allowed + ")" : allowed).stream()
                .toList();
    }

    private static String literal(JsonNode node) {
        return node.isString()
                ? StringNode.valueOf(node.stringValue()).toString()
                : node.asString();
    }

    private static String path(String scope) {
        return Source.path(scope);
    }

    private Optional<Field> field(JsonNode node, String place) {
        return source.field(FILE, place + "/scope", path(node.path("scope").asString()));
    }

    private Optional<Localized> optionalText(
            JsonNode node, String place, String key, Set<String> placeholders) {
        return node.has(key)
                ? Optional.of(text(node.path(key), place + "/" + key, placeholders))
                : Optional.empty();
    }

    private Localized text(JsonNode key, String place, Set<String> placeholders) {
        return source.texts().get(key.asString(), FILE + " " + place, placeholders);
    }

    private static Optional<String> icon(JsonNode node) {
        return node.has("icon") ? Optional.of(node.path("icon").asString()) : Optional.empty();
    }

    private void finding(String place, String message, String cure) {
        source.findings().add(FILE, place, message, cure);
    }
}
