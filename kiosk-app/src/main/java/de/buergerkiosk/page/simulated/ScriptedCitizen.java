package de.buergerkiosk.page.simulated;

import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Field;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Screen;
import de.buergerkiosk.ports.Personal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Answers every page as a citizen would who wants one service and knows what to enter. Pages can be
 * given other answers by name.
 */
public final class ScriptedCitizen implements Screen {
    private final Errand errand;

    /** How long the citizen thinks at most before it is clear that something is wrong. */
    private static final int SECONDS_MAX = 20;

    private final Map<String, Reaction> byPage = new HashMap<>();
    private final BlockingQueue<Page> withdrawn = new LinkedBlockingQueue<>();
    private final List<Page> asked = new CopyOnWriteArrayList<>();
    private final List<Page> shown = new CopyOnWriteArrayList<>();

    /**
     * What the citizen came for.
     *
     * @param service id of the tile
     * @param values what to enter by field path; fields not named keep their value
     */
    public record Errand(String service, Map<String, String> values, String pin, String language) {
        public Errand {
            values = Map.copyOf(values);
        }

        @Override
        public String toString() {
            return "Errand[" + service + "]";
        }
    }

    /** What the citizen does on a page. */
    @FunctionalInterface
    public interface Reaction {
        Answer to(Page page) throws InterruptedException;
    }

    public ScriptedCitizen(Errand errand) {
        this.errand = errand;
    }

    /** Answers pages of that name otherwise. */
    public ScriptedCitizen on(String page, Reaction reaction) {
        byPage.put(page, reaction);
        return this;
    }

    /**
     * A citizen who thinks about that page until the kiosk takes the question back.
     *
     * @throws IllegalStateException if the kiosk does not
     */
    public Answer hesitate(Page page) throws InterruptedException {
        var gone = withdrawn.poll(SECONDS_MAX, TimeUnit.SECONDS);
        if (!page.equals(gone)) {
            throw new IllegalStateException(page.name() + " was not withdrawn");
        }
        return new Answer.Withdrawn();
    }

    @Override
    public void withdraw(Page page) {
        withdrawn.add(page);
    }

    /** Pages that asked something, in order. */
    public List<Page> asked() {
        return List.copyOf(asked);
    }

    /** Pages that were only shown, in order. */
    public List<Page> shown() {
        return List.copyOf(shown);
    }

    @Override
    public Answer ask(Page page) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        asked.add(page);
        var scripted = byPage.get(page.name());
        return scripted != null ? scripted.to(page) : usual(page);
    }

    /** The answer that leads on. */
    public Answer usual(Page page) {
        return switch (page) {
            case Page.Welcome _, Page.Reading _, Page.Check _ -> new Answer.Onward();
            case Page.Choices choices -> new Answer.Chosen(tile(choices));
            case Page.Consent _ -> new Answer.Agreed(Set.of());
            case Page.SecretEntry _ -> new Answer.Secret(Personal.of(errand.pin().toCharArray()));
            case Page.Questions questions ->
                    new Answer.Filled(Personal.of(entries(questions.fields())));
            case Page.Waiting _, Page.Scan _ ->
                    throw new IllegalArgumentException("nothing is asked there");
            case Page.Notice notice -> new Answer.Chosen(primary(notice));
        };
    }

    /** The service, or what stands first: the usual way. */
    private String tile(Page.Choices choices) {
        var ids = choices.tiles().stream().map(Page.Tile::id).toList();
        return ids.contains(errand.service()) ? errand.service() : ids.getFirst();
    }

    private Map<String, String> entries(List<Field> fields) {
        var entries = new HashMap<String, String>();
        for (var field : fields) {
            if (!(field instanceof Field.Fixed)) {
                entries.put(
                        field.path(), errand.values().getOrDefault(field.path(), field.value()));
            }
        }
        return entries;
    }

    private static String primary(Page.Notice notice) {
        return notice.buttons().stream()
                .filter(Page.Button::primary)
                .findFirst()
                .orElseGet(() -> notice.buttons().getLast())
                .id();
    }

    @Override
    public void show(Page page, Consumer<Answer> pressed) {
        shown.add(page);
    }

    @Override
    public String language() {
        return errand.language();
    }

    @Override
    public void wipe() {
        asked.clear();
        shown.clear();
    }
}
