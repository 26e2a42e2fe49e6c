package de.buergerkiosk.forms;

import de.buergerkiosk.forms.PagePlan.Question;
import de.buergerkiosk.forms.PagePlan.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form of one service: pure functions from answers to what is shown, wrong, due and sent. */
public final class Form {
    private final ServiceDefinition definition;
    private final FormPlan plan;
    private final Fees fees;

    public Form(ServiceDefinition definition) {
        this.definition = definition;
        this.plan = definition.plan();
        this.fees = new Fees(plan.parts().fees());
    }

    /** The service whose form it is. */
    public ServiceDefinition definition() {
        return definition;
    }

    /** Everything that follows from these answers. */
    public FormView view(Answers answers, FormContext context) {
        return viewed(answers, context).view();
    }

    /** The view with the names of the fee rows, which only test cases ask for. */
    record Viewed(FormView view, List<String> feeRows) {}

    Viewed viewed(Answers answers, FormContext context) {
        var evaluation = new Evaluation(plan, answers, context);
        var values = values(evaluation);
        var data = evaluation.data();
        var outcome = fees.on(context.today(), evaluation.scope());
        var problems = new Problems(plan, evaluation, values).find(data, outcome);
        var pages =
                plan.parts().pages().stream()
                        .filter(evaluation::shows)
                        .map(page -> page(page, evaluation, values))
                        .toList();
        var summary = summary(evaluation, values);
        var view = new FormView(pages, problems, outcome.fee(), summary, data, values);
        return new Viewed(view, outcome.rows());
    }

    /**
     * The answers with those of one page put in, raw as they came from the screen.
     *
     * @throws IllegalArgumentException when the page is unknown or a path is not on it
     */
    public Answers put(Answers answers, String page, Map<String, String> rawByPath) {
        var known = new HashSet<String>();
        plan.page(page)
                .orElseThrow(() -> new IllegalArgumentException("no such page: " + page))
                .questions()
                .forEach(question -> known.add(question.field().path()));
        for (var path : rawByPath.keySet()) {
            if (!known.contains(path)) {
                throw new IllegalArgumentException("page " + page + " does not ask for " + path);
            }
        }
        return answers.with(rawByPath);
    }

    private Map<String, Localized> values(Evaluation evaluation) {
        var values = new LinkedHashMap<String, Localized>();
        for (var field : plan.parts().schema().fields().values()) {
            var value = evaluation.value(field.path());
            if (!value.isNothing()) {
                var options = plan.question(field.path()).map(Question::options).orElse(List.of());
                values.put(field.path(), Worded.value(value, options, definition.languages()));
            }
        }
        return values;
    }

    private static PageView page(
            PagePlan page, Evaluation evaluation, Map<String, Localized> values) {
        var controls =
                page.elements().stream()
                        .filter(evaluation::shows)
                        .map(element -> control(element, evaluation, values))
                        .toList();
        return new PageView(page.id(), page.title(), page.help(), controls);
    }

    private static ControlView control(
            PagePlan.Element element, Evaluation evaluation, Map<String, Localized> values) {
        return switch (element) {
            case Statement(var id, var text, _) ->
                    new ControlView(
                            id,
                            Kind.STATEMENT,
                            Filling.fill(text, values),
                            Optional.empty(),
                            false,
                            List.of(),
                            "",
                            Keypad.NONE,
                            0,
                            true,
                            0,
                            0,
                            Optional.empty());
            case Question question -> control(question, evaluation);
        };
    }

    private static ControlView control(Question question, Evaluation evaluation) {
        var field = question.field();
        var isWhole = field.type() == Field.Type.INTEGER;
        return new ControlView(
                field.path(),
                question.kind(),
                question.label(),
                question.hint(),
                evaluation.requires(field),
                question.options(),
                evaluation.raw(field),
                question.keypad(),
                lengthOf(field),
                field.personal(),
                isWhole ? field.min().longValueExact() : 0,
                isWhole ? field.max().longValueExact() : 0,
                question.icon());
    }

    private static int lengthOf(Field field) {
        return switch (field.kind()) {
            case TEXT -> field.maxLength();
            case NUMBER -> Math.max(digits(field.min()), digits(field.max())) + fraction(field);
            case DATE -> 10;
            case YES_NO, CHOICE, COUNT, STATEMENT -> 0;
        };
    }

    /** Room for a comma and the digits behind it. */
    private static int fraction(Field field) {
        return field.type() == Field.Type.DECIMAL ? 10 : 0;
    }

    private static int digits(java.math.BigDecimal bound) {
        return bound.toPlainString().length();
    }

    /** First what the card and the rules say, then the answers; what counts nought is left out. */
    private List<SummaryRow> summary(Evaluation evaluation, Map<String, Localized> values) {
        var rows = new ArrayList<SummaryRow>();
        for (var row : plan.parts().summary()) {
            add(rows, row.field(), Optional.empty(), row.label(), values);
        }
        for (var page : plan.parts().pages()) {
            page.questions()
                    .filter(question -> evaluation.asks(question.field().path()))
                    .filter(question -> !isNoughtOf(question, evaluation))
                    .forEach(question ->
                            add(
                                    rows,
                                    question.field(),
                                    Optional.of(page.id()),
                                    question.label(),
                                    values));
        }
        return rows;
    }

    private static boolean isNoughtOf(Question question, Evaluation evaluation) {
        return question.kind() == Kind.COUNT && evaluation.raw(question.field()).equals("0");
    }

    private static void add(
            List<SummaryRow> rows,
            Field field,
            Optional<String> page,
            Localized label,
            Map<String, Localized> values) {
        var value = values.get(field.path());
        if (value != null) {
            rows.add(new SummaryRow(page, field.path(), label, value, field.personal()));
        }
    }
}
