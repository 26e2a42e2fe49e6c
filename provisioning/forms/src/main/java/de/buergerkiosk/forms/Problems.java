package de.buergerkiosk.forms;

import de.buergerkiosk.forms.PagePlan.Question;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Finds everything the citizen has to mend: at most one problem for each field, in the order of
 * the pages. No word of a library reaches the citizen.
 */
final class Problems {
    private final FormPlan plan;
    private final Evaluation evaluation;
    private final Map<String, Localized> values;
    private final Map<String, Problem> byPath = new LinkedHashMap<>();

    Problems(FormPlan plan, Evaluation evaluation, Map<String, Localized> values) {
        this.plan = plan;
        this.evaluation = evaluation;
        this.values = values;
    }

    List<Problem> find(JsonNode data, Fees.Outcome fees) {
        evaluation.misunderstood().forEach(this::add);
        findMissing();
        var violations = plan.parts().schema().validate(data);
        for (var violation : violations) {
            var isField = plan.parts().schema().field(violation.path()).isPresent();
            if (isField && !violation.keyword().equals("required")) {
                add(violation.path(), violation.keyword());
            }
        }
        findContradictions();
        if (byPath.isEmpty()) {
            violations.stream()
                    .findFirst()
                    .ifPresent(violation -> add(violation.path(), "invalid"));
        }
        if (byPath.isEmpty() && !fees.undecided().isEmpty()) {
            add("", "noFee");
        }
        return inPageOrder();
    }

    private void findMissing() {
        for (var field : plan.parts().schema().fields().values()) {
            var isMissing = evaluation.value(field.path()).isNothing();
            if (isMissing && evaluation.asks(field.path()) && evaluation.requires(field)) {
                add(field.path(), "required");
            }
            var isGiven =
                    plan.parts().prefill().containsKey(field.path())
                            && plan.question(field.path()).isEmpty();
            if (isMissing && isGiven && field.required()) {
                add(field.path(), "identityMissing");
            }
        }
    }

    /** What hangs on a hidden question is not checked; what cannot be decided is no problem. */
    private void findContradictions() {
        for (var check : plan.parts().rules().checks()) {
            var isHidden =
                    plan.question(check.path()).isPresent() && !evaluation.asks(check.path());
            if (isHidden || byPath.containsKey(check.path())) {
                continue;
            }
            var applies =
                    check.when()
                            .map(when -> when.evaluate(evaluation.scope()).isTrue())
                            .orElse(true);
            if (applies && isFalse(check)) {
                var message = fill(check.message());
                byPath.put(
                        check.path(),
                        new Problem(pageOf(check.path()), check.path(), check.key(), message));
            }
        }
    }

    private boolean isFalse(Rules.Check check) {
        return check.check().evaluate(evaluation.scope())
                        instanceof de.buergerkiosk.forms.feel.Value.Truth(var truth)
                && !truth;
    }

    private void add(String path, String keyword) {
        var own = "error." + path + "." + keyword;
        var wording = plan.parts().wordings().get(own);
        var general = EngineTexts.has("engine." + keyword) ? "engine." + keyword : "engine.invalid";
        var key = wording == null ? general : own;
        var text = wording == null ? EngineTexts.get(general) : wording;
        byPath.putIfAbsent(path, new Problem(pageOf(path), path, key, limits(path, text)));
    }

    private Localized limits(String path, Localized text) {
        return plan.parts()
                .schema()
                .field(path)
                .map(field -> text.map(wording -> Placeholders.SINGLE.fill(wording, limits(field))))
                .orElse(text);
    }

    /** What the words for a broken limit may mention. */
    static Map<String, String> limits(Field field) {
        var max =
                field.type() == Field.Type.TEXT
                        ? String.valueOf(field.maxLength())
                        : plain(field.max());
        return Map.of("min", plain(field.min()), "max", max);
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }

    private Localized fill(Localized message) {
        return Filling.fill(message, values);
    }

    /** The page that can mend it: where the field is asked, else the first page. */
    private String pageOf(String path) {
        return plan.question(path)
                .filter(question -> evaluation.asks(path))
                .map(Question::page)
                .or(() ->
                        plan.parts().pages().stream()
                                .filter(evaluation::shows)
                                .map(PagePlan::id)
                                .findFirst())
                .orElse("");
    }

    private List<Problem> inPageOrder() {
        var ordered = new ArrayList<Problem>();
        var rest = new LinkedHashMap<>(byPath);
        for (var page : plan.parts().pages()) {
            rest.values().stream()
                    .filter(problem ->
                            problem.page().equals(page.id())
                                    && plan.question(problem.path()).isEmpty())
                    .forEach(ordered::add);
            page.questions()
                    .forEach(question -> {
                        var problem = rest.get(question.field().path());
                        if (problem != null && problem.page().equals(page.id())) {
                            ordered.add(problem);
                        }
                    });
        }
        ordered.forEach(problem -> rest.remove(problem.path()));
        ordered.addAll(rest.values());
        return ordered;
    }
}
