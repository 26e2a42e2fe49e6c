package de.buergerkiosk.journey;

import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.PageText;
import de.buergerkiosk.page.Screen;
import de.buergerkiosk.page.simulated.ScriptedCitizen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The citizen's screen, with a memory for tests of what was on it. */
final class WatchedScreen implements Screen {
    private final ScriptedCitizen citizen;
    private final List<Page> seen = new CopyOnWriteArrayList<>();
    private final Map<String, Consumer<Consumer<Answer>>> presses = new HashMap<>();
    private final AtomicInteger wipes = new AtomicInteger();

    WatchedScreen(ScriptedCitizen citizen) {
        this.citizen = citizen;
    }

    /** What happens while that page is shown and nothing is asked. */
    void whenShown(String page, Consumer<Consumer<Answer>> press) {
        presses.put(page, press);
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

    /** All pages of that name as German text. */
    List<String> texts(String name) {
        return texts(name, "de");
    }

    List<String> texts(String name, String language) {
        return seen.stream()
                .filter(page -> page.name().equals(name))
                .map(page -> PageText.of(page, language))
                .toList();
    }

    /** Everything that was on the screen, as the citizen read it; only drawn again counts once. */
    String everything() {
        var texts = new ArrayList<String>();
        for (var page : seen) {
            var text = PageText.of(page, language());
            if (texts.isEmpty() || !texts.getLast().equals(text)) {
                texts.add(text);
            }
        }
        return String.join("\n", texts);
    }

    /** The page with a code that was shown last. */
    Page.Scan scanned() {
        return seen.stream()
                .filter(Page.Scan.class::isInstance)
                .map(Page.Scan.class::cast)
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    String lastText() {
        return PageText.of(seen.getLast(), "de");
    }

    int wipes() {
        return wipes.get();
    }

    @Override
    public Answer ask(Page page) throws InterruptedException {
        seen.add(page);
        return citizen.ask(page);
    }

    @Override
    public void withdraw(Page page) {
        citizen.withdraw(page);
    }

    @Override
    public void show(Page page, Consumer<Answer> pressed) {
        seen.add(page);
        citizen.show(page, pressed);
        presses.getOrDefault(page.name(), _ -> {}).accept(pressed);
    }

    @Override
    public String language() {
        return citizen.language();
    }

    @Override
    public void wipe() {
        wipes.incrementAndGet();
        citizen.wipe();
    }
}
