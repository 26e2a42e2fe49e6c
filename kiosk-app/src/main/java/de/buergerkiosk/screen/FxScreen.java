package de.buergerkiosk.screen;

import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Idle;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Screen;
import de.buergerkiosk.page.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/**
 * Shows pages in a JavaFX window. A visit asks on its own virtual thread and waits for the answer
 * in a queue of its own; the JavaFX thread never waits for anybody.
 */
public final class FxScreen implements Screen, AutoCloseable {
    /** Whoever reads large letters reads slowly (citizen-facing timing: 300 s). */
    private static final Duration SLOW_PATIENCE = Duration.ofMinutes(5);

    private final InstantSource clock;
    private final Stylesheet stylesheet;
    private final Frame frame;
    private final Scene scene;
    private final Rendering rendering;
    private final Stage stage;
    private Words words;
    private Idle idle;
    private Look standard;
    private volatile Look look;
    private volatile Optional<Question> open = Optional.empty();
    private volatile Optional<Page> withdrawn = Optional.empty();
    private boolean appeared;
    private Showing showing = new Showing(Prewarm.nothing(), _ -> {});
    private Instant lastTouch;
    private boolean warned;
    private long seconds;

    /** On the JavaFX thread. */
    private FxScreen(
            Words words,
            Idle idle,
            InstantSource clock,
            ScreenSettings settings,
            Stylesheet stylesheet) {
        this.words = words;
        this.idle = idle;
        this.clock = clock;
        lastTouch = clock.instant();
        this.stylesheet = stylesheet;
        standard = Look.standard(words.languages().getFirst().tag());
        look = standard;
        frame = new Frame(settings, words, this::changeLook);
        scene =
                new Scene(
                        new Viewport(frame, settings.profile()),
                        settings.widthPx(),
                        settings.heightPx());
        paint();
        scene.addEventFilter(InputEvent.ANY, this::touched);
        scene.addEventHandler(KeyEvent.KEY_TYPED, e -> frame.typed(e.getCharacter()));
        scene.focusOwnerProperty().addListener((_, _, node) -> focused(node));
        rendering = new Rendering(scene, clock);
        stage = KioskWindow.around(scene, settings);
    }

    /**
     * Starts JavaFX if need be and makes the window, which appears with the first page. The first
     * of the words' languages is the one that every visit begins with.
     *
     * @throws IllegalStateException if there is no display to open it on
     */
    public static FxScreen open(
            Words words, Idle idle, InstantSource clock, ScreenSettings settings) {
        var stylesheet = new Stylesheet(settings.profile());
        stylesheet.address(TextSize.NORMAL);
        Toolkit.start();
        // Faces are needed when the first page is styled, not when its nodes are made.
        return Toolkit.call(
                () -> new FxScreen(words, idle, clock, settings, stylesheet), Fonts::load);
    }

    /**
     * Starts JavaFX, which takes most of a cold start, while somebody else reads the settings. What
     * goes wrong here is thrown by {@link #open}, to somebody who can act.
     */
    public static void startEarly() {
        try {
            Toolkit.start();
        } catch (RuntimeException _) {
            // Toolkit remembers it.
        }
    }

    /**
     * From now on in these words and languages, and with this patience; whoever looks at the page in
     * sight sees it again as every visit begins.
     */
    public void speak(Words now, Idle patience) {
        Toolkit.run(() -> {
            words = now;
            idle = patience;
            standard = Look.standard(now.languages().getFirst().tag());
            look = standard;
            frame.offer(now.languages());
            paint();
            refreshCurrent();
        });
    }

    /**
     * Waits until a page shown so far is on the screen.
     *
     * @throws IllegalStateException if nothing is rendered within the limit
     */
    public void awaitFirstFrame(Duration limit) throws InterruptedException {
        rendering.await(0, limit);
    }

    @Override
    public Answer ask(Page page) throws InterruptedException {
        var answers = new ArrayBlockingQueue<Answer>(1);
        open = Optional.of(new Question(page, answers));
        if (isWithdrawn(page)) {
            return new Answer.Withdrawn();
        }
        var asked = new Showing(page, answers::offer);
        present(asked);
        try {
            // A person may take their time; Idle ends the wait on every page that can be left.
            return answers.take();
        } finally {
            open = Optional.empty();
            Platform.runLater(asked::wipe);
        }
    }

    /** A page that is asked, and where its answer goes. */
    private record Question(Page page, BlockingQueue<Answer> answers) {}

    @Override
    public void withdraw(Page page) {
        // in this order: a question that is asked meanwhile sees one of the two
        withdrawn = Optional.of(page);
        open.filter(question -> isWithdrawn(question.page()))
                .ifPresent(question -> question.answers().offer(new Answer.Withdrawn()));
    }

    /** The very page: an equal one is another question. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isWithdrawn(Page page) {
        return withdrawn.isPresent() && withdrawn.get() == page;
    }

    @Override
    public void show(Page page, Consumer<Answer> pressed) {
        present(new Showing(page, pressed));
    }

    @Override
    public String language() {
        return look.language();
    }

    @Override
    public void wipe() {
        withdrawn = Optional.empty();
        Toolkit.run(() -> {
            showing.wipe();
            showing = new Showing(Prewarm.nothing(), _ -> {});
            warned = false;
            frame.wipe();
            if (!look.equals(standard)) {
                look = standard;
                paint();
            }
        });
    }

    /** To be called once a second: asks whether somebody is still there, and shows activity. */
    public void tick() {
        Platform.runLater(this::onTick);
    }

    /**
     * Makes, styles, lays out and draws every kind of page once, behind a page that has nothing to
     * press but itself and in small steps, so that its first visit is as quick as the next. What
     * ran twice is soon machine code: call it behind the starting page and again behind the welcome
     * page. Returns when done; a citizen who begins meanwhile is not disturbed.
     */
    public void prewarm() throws InterruptedException {
        Toolkit.run(this::appear);
        for (var sample : Prewarm.pages()) {
            Toolkit.run(() -> frame.warm(sight(new Showing(sample, _ -> {}))));
            rendering.awaitPulses(1);
            Toolkit.run(frame::drawWarmed);
            rendering.awaitPulses(1);
            Toolkit.run(frame::warmed);
        }
    }

    /** Moves a plain window's upper left corner there. */
    public void moveTo(int leftPx, int topPx) {
        Toolkit.run(() -> {
            stage.setX(leftPx);
            stage.setY(topPx);
        });
    }

    /** Calls that, on the JavaFX thread, when a person closes the plain window. */
    public void onClosed(Runnable closed) {
        Toolkit.run(
                () -> stage.addEventHandler(WindowEvent.WINDOW_CLOSE_REQUEST, _ -> closed.run()));
    }

    /** Closes the window; JavaFX itself goes on. */
    @Override
    public void close() {
        Toolkit.run(stage::hide);
    }

    Frame frame() {
        return frame;
    }

    Scene scene() {
        return scene;
    }

    Rendering rendering() {
        return rendering;
    }

    InstantSource clock() {
        return clock;
    }

    /** Name of the page in front of the citizen; on the JavaFX thread. */
    Page page() {
        return showing.page();
    }

    private Sight sight(Showing shown) {
        return new Sight(shown, look, words);
    }

    private void present(Showing next) {
        var asked = clock.instant();
        Platform.runLater(() -> present(next, asked));
    }

    private void present(Showing next, Instant asked) {
        showing.wipe();
        showing = next;
        lastTouch = clock.instant();
        calm();
        frame.open(sight(next));
        appear();
        rendering.changed(asked);
    }

    /** Once only: a window that a person has closed stays closed. */
    private void appear() {
        if (!appeared) {
            appeared = true;
            stage.show();
        }
    }

    private void changeLook(Bar.UnaryLook change) {
        var wanted = change.apply(look);
        if (!wanted.equals(look)) {
            look = wanted;
            paint();
            refreshCurrent();
        }
    }

    private void refreshCurrent() {
        if (frame.current().isPresent()) {
            frame.refresh(sight(showing));
        }
    }

    /** Puts the style sheet of the text size and the class of the contrast onto the scene. */
    private void paint() {
        var address = stylesheet.address(look.size());
        if (!address.equals(scene.getUserAgentStylesheet())) {
            scene.setUserAgentStylesheet(address);
        }
        var root = scene.getRoot();
        for (var size : TextSize.values()) {
            Shown.style(root, "size-" + size.number(), size == look.size());
        }
        for (var contrast : Contrast.values()) {
            Shown.style(root, "contrast-" + contrast.number(), contrast == look.contrast());
        }
    }

    private void touched(InputEvent event) {
        if (event.getEventType() == MouseEvent.MOUSE_PRESSED
                || event.getEventType() == KeyEvent.KEY_PRESSED) {
            lastTouch = clock.instant();
        }
    }

    private void focused(Node node) {
        if (node != null) {
            frame.current()
                    .map(View::paged)
                    .filter(paged -> paged.holds(node))
                    .ifPresent(paged -> paged.reveal(node));
        }
    }

    private void onTick() {
        seconds++;
        frame.current().ifPresent(view -> view.beat(seconds));
        if (frame.current().isEmpty() || showing.answered()) {
            return;
        }
        var verdict = patience().at(clock.instant(), lastTouch, showing.page().ways().patience());
        switch (verdict) {
            case Idle.Verdict.Calm() -> hideWarning();
            case Idle.Verdict.Warn(int secondsLeft) -> {
                warned = true;
                frame.warning()
                        .show(
                                secondsLeft,
                                sight(showing),
                                this::calm,
                                () -> leave(Answer.Why.PRESSED));
            }
            case Idle.Verdict.Gone() -> leave(Answer.Why.WALKED_AWAY);
        }
    }

    private Idle patience() {
        return look.size() == TextSize.LARGEST
                ? new Idle(
                        longer(idle.anonymous()),
                        longer(idle.personal()),
                        idle.warning(),
                        idle.ending())
                : idle;
    }

    private static Duration longer(Duration usual) {
        return usual.compareTo(SLOW_PATIENCE) < 0 ? SLOW_PATIENCE : usual;
    }

    private void leave(Answer.Why why) {
        calm();
        showing.answer(new Answer.Leave(why));
    }

    private void calm() {
        lastTouch = clock.instant();
        hideWarning();
    }

    private void hideWarning() {
        if (warned) {
            warned = false;
            frame.warning().hide();
        }
    }
}
