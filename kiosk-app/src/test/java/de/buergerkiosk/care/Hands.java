package de.buergerkiosk.care;

import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.PageText;
import de.buergerkiosk.page.Screen;
import de.buergerkiosk.ports.Personal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Somebody of the staff before the screen: what is pressed on which page, in the order of pages. */
final class Hands implements Screen {
    private final Map<String, Deque<Function<Page, Answer>>> answers = new HashMap<>();
    private final Map<String, Deque<Consumer<Consumer<Answer>>>> shown = new HashMap<>();
    final List<Page> seen = new ArrayList<>();
    String language = "de";
    int wipes;

    /** The next time that page asks. A page that nobody expects is left, by its way back if it has one. */
    Hands on(String page, Answer answer) {
        return on(page, _ -> answer);
    }

    Hands on(String page, Function<Page, Answer> answer) {
        answers.computeIfAbsent(page, _ -> new ArrayDeque<>()).add(answer);
        return this;
    }

    Hands press(String page, String button) {
        return on(page, new Answer.Chosen(button));
    }

    Hands digits(String page, String digits) {
        return on(page, _ -> new Answer.Secret(Personal.of(digits.toCharArray())));
    }

    /** Code and PIN, and then the tasks one after the other. */
    Hands comeIn(String code, String pin, String... tasks) {
        digits("staff-code", code).digits("staff-pin", pin);
        for (var task : tasks) {
            press("staff-menu", task);
        }
        return this;
    }

    /** What a hand does at a device while that page waits; it may also press the page's button. */
    Hands whenShown(String page, Consumer<Consumer<Answer>> act) {
        shown.computeIfAbsent(page, _ -> new ArrayDeque<>()).add(act);
        return this;
    }

    @Override
    public Answer ask(Page page) {
        seen.add(page);
        var next = answers.getOrDefault(page.name(), new ArrayDeque<>()).poll();
        return next == null ? back(page) : next.apply(page);
    }

    private static Answer back(Page page) {
        return page.ways().back()
                ? new Answer.Back(Personal.of(Map.of()))
                : new Answer.Leave(Answer.Why.PRESSED);
    }

    @Override
    public void show(Page page, Consumer<Answer> pressed) {
        seen.add(page);
        var next = shown.getOrDefault(page.name(), new ArrayDeque<>()).poll();
        if (next != null) {
            next.accept(pressed);
        }
    }

    /** Names of all pages in order, each run of equal ones once. */
    List<String> names() {
        var names = new ArrayList<String>();
        for (var page : seen) {
            if (names.isEmpty() || !names.getLast().equals(page.name())) {
                names.add(page.name());
            }
        }
        return names;
    }

    /** The newest page of that name. */
    String text(String name) {
        return seen.reversed().stream()
                .filter(page -> page.name().equals(name))
                .findFirst()
                .map(page -> PageText.of(page, language))
                .orElse("");
    }

    String everything() {
        return String.join("\n", seen.stream().map(page -> PageText.of(page, language)).toList());
    }

    @Override
    public void withdraw(Page page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String language() {
        return language;
    }

    @Override
    public void wipe() {
        wipes++;
    }
}
