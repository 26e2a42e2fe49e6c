package de.buergerkiosk.forms;

import de.buergerkiosk.forms.feel.Expression;
import de.buergerkiosk.forms.feel.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for what a definition cannot mean: pages nobody sees, rules of the wrong type, dead rows. */
final class PlanCheck {
    private static final int FIELDS_MAX = 300;

    private final Source source;
    private final ServiceDefinition definition;
    private final FormPlan.Parts parts;
    private final Map<String, DecisionTable<Value>> tables;
    private final Samples samples;

    PlanCheck(
            Source source, ServiceDefinition definition, Map<String, DecisionTable<Value>> tables) {
        this.source = source;
        this.definition = definition;
        this.parts = definition.plan().parts();
        this.tables = tables;
        this.samples = new Samples(parts.schema(), definition.validFrom());
    }

    void run() {
        if (parts.schema().fields().size() > FIELDS_MAX) {
            finding(
                    DataSchema.FILE,
                    "/properties",
                    "more than " + FIELDS_MAX + " fields",
                    "Split the service.");
            return;
        }
        checkFieldsAreFilled();
        checkPagesAreReached();
        checkTypes();
        tables.values().forEach(table -> TableCheck.run(table, samples, source));
        checkTablesAreUsed();
        new FeeCheck(source, definition, samples).run();
        checkRequiredRules();
    }

    /** A field that nothing fills makes every filing invalid, or is dead weight. */
    private void checkFieldsAreFilled() {
        for (var field : parts.schema().fields().values()) {
            var path = field.path();
            var isAsked = definition.plan().question(path).isPresent();
            if (!isAsked && !field.computed() && !parts.prefill().containsKey(path)) {
                finding(
                        DataSchema.FILE,
                        "/properties/" + path.replace(".", "/properties/"),
                        "nothing fills \"" + path + "\"",
                        "Ask for it on a page, compute it, fill it from the ID card, or remove"
                                + " it.");
            }
        }
        var hasPolicy = definition.payment() == PaymentPolicy.BEFORE;
        if (hasPolicy == parts.fees().isEmpty()) {
            finding(
                    ServiceReader.FILE,
                    "/payment",
                    hasPolicy
                            ? "a service that is paid has no " + FeeTable.FILE
                            : "a service that costs nothing has a " + FeeTable.FILE,
                    "Make both say the same.");
        }
        if (!hasPolicy && definition.payLater().isPresent()) {
            finding(
                    ServiceReader.FILE,
                    "/payLater",
                    "a service that costs nothing cannot be paid later",
                    "Remove payLater, or set payment to before.");
        }
    }

    private void checkPagesAreReached() {
        for (var page : parts.pages()) {
            if (samples.isNeverTrue(page.visible())) {
                finding(
                        PagesReader.FILE,
                        page.place(),
                        "the page \"" + page.id() + "\" is never visible: its rule is never true",
                        "Correct its rule or remove the page.");
            }
            page.questions()
                    .filter(question -> samples.isNeverTrue(question.visible()))
                    .forEach(question ->
                            finding(
                                    PagesReader.FILE,
                                    question.place(),
                                    "\""
                                            + question.field().path()
                                            + "\" is never asked:"
                                            + " its rule is never true",
                                    "Correct its rule or remove the control."));
        }
    }

    /** By trying every rule with made-up answers of the right types. */
    private void checkTypes() {
        var rules = parts.rules();
        for (var page : parts.pages()) {
            page.visible()
                    .forEach(rule ->
                            checkType(PagesReader.FILE, page.place(), rule, Field.Type.TRUTH));
            page.questions()
                    .forEach(question ->
                            question.visible()
                                    .forEach(rule ->
                                            checkType(
                                                    PagesReader.FILE,
                                                    question.place(),
                                                    rule,
                                                    Field.Type.TRUTH)));
        }
        rules.required()
                .forEach((path, rule) ->
                        checkType(Rules.FILE, "/required/" + path, rule, Field.Type.TRUTH));
        rules.defaults().forEach((path, rule) -> checkType("/defaults/", path, rule));
        rules.normalise().forEach((path, rule) -> checkType("/normalise/", path, rule));
        rules.computed()
                .forEach((path, computation) -> {
                    if (computation instanceof Rules.ByExpression(var expression)) {
                        checkType("/computed/", path, expression);
                    }
                });
        for (var i = 0; i < rules.checks().size(); i++) {
            var check = rules.checks().get(i);
            var place = "/validate/" + i;
            checkType(Rules.FILE, place + "/check", check.check(), Field.Type.TRUTH);
            check.when()
                    .ifPresent(
                            when -> checkType(Rules.FILE, place + "/when", when, Field.Type.TRUTH));
        }
    }

    private void checkType(String section, String path, Expression rule) {
        parts.schema()
                .field(path)
                .ifPresent(field -> checkType(Rules.FILE, section + path, rule, field.type()));
    }

    private void checkType(String file, String place, Expression rule, Field.Type type) {
        for (var scope : samples.full()) {
            rule.complaints(scope).stream()
                    .filter(Samples::isAboutTypes)
                    .findFirst()
                    .ifPresent(complaint ->
                            finding(
                                    file,
                                    place,
                                    "the types do not fit: " + complaint,
                                    "Compare and combine only what is of the same type."));
            var value = rule.evaluate(scope);
            if (!value.isNothing() && !Samples.fits(value, type)) {
                finding(
                        file,
                        place,
                        "the rule does not give " + Samples.name(type),
                        "Correct the rule, or the type in " + DataSchema.FILE + ".");
            }
        }
    }

    private void checkTablesAreUsed() {
        var used = new HashSet<DecisionTable<Value>>();
        parts.rules()
                .computed()
                .values()
                .forEach(computation -> {
                    if (computation instanceof Rules.ByTable(var table)) {
                        used.add(table);
                    }
                });
        var suggested = suggestedTables();
        tables.forEach((name, table) -> {
            if (!used.contains(table) && !suggested.contains(name)) {
                finding(
                        TableReader.file(name),
                        "",
                        "nothing uses this table",
                        "Name it in " + Rules.FILE + ", or remove it.");
            }
        });
    }

    private Set<String> suggestedTables() {
        var names = new HashSet<String>();
        source.document(PagesReader.FILE)
                .ifPresent(document ->
                        document.findValues("suggest")
                                .forEach(suggest -> names.add(suggest.path("table").asString())));
        return names;
    }

    /** A rule for a field that is not asked could never be answered. */
    private void checkRequiredRules() {
        var rules = new ArrayList<>(parts.rules().required().keySet());
        rules.addAll(parts.rules().defaults().keySet());
        for (var path : List.copyOf(rules)) {
            if (definition.plan().question(path).isEmpty()) {
                finding(
                        Rules.FILE,
                        parts.rules().required().containsKey(path)
                                ? "/required/" + path
                                : "/defaults/" + path,
                        "no page asks for \"" + path + "\"",
                        "Remove the rule or add a Control to " + PagesReader.FILE + ".");
            }
        }
    }

    private void finding(String file, String place, String message, String cure) {
        source.findings().add(file, place, message, cure);
    }
}
