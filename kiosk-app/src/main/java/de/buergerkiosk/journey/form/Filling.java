package de.buergerkiosk.journey.form;

import de.buergerkiosk.forms.Form;
import de.buergerkiosk.forms.FormContext;
import de.buergerkiosk.forms.FormView;
import de.buergerkiosk.forms.Kind;
import de.buergerkiosk.forms.PageView;
import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.journey.Memory;
import de.buergerkiosk.journey.Turn;
import de.buergerkiosk.journey.Visit;
import de.buergerkiosk.page.Answer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** One group of questions per page, then the check page; onward only without problems. */
public final class Filling {
    private final Counter counter;
    private final Supplier<LocalDate> today;
    private final FormPages pages;

    public Filling(Counter counter, Supplier<LocalDate> today) {
        this.counter = counter;
        this.today = today;
        this.pages = new FormPages(counter.words());
    }

    public Turn fill(Visit.Identified visit, Memory memory) throws InterruptedException {
        var walk = new Walk(visit, memory);
        while (true) {
            var turn = walk.place().isPresent() ? walk.askQuestions() : walk.askCheck();
            if (turn.isPresent()) {
                return turn.get();
            }
        }
    }

    /** One citizen's way through the pages of the form. */
    private final class Walk {
        private final Visit.Identified visit;
        private final Memory memory;
        private final Form form;
        private final FormContext context;
        private final Set<String> tried = new HashSet<>();

        /** The page of questions, or empty on the check page. */
        private Optional<String> place;

        /** Set while the citizen changes one page from the check page. */
        private boolean changing;

        Walk(Visit.Identified visit, Memory memory) {
            this.visit = visit;
            this.memory = memory;
            this.form = new Form(visit.chosen().service());
            this.context = new FormContext(today.get(), IdentityValues.of(visit.identity()));
            this.place = view().pages().stream().findFirst().map(PageView::id);
        }

        Optional<String> place() {
            return place;
        }

        private String service() {
            return visit.chosen().service().id();
        }

        private FormView view() {
            return form.view(memory.answers(service()), context);
        }

        /** Statements come back from the screen like every field, but are no answers. */
        private void put(PageView page, Map<String, String> values) {
            var typed = new HashMap<String, String>();
            for (var control : page.controls()) {
                if (control.kind() != Kind.STATEMENT && values.containsKey(control.path())) {
                    typed.put(control.path(), values.getOrDefault(control.path(), ""));
                }
            }
            memory.remember(service(), form.put(memory.answers(service()), page.id(), typed));
        }

        Optional<Turn> askQuestions() throws InterruptedException {
            var view = view();
            var id = place.orElseThrow();
            var current = view.page(id);
            if (current.isEmpty()) {
                // An earlier answer made this page disappear.
                place = view.pages().stream().findFirst().map(PageView::id);
                return Optional.empty();
            }
            var page = pages.questions(view, current.get(), tried.contains(id));
            return switch (counter.ask(page)) {
                case Answer.Filled(var values) -> {
                    put(current.get(), values.reveal());
                    tried.add(id);
                    onward(id);
                    yield Optional.empty();
                }
                case Answer.Back(var draft) -> {
                    put(current.get(), draft.reveal());
                    yield back(id);
                }
                case Answer.Leave(var why) -> Optional.of(Counter.leave(why));
                case Answer other -> throw Counter.unexpected(page, other);
            };
        }

        private void onward(String from) {
            var view = view();
            if (!view.problemsOf(from).isEmpty()) {
                return;
            }
            if (changing) {
                changing = false;
                place = Optional.empty();
                return;
            }
            place =
                    view.pages().stream()
                            .map(PageView::id)
                            .dropWhile(id -> !id.equals(from))
                            .skip(1)
                            .findFirst();
        }

        private Optional<Turn> back(String from) {
            if (changing) {
                changing = false;
                place = Optional.empty();
                return Optional.empty();
            }
            var before =
                    view().pages().stream()
                            .map(PageView::id)
                            .takeWhile(id -> !id.equals(from))
                            .reduce((_, later) -> later);
            if (before.isEmpty()) {
                return Optional.of(new Turn.Back());
            }
            place = before;
            return Optional.empty();
        }

        Optional<Turn> askCheck() throws InterruptedException {
            var view = view();
            if (!view.problems().isEmpty()) {
                // A change elsewhere made a page wrong: it has to be mended first.
                var page = view.problems().getFirst().page();
                tried.add(page);
                place = Optional.of(page);
                return Optional.empty();
            }
            var page = pages.check(visit.chosen().service(), view);
            return switch (counter.ask(page)) {
                case Answer.Onward _ ->
                        Optional.of(
                                new Turn.Onward(
                                        new Visit.Filled(
                                                visit, view, counter.screen().language())));
                case Answer.Change(var target) -> {
                    changing = true;
                    place = Optional.of(target);
                    yield Optional.empty();
                }
                case Answer.Back _ -> {
                    place = view.pages().stream().map(PageView::id).reduce((_, later) -> later);
                    yield place.isEmpty() ? Optional.of(new Turn.Back()) : Optional.empty();
                }
                case Answer.Leave(var why) -> Optional.of(Counter.leave(why));
                case Answer other -> throw Counter.unexpected(page, other);
            };
        }
    }
}
