package de.buergerkiosk.screen;

import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Field;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.ports.Personal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The page in front of the citizen with what was entered on it so far, and where its one answer
 * goes. Lives on the JavaFX thread only; a change of language or size shows it again.
 */
final class Showing implements Wiped {
    private final Page page;
    private final Consumer<Answer> sink;
    private final Map<String, String> draft = new LinkedHashMap<>();
    private final Set<String> ticked = new TreeSet<>();
    private boolean answered;

    Showing(Page page, Consumer<Answer> sink) {
        this.page = page;
        this.sink = sink;
        if (page instanceof Page.Questions questions) {
            questions.fields().forEach(field -> draft.put(field.path(), field.value()));
        }
    }

    Page page() {
        return page;
    }

    boolean answered() {
        return answered;
    }

    String value(Field field) {
        return draft.getOrDefault(field.path(), "");
    }

    void enter(Field field, String value) {
        draft.put(field.path(), value);
    }

    boolean isTicked(String option) {
        return ticked.contains(option);
    }

    void tick(String option, boolean on) {
        if (on) {
            ticked.add(option);
        } else {
            ticked.remove(option);
        }
    }

    Set<String> ticked() {
        return Set.copyOf(ticked);
    }

    Personal<Map<String, String>> entries() {
        return Personal.of(Map.copyOf(draft));
    }

    /** The first answer counts; a second press on the same page is nobody's wish. */
    void answer(Answer answer) {
        if (!answered) {
            answered = true;
            sink.accept(answer);
        }
    }

    @Override
    public void wipe() {
        answered = true;
        draft.clear();
        ticked.clear();
    }
}
