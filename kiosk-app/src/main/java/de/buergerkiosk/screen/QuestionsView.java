package de.buergerkiosk.screen;

import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Field;
import de.buergerkiosk.page.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** One group of questions; what is wrong stands on top and at its field, in the same words. */
final class QuestionsView extends View<Page.Questions> {
    /** In the largest letters too. */
    private static final int READ_BESIDE_KEYBOARD_MAX = 1;

    private final Prose counter = new Prose("muted");
    private final Prose help = new Prose();
    private final VBox summary = new VBox();
    private final Prose summaryTitle = new Prose();
    private final VBox summaryLines = new VBox();
    private final Kept<Press> summaryPresses;
    private final VBox fields = new VBox();
    private final Kept<EntryField> lines;
    private final Kept<EntryField> dates;
    private final Kept<ChoiceField> choices;
    private final Kept<YesNoField> yesNos;
    private final Kept<CountField> counts;
    private final Kept<FixedField> fixed;
    private final Map<String, FieldNode<?>> byPath = new LinkedHashMap<>();
    private boolean wrong;

    QuestionsView(Parts parts) {
        super(parts);
        summary.getStyleClass().add("trouble");
        summaryLines.setSpacing(parts.px(3));
        summaryPresses =
                new Kept<>(
                        summaryLines.getChildren(),
                        () -> {
                            var press = new Press("problem-link");
                            press.getChildren()
                                    .addAll(new Icon("warning", Icon.Size.MEDIUM), press.prose());
                            return press;
                        });
        summary.getChildren().addAll(summaryTitle, summaryLines);
        var into = fields.getChildren();
        lines = new Kept<>(into, () -> EntryField.line(parts));
        dates = new Kept<>(into, () -> EntryField.date(parts));
        choices = new Kept<>(into, () -> new ChoiceField(parts));
        yesNos = new Kept<>(into, () -> new YesNoField(parts));
        counts = new Kept<>(into, () -> new CountField(parts));
        fixed = new Kept<>(into, FixedField::new);
        content().getChildren().setAll(counter, title(), help, summary, fields);
    }

    @Override
    void fillPage(Page.Questions page, Sight sight) {
        counter.sayOrHide(sight.in(page.counter()));
        help.sayOrHide(sight.in(page.help()));
        fillFields(page, sight);
        wrong = !page.problems().isEmpty();
        Shown.set(summary, wrong);
        summaryTitle.say(wrong ? sight.say("screen.problems") : "");
        var presses = summaryPresses.take(page.problems().size());
        for (int i = 0; i < presses.size(); i++) {
            var problem = page.problems().get(i);
            var press = presses.get(i);
            press.setId("problem-" + problem.path());
            press.say(sight.in(problem.message()));
            press.does(() -> go(problem.path()));
        }
    }

    private void fillFields(Page.Questions page, Sight sight) {
        boolean onlyCounts = page.fields().stream().allMatch(f -> f instanceof Field.Count);
        fields.setSpacing(parts().px(onlyCounts ? 3 : 7));
        var lineNodes = lines.take(count(page, Field.Line.class)).iterator();
        var dateNodes = dates.take(count(page, Field.Date.class)).iterator();
        var choiceNodes = choices.take(count(page, Field.Choice.class)).iterator();
        var yesNoNodes = yesNos.take(count(page, Field.YesNo.class)).iterator();
        var countNodes = counts.take(count(page, Field.Count.class)).iterator();
        var fixedNodes = fixed.take(count(page, Field.Fixed.class)).iterator();
        byPath.clear();
        for (var field : page.fields()) {
            var problem = problem(page, field, sight);
            byPath.put(
                    field.path(),
                    switch (field) {
                        case Field.Line f -> filled(lineNodes.next(), f, problem, sight);
                        case Field.Date f -> filled(dateNodes.next(), f, problem, sight);
                        case Field.Choice f -> filled(choiceNodes.next(), f, problem, sight);
                        case Field.YesNo f -> filled(yesNoNodes.next(), f, problem, sight);
                        case Field.Count f -> filled(countNodes.next(), f, problem, sight);
                        case Field.Fixed f -> filled(fixedNodes.next(), f, problem, sight);
                    });
        }
        order();
    }

    /** Puts the kept nodes into the order of the questions, without touching those in place. */
    private void order() {
        var wanted = new ArrayList<Node>(byPath.values());
        for (var node : fields.getChildren()) {
            if (!node.isManaged()) {
                wanted.add(node);
            }
        }
        if (!wanted.equals(fields.getChildren())) {
            fields.getChildren().setAll(wanted);
        }
    }

    private static <F extends Field, N extends FieldNode<? super F>> N filled(
            N node, F field, Optional<String> problem, Sight sight) {
        node.fill(field, problem, sight);
        return node;
    }

    private static int count(Page.Questions page, Class<? extends Field> kind) {
        return (int) page.fields().stream().filter(kind::isInstance).count();
    }

    private static Optional<String> problem(Page.Questions page, Field field, Sight sight) {
        return page.problems().stream()
                .filter(p -> p.path().equals(field.path()))
                .findFirst()
                .map(p -> sight.in(p.message()));
    }

    private void go(String path) {
        var node = byPath.get(path);
        if (node != null) {
            paged().reveal(node);
            node.enter();
        }
    }

    /**
     * Typing starts at once where the first question is a line, unless there is trouble to read, or
     * more above it than the keyboard leaves in sight.
     */
    @Override
    void entered() {
        if (wrong) {
            summaryLines.getChildren().getFirst().requestFocus();
            return;
        }
        long toRead = byPath.values().stream().takeWhile(FixedField.class::isInstance).count();
        if (toRead <= READ_BESIDE_KEYBOARD_MAX) {
            byPath.values().stream()
                    .skip(toRead)
                    .findFirst()
                    .filter(EntryField.class::isInstance)
                    .ifPresent(FieldNode::enter);
        }
    }

    @Override
    Foot.Offer offer(Page.Questions page, Sight sight) {
        return new Foot.Offer(
                sight.in(page.price()),
                List.of(
                        Foot.Act.primary(
                                "onward",
                                sight.in(page.onward()),
                                () ->
                                        sight.showing()
                                                .answer(
                                                        new Answer.Filled(
                                                                sight.showing().entries())))));
    }

    @Override
    void wipePage() {
        List.<Wiped>of(
                        counter,
                        help,
                        summaryTitle,
                        summaryPresses,
                        lines,
                        dates,
                        choices,
                        yesNos,
                        counts,
                        fixed)
                .forEach(Wiped::wipe);
        byPath.clear();
    }
}
