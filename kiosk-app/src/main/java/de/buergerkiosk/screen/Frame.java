package de.buergerkiosk.screen;

import de.buergerkiosk.forms.Localized;
import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The whole screen at its design size: simulation banner, bar, one of the kept views, keyboard,
 * foot, and the idle warning above all. The one place that knows which view shows which page.
 */
final class Frame extends StackPane implements Wiped {
    private final HBox simulation = new HBox();
    private final Prose simulationWords = new Prose();
    private final Function<List<Page.Language>, Bar> bars;
    private Bar bar;
    private final StackPane stage = new StackPane();
    private final Foot foot;
    private final VBox column;
    private final Later<Keyboard> keyboard;
    private final Later<IdleWarning> warning;
    private final Later<WelcomeView> welcome;
    private final Later<ChoicesView> choices;
    private final Later<ReadingView> reading;
    private final Later<ConsentView> consent;
    private final Later<SecretEntryView> secret;
    private final Later<QuestionsView> questions;
    private final Later<CheckView> check;
    private final Later<WaitingView> waiting;
    private final Later<ScanView> scan;
    private final Later<NoticeView> notice;
    private final List<View<?>> views = new ArrayList<>();
    private Optional<View<?>> current = Optional.empty();
    private boolean warming;

    Frame(ScreenSettings settings, Words words, Consumer<Bar.UnaryLook> changeLook) {
        var profile = settings.profile();
        bars = tongues -> new Bar(tongues, profile, changeLook);
        bar = bars.apply(words.languages());
        foot = new Foot(profile.px(3));
        simulation.getStyleClass().add("simulation");
        HBox.setHgrow(simulationWords, Priority.ALWAYS);
        simulation.getChildren().addAll(new Icon("lamp", Icon.Size.MEDIUM), simulationWords);
        stage.setMinHeight(0);
        VBox.setVgrow(stage, Priority.ALWAYS);
        column = new VBox(simulation, bar, stage, foot);
        getChildren().add(column);
        keyboard = new Later<>(() -> placed(new Keyboard(profile)));
        warning = new Later<>(() -> above(new IdleWarning(profile)));
        var parts = new View.Parts(profile, keyboard, settings);
        welcome =
                new Later<>(() ->
                        placed(
                                new WelcomeView(
                                        parts, tag -> changeLook.accept(look -> look.in(tag)))));
        choices = new Later<>(() -> placed(new ChoicesView(parts)));
        reading = new Later<>(() -> placed(new ReadingView(parts)));
        consent = new Later<>(() -> placed(new ConsentView(parts)));
        secret = new Later<>(() -> placed(new SecretEntryView(parts)));
        questions = new Later<>(() -> placed(new QuestionsView(parts)));
        check = new Later<>(() -> placed(new CheckView(parts)));
        waiting = new Later<>(() -> placed(new WaitingView(parts)));
        scan = new Later<>(() -> placed(new ScanView(parts)));
        notice = new Later<>(() -> placed(new NoticeView(parts)));
        showNothing();
    }

    private <V extends View<?>> V placed(V view) {
        views.add(view);
        stage.getChildren().add(view.node());
        return view;
    }

    private Keyboard placed(Keyboard made) {
        column.getChildren().add(column.getChildren().indexOf(foot), made);
        made.listeners(this::keyboardMoved, foot::focusPrimary);
        return made;
    }

    private IdleWarning above(IdleWarning made) {
        getChildren().add(made);
        return made;
    }

    /** Offers these languages from now on; the page in sight is to be shown again. */
    void offer(List<Page.Language> tongues) {
        var made = bars.apply(tongues);
        made.setVisible(bar.isVisible());
        column.getChildren().set(column.getChildren().indexOf(bar), made);
        bar = made;
    }

    Keyboard keyboard() {
        return keyboard.get();
    }

    Optional<View<?>> current() {
        return current;
    }

    IdleWarning warning() {
        return warning.get();
    }

    /** A new page. */
    void open(Sight sight) {
        warmed();
        keyboard.ifMade().ifPresent(Keyboard::close);
        if (sight.showing().page() instanceof Page.SecretEntry page) {
            secret.get().begin(page.digits());
        }
        // Whoever had the focus on the page before must not keep it, nor a ring around it.
        requestFocus();
        refresh(sight);
        current.ifPresent(view -> {
            view.paged().toTop();
            view.entered();
        });
    }

    /** The same page again, in another language or look. */
    void refresh(Sight sight) {
        var view = fill(sight);
        for (var other : views) {
            other.node().setVisible(other == view);
        }
        current = Optional.of(view);
        bar.setVisible(true);
        bar.show(sight);
        keyboard.ifMade().ifPresent(made -> made.label(sight));
        var simulated = sight.in(simulation(sight.showing().page()));
        simulationWords.say(simulated.orElse(""));
        Shown.set(simulation, simulated.isPresent());
    }

    /** Fills the view of that page and the foot, and says which view it is. */
    private View<?> fill(Sight sight) {
        return switch (sight.showing().page()) {
            case Page.Welcome page -> filled(welcome.get(), page, sight);
            case Page.Choices page -> filled(choices.get(), page, sight);
            case Page.Reading page -> filled(reading.get(), page, sight);
            case Page.Consent page -> filled(consent.get(), page, sight);
            case Page.SecretEntry page -> {
                var view = secret.get();
                view.whenChanged(() -> showFoot(view, page, sight));
                yield filled(view, page, sight);
            }
            case Page.Questions page -> filled(questions.get(), page, sight);
            case Page.Check page -> filled(check.get(), page, sight);
            case Page.Waiting page -> filled(waiting.get(), page, sight);
            case Page.Scan page -> filled(scan.get(), page, sight);
            case Page.Notice page -> filled(notice.get(), page, sight);
        };
    }

    private <P extends Page> View<P> filled(View<P> view, P page, Sight sight) {
        view.fill(page, sight);
        showFoot(view, page, sight);
        return view;
    }

    /**
     * Makes, styles, lays out and draws everything that such a page needs, behind the page that is
     * shown. Does nothing where the page shown needs the same nodes.
     */
    void warm(Sight sight) {
        if (free(sight.showing().page())) {
            warming = true;
            if (sight.showing().page() instanceof Page.SecretEntry page) {
                secret.get().begin(page.digits());
            }
            var warmed = fill(sight);
            Shown.behind(foot, getWidth());
            if (sight.showing().page() instanceof Page.Questions page) {
                keyboard().label(sight);
                keyboard().warm(page.fields().getFirst(), getWidth());
            }
            warmed.node().toBack();
            warmed.node().setVisible(true);
        }
    }

    /** Behind a page without keyboard and foot all other kinds of pages can be warmed. */
    private boolean free(Page sample) {
        return current.isEmpty()
                || current.get() instanceof WelcomeView
                || (current.get() instanceof WaitingView
                        && !foot.isVisible()
                        && !(sample instanceof Page.Waiting));
    }

    /**
     * Draws what {@link #warm} prepared. JavaFX skips what an opaque page hides, so it is drawn
     * apart, at the scale of the window: the same glyphs are needed again.
     */
    void drawWarmed() {
        if (warming) {
            var parameters = new SnapshotParameters();
            parameters.setTransform(getTransforms().getFirst());
            Stream.concat(
                            Stream.of(stage.getChildren().getFirst(), foot),
                            keyboard.ifMade().stream())
                    .filter(Node::isVisible)
                    .forEach(node -> node.snapshot(parameters, null));
        }
    }

    /** Forgets what was shown for warming only; a page that comes in between calls it too. */
    void warmed() {
        if (warming) {
            warming = false;
            keyboard.ifMade().ifPresent(Keyboard::warmed);
            foot.setViewOrder(0);
            foot.wipe();
            Shown.set(foot, false);
            for (var view : views) {
                if (current.orElse(null) != view) {
                    view.wipe();
                    view.node().setVisible(false);
                }
            }
        }
    }

    private <P extends Page> void showFoot(View<P> view, P page, Sight sight) {
        var showing = sight.showing();
        foot.show(
                view.offer(page, sight),
                page.ways(),
                sight,
                () -> showing.answer(new Answer.Back(showing.entries())),
                () -> showing.answer(new Answer.Leave(Answer.Why.PRESSED)));
    }

    private static Optional<Localized> simulation(Page page) {
        return switch (page) {
            case Page.Consent consent -> consent.simulation();
            case Page.SecretEntry secret -> secret.simulation();
            case Page.Waiting waiting -> waiting.simulation();
            case Page.Welcome _,
                    Page.Choices _,
                    Page.Reading _,
                    Page.Questions _,
                    Page.Check _,
                    Page.Scan _,
                    Page.Notice _ ->
                    Optional.empty();
        };
    }

    /** Typed characters that no line took: the PIN pad has no line. */
    void typed(String character) {
        if (current.orElse(null) instanceof SecretEntryView secretEntry) {
            secretEntry.keyed(character);
        }
    }

    private void keyboardMoved() {
        layout();
        if (keyboard().target().orElse(null) instanceof Entry entry) {
            current.ifPresent(view -> view.paged().reveal(entry));
        }
    }

    /** Nothing at all is shown until the next page. */
    @Override
    public void wipe() {
        keyboard.ifMade().ifPresent(Wiped::wipe);
        warning.ifMade().ifPresent(Wiped::wipe);
        views.forEach(Wiped::wipe);
        foot.wipe();
        simulationWords.wipe();
        showNothing();
        requestFocus();
    }

    /** A frame without a page has nothing to press either: nobody would hear it. */
    private void showNothing() {
        views.forEach(view -> view.node().setVisible(false));
        Shown.set(foot, false);
        Shown.set(simulation, false);
        bar.setVisible(false);
        current = Optional.empty();
    }
}
