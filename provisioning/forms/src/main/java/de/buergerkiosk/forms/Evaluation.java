package de.buergerkiosk.forms;

import de.buergerkiosk.forms.PagePlan.Question;
import de.buergerkiosk.forms.feel.Expression;
import de.buergerkiosk.forms.feel.Scope;
import de.buergerkiosk.forms.feel.Value;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One pass over the plan: which pages and questions are visible, and which value every field has.
 * What is hidden has no value, for rules, fees and data alike.
 */
final class Evaluation {
    private final FormPlan plan;
    private final Answers answers;
    private final FormContext context;
    private final Scope scope;
    private final Set<String> pages = new HashSet<>();
    private final Set<String> questions = new HashSet<>();
    private final Map<String, String> misunderstood = new LinkedHashMap<>();

    Evaluation(FormPlan plan, Answers answers, FormContext context) {
        this.plan = plan;
        this.answers = answers;
        this.context = context;
        this.scope = new Scope(context.today(), plan.parts().schema().fields().keySet());
        for (var step : plan.order()) {
            switch (step) {
                case FormPlan.ShowPage(var page) -> {
                    if (allHold(page.visible())) {
                        pages.add(page.id());
                    }
                }
                case FormPlan.FillField(var field) -> scope.set(field.path(), valueOf(field));
            }
        }
    }

    Scope scope() {
        return scope;
    }

    Value value(String path) {
        return scope.get(path);
    }

    boolean shows(PagePlan page) {
        return pages.contains(page.id());
    }

    boolean shows(PagePlan.Element element) {
        return switch (element) {
            case Question question -> questions.contains(question.field().path());
            case PagePlan.Statement statement -> allHold(statement.visible());
        };
    }

    boolean asks(String path) {
        return questions.contains(path);
    }

    /** Whether the citizen has to answer this question now. */
    boolean requires(Field field) {
        var rule = plan.parts().rules().required().get(field.path());
        return field.required() || (rule != null && rule.evaluate(scope).isTrue());
    }

    /** Fields whose answer could not be understood, with the last part of the text key. */
    Map<String, String> misunderstood() {
        return misunderstood;
    }

    /** What the control shows: typed as it was where it could not be understood. */
    String raw(Field field) {
        return misunderstood.containsKey(field.path())
                ? answers.raw(field.path())
                : RawAnswer.write(value(field.path()));
    }

    boolean allHold(Collection<Expression> conditions) {
        return conditions.stream().allMatch(condition -> condition.evaluate(scope).isTrue());
    }

    /** Every value that is there, as nested objects in the order of the schema. */
    ObjectNode data() {
        var data = JsonNodeFactory.instance.objectNode();
        plan.parts().schema().fields().values().forEach(field -> put(data, field));
        return data;
    }

    private void put(ObjectNode data, Field field) {
        var value = value(field.path());
        if (value.isNothing()) {
            return;
        }
        var steps = field.path().split("\\.", -1);
        var object = data;
        for (var i = 0; i < steps.length - 1; i++) {
            object = object.withObjectProperty(steps[i]);
        }
        var key = steps[steps.length - 1];
        switch (value) {
            case Value.Nothing _ -> {}
            case Value.Text(var text) -> object.put(key, text);
            case Value.Quantity(var number) -> {
                var isWhole = number.stripTrailingZeros().scale() <= 0;
                if (isWhole) {
                    object.put(key, number.toBigInteger());
                } else {
                    object.put(key, number);
                }
            }
            case Value.Truth(var truth) -> object.put(key, truth);
            case Value.Day(var day) -> object.put(key, day.toString());
        }
    }

    private Value valueOf(Field field) {
        var question = plan.question(field.path());
        if (question.isPresent()) {
            return answer(question.get());
        }
        var computation = plan.parts().rules().computed().get(field.path());
        return computation == null ? given(field) : computed(computation);
    }

    private Value answer(Question question) {
        var field = question.field();
        if (!pages.contains(question.page()) || !allHold(question.visible())) {
            return Value.nothing();
        }
        questions.add(field.path());
        if (!answers.rawByPath().containsKey(field.path())) {
            return unanswered(question);
        }
        return switch (RawAnswer.read(field, answers.raw(field.path()))) {
            case RawAnswer.Understood(var value) -> normal(field, value);
            case RawAnswer.Misunderstood(var keyword) -> {
                misunderstood.put(field.path(), keyword);
                yield Value.nothing();
            }
        };
    }

    /** The ID card first, then the rule; a stepper starts at its least number. */
    private Value unanswered(Question question) {
        var field = question.field();
        var given = given(field);
        if (!given.isNothing()) {
            return given;
        }
        var rule = plan.parts().rules().defaults().get(field.path());
        if (rule != null) {
            return rule.evaluate(scope);
        }
        return question.kind() == Kind.COUNT ? new Value.Quantity(field.min()) : Value.nothing();
    }

    private Value given(Field field) {
        var attribute = plan.parts().prefill().get(field.path());
        var raw = attribute == null ? "" : context.identity().getOrDefault(attribute, "");
        return switch (RawAnswer.read(field, raw)) {
            case RawAnswer.Understood(var value) -> normal(field, value);
            case RawAnswer.Misunderstood _ -> Value.nothing();
        };
    }

    private Value normal(Field field, Value value) {
        var rule = plan.parts().rules().normalise().get(field.path());
        if (rule == null || value.isNothing()) {
            return value;
        }
        scope.set(field.path(), value);
        var normal = rule.evaluate(scope);
        return normal.isNothing() ? value : normal;
    }

    private Value computed(Rules.Computation computation) {
        return switch (computation) {
            case Rules.ByExpression(var expression) -> expression.evaluate(scope);
            case Rules.ByTable(var table) -> {
                var hits = table.hits(scope);
                yield hits.size() == 1
                        ? table.rows().get(hits.getFirst()).output()
                        : Value.nothing();
            }
        };
    }
}
