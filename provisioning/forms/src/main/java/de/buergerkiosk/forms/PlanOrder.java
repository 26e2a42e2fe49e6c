package de.buergerkiosk.forms;

import de.buergerkiosk.forms.FormPlan.FillField;
import de.buergerkiosk.forms.FormPlan.Parts;
import de.buergerkiosk.forms.FormPlan.ShowPage;
import de.buergerkiosk.forms.FormPlan.Step;
import de.buergerkiosk.forms.feel.Expression;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts pages and fields into an order in which each stands behind what it depends on, so that one
 * pass settles everything; hidden means absent for all that comes after.
 */
final class PlanOrder {
    private final Parts parts;
    private final Findings findings;
    private final Map<String, PagePlan.Question> questions = new HashMap<>();
    private final List<Step> order = new ArrayList<>();
    private final Set<Step> done = new HashSet<>();
    private final LinkedHashSet<Step> underWay = new LinkedHashSet<>();

    PlanOrder(Parts parts, Findings findings) {
        this.parts = parts;
        this.findings = findings;
        parts.pages()
                .forEach(page ->
                        page.questions()
                                .forEach(question ->
                                        questions.put(question.field().path(), question)));
    }

    List<Step> order() {
        parts.pages().forEach(page -> visit(new ShowPage(page)));
        parts.schema().fields().values().forEach(field -> visit(new FillField(field)));
        return order;
    }

    private void visit(Step step) {
        if (done.contains(step)) {
            return;
        }
        if (!underWay.add(step)) {
            reportCycle(step);
            return;
        }
        needs(step).forEach(this::visit);
        underWay.remove(step);
        if (done.add(step)) {
            order.add(step);
        }
    }

    private List<Step> needs(Step step) {
        return switch (step) {
            case ShowPage(var page) -> fields(names(page.visible()));
            case FillField(var field) -> {
                var needs = new ArrayList<Step>();
                var question = questions.get(field.path());
                if (question != null) {
                    needs.addAll(fields(names(question.visible())));
                    parts.pages().stream()
                            .filter(page -> page.id().equals(question.page()))
                            .forEach(page -> needs.add(new ShowPage(page)));
                }
                needs.addAll(fields(namesOfRules(field.path())));
                yield needs;
            }
        };
    }

    private Set<String> namesOfRules(String path) {
        var names = new LinkedHashSet<String>();
        var standard = parts.rules().defaults().get(path);
        if (standard != null) {
            names.addAll(standard.names());
        }
        var normal = parts.rules().normalise().get(path);
        if (normal != null) {
            normal.names().stream().filter(name -> !name.equals(path)).forEach(names::add);
        }
        var computation = parts.rules().computed().get(path);
        if (computation != null) {
            names.addAll(
                    switch (computation) {
                        case Rules.ByExpression(var expression) -> expression.names();
                        case Rules.ByTable(var table) -> table.names();
                    });
        }
        return names;
    }

    private static Set<String> names(Collection<Expression> expressions) {
        var names = new LinkedHashSet<String>();
        expressions.forEach(expression -> names.addAll(expression.names()));
        return names;
    }

    private List<Step> fields(Collection<String> paths) {
        return paths.stream()
                .flatMap(path -> parts.schema().field(path).stream())
                .<Step>map(FillField::new)
                .toList();
    }

    private void reportCycle(Step again) {
        var cycle = new ArrayList<String>();
        for (var step : underWay) {
            if (step.equals(again) || !cycle.isEmpty()) {
                cycle.add(name(step));
            }
        }
        cycle.add(name(again));
        var path = again instanceof FillField(var field) ? field.path() : "";
        var place = parts.rules().computed().containsKey(path) ? "/computed/" + path : "";
        findings.add(
                Rules.FILE,
                place,
                "these depend on each other: " + String.join(" -> ", cycle),
                "Break the circle: one of them has to stand without the others.");
    }

    private static String name(Step step) {
        return switch (step) {
            case ShowPage(var page) -> "page " + page.id();
            case FillField(var field) -> field.path();
        };
    }
}
