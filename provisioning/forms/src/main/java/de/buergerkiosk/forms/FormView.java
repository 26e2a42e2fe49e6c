package de.buergerkiosk.forms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * The whole form as it stands with these answers.
 *
 * @param pages the visible ones, in order
 * @param problems all of them, in page order; those of unanswered pages included
 * @param summary what to show on the page of answers to check
 * @param data answers, identity and computed values, hidden ones removed; valid by the service's
 *     schema when there are no problems
 * @param values every value of {@code data} by path, worded for people in each language: fills the
 *     placeholders of paper and document
 */
public record FormView(
        List<PageView> pages,
        List<Problem> problems,
        Fee fee,
        List<SummaryRow> summary,
        ObjectNode data,
        Map<String, Localized> values) {
    public FormView {
        pages = List.copyOf(pages);
        problems = List.copyOf(problems);
        summary = List.copyOf(summary);
        data = data.deepCopy();
        values = Map.copyOf(values);
    }

    /** A copy: nobody can change a view. */
    @Override
    public ObjectNode data() {
        return data.deepCopy();
    }

    /** The visible page of that name. */
    public Optional<PageView> page(String id) {
        return pages.stream().filter(page -> page.id().equals(id)).findFirst();
    }

    /** What has to be mended on that page. */
    public List<Problem> problemsOf(String page) {
        return problems.stream().filter(problem -> problem.page().equals(page)).toList();
    }

    @Override
    public String toString() {
        return "FormView[personal]";
    }
}
