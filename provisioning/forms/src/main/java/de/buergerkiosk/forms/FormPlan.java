package de.buergerkiosk.forms;

import de.buergerkiosk.forms.PagePlan.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the form of a service works: schema, pages, rules and fees, ready to be evaluated. */
public final class FormPlan {
    private final Parts parts;
    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final List<Step> order;

    /**
     * What a folder holds beside {@code service.json} and the templates.
     *
     * @param prefill path of a field to attribute of the identity
     * @param wordings own words of the service for what the engine finds, by text key
     */
    record Parts(
            DataSchema schema,
            List<PagePlan> pages,
            List<SummaryField> summary,
            Map<String, String> prefill,
            Rules rules,
            List<FeeTable> fees,
            Map<String, Localized> wordings,
            List<TestCase> cases) {}

    /** A row of the summary that no question gives: from the ID card, or worked out. */
    record SummaryField(Field field, Localized label) {}

    /** One step of the evaluation; a step stands behind everything it depends on. */
    sealed interface Step {}

    record ShowPage(PagePlan page) implements Step {}

    record FillField(Field field) implements Step {}

    FormPlan(Parts parts, List<Step> order) {
        this.parts = parts;
        this.order = List.copyOf(order);
        parts.pages()
                .forEach(page ->
                        page.questions()
                                .forEach(question ->
                                        questions.put(question.field().path(), question)));
    }

    Parts parts() {
        return parts;
    }

    List<Step> order() {
        return order;
    }

    Optional<Question> question(String path) {
        return Optional.ofNullable(questions.get(path));
    }

    Optional<PagePlan> page(String id) {
        return parts.pages().stream().filter(page -> page.id().equals(id)).findFirst();
    }
}
