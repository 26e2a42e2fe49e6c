package de.buergerkiosk.forms;

import de.buergerkiosk.forms.Rules.Check;
import de.buergerkiosk.forms.Rules.Computation;
import de.buergerkiosk.forms.feel.Expression;
import de.buergerkiosk.forms.feel.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads {@code rules.feel.json}; a service without it has no rules. */
final class RulesReader {
    private final Source source;
    private final Map<String, DecisionTable<Value>> tables;
    private final JsonNode document;

    RulesReader(Source source, Map<String, DecisionTable<Value>> tables) {
        this.source = source;
        this.tables = tables;
        this.document = source.document(Rules.FILE).orElse(JsonNodeFactory.instance.objectNode());
    }

    Rules rules() {
        return new Rules(
                expressions("normalise"),
                expressions("defaults"),
                computed(),
                expressions("required"),
                checks());
    }

    /** The pages with the conditions that stand here added to those of pages.json. */
    List<PagePlan> withConditions(List<PagePlan> pages) {
        var byPage = conditions("pages");
        var byField = conditions("fields");
        byPage.keySet().stream()
                .filter(id -> pages.stream().noneMatch(page -> page.id().equals(id)))
                .forEach(id ->
                        source.findings()
                                .add(
                                        Rules.FILE,
                                        "/visible/pages/" + id,
                                        "there is no page \"" + id + "\"",
                                        "Correct the id or add the page to "
                                                + PagesReader.FILE
                                                + "."));
        byField.keySet().stream()
                .filter(path ->
                        pages.stream()
                                .flatMap(PagePlan::questions)
                                .noneMatch(question -> question.field().path().equals(path)))
                .forEach(path ->
                        source.findings()
                                .add(
                                        Rules.FILE,
                                        "/visible/fields/" + path,
                                        "no page asks for \"" + path + "\"",
                                        "Correct the path or add a Control to "
                                                + PagesReader.FILE
                                                + "."));
        return pages.stream().map(page -> withConditions(page, byPage, byField)).toList();
    }

    private static PagePlan withConditions(
            PagePlan page, Map<String, Expression> byPage, Map<String, Expression> byField) {
        var elements = new ArrayList<PagePlan.Element>();
        for (var element : page.elements()) {
            elements.add(
                    switch (element) {
                        case PagePlan.Statement statement -> statement;
                        case PagePlan.Question asked ->
                                new PagePlan.Question(
                                        asked.field(),
                                        asked.kind(),
                                        asked.label(),
                                        asked.hint(),
                                        asked.keypad(),
                                        asked.options(),
                                        asked.icon(),
                                        asked.page(),
                                        and(asked.visible(), byField.get(asked.field().path())),
                                        asked.place());
                    });
        }
        return new PagePlan(
                page.id(),
                page.title(),
                page.help(),
                and(page.visible(), byPage.get(page.id())),
                elements,
                page.place());
    }

    private static List<Expression> and(
            List<Expression> conditions, @org.jspecify.annotations.Nullable Expression more) {
        var all = new ArrayList<>(conditions);
        if (more != null) {
            all.add(more);
        }
        return all;
    }

    private Map<String, Expression> conditions(String kind) {
        var conditions = new LinkedHashMap<String, Expression>();
        document.path("visible")
                .path(kind)
                .properties()
                .forEach(entry ->
                        source.expression(
                                        Rules.FILE,
                                        "/visible/" + kind + "/" + entry.getKey(),
                                        entry.getValue().asString())
                                .ifPresent(
                                        expression -> conditions.put(entry.getKey(), expression)));
        return conditions;
    }

    private Map<String, Expression> expressions(String section) {
        var expressions = new HashMap<String, Expression>();
        document.path(section)
                .properties()
                .forEach(entry -> {
                    var place = "/" + section + "/" + entry.getKey();
                    source.field(Rules.FILE, place, entry.getKey())
                            .ifPresent(field -> {
                                if (field.computed()) {
                                    source.findings()
                                            .add(
                                                    Rules.FILE,
                                                    place,
                                                    "\""
                                                            + field.path()
                                                            + "\" is worked out, not asked",
                                                    "Remove the rule, or readOnly from the"
                                                            + " schema.");
                                }
                                source.expression(Rules.FILE, place, entry.getValue().asString())
                                        .ifPresent(expression ->
                                                expressions.put(field.path(), expression));
                            });
                });
        return expressions;
    }

    private Map<String, Computation> computed() {
        var computed = new LinkedHashMap<String, Computation>();
        document.path("computed")
                .properties()
                .forEach(entry -> {
                    var place = "/computed/" + entry.getKey();
                    source.field(Rules.FILE, place, entry.getKey())
                            .ifPresent(field -> {
                                if (!field.computed()) {
                                    source.findings()
                                            .add(
                                                    Rules.FILE,
                                                    place,
                                                    "\""
                                                            + field.path()
                                                            + "\" is worked out, but not readOnly",
                                                    "Set \"readOnly\": true in "
                                                            + DataSchema.FILE
                                                            + ".");
                                }
                                computation(entry.getValue(), place)
                                        .ifPresent(how -> computed.put(field.path(), how));
                            });
                });
        source.schema().fields().values().stream()
                .filter(field -> field.computed() && !document.path("computed").has(field.path()))
                .forEach(field ->
                        source.findings()
                                .add(
                                        Rules.FILE,
                                        "/computed",
                                        "nothing works out \"" + field.path() + "\"",
                                        "Add a rule, or remove readOnly from the schema."));
        return computed;
    }

    private Optional<Computation> computation(JsonNode node, String place) {
        if (node.isString()) {
            return source.expression(Rules.FILE, place, node.asString())
                    .map(Rules.ByExpression::new);
        }
        var table = Optional.ofNullable(tables.get(node.path("table").asString()));
        if (table.isEmpty()) {
            source.findings()
                    .add(
                            Rules.FILE,
                            place + "/table",
                            "there is no table \"" + node.path("table").asString() + "\"",
                            "Correct the name or add the file to " + TableReader.FOLDER + ".");
        }
        return table.map(Rules.ByTable::new);
    }

    private List<Check> checks() {
        var checks = new ArrayList<Check>();
        for (var i = 0; i < document.path("validate").size(); i++) {
            var node = document.path("validate").path(i);
            var place = "/validate/" + i;
            var when =
                    node.has("when")
                            ? source.expression(
                                    Rules.FILE, place + "/when", node.path("when").asString())
                            : Optional.<Expression>empty();
            var path = node.path("path").asString();
            source.field(Rules.FILE, place + "/path", path);
            var key = node.path("message").asString();
            var message =
                    source.texts()
                            .get(
                                    key,
                                    Rules.FILE + " " + place + "/message",
                                    source.schema().fields().keySet());
            source.expression(Rules.FILE, place + "/check", node.path("check").asString())
                    .ifPresent(check -> checks.add(new Check(when, check, path, key, message)));
        }
        return checks;
    }
}
