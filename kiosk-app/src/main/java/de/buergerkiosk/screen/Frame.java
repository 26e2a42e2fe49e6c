package de.buergerkiosk.screen;

import de.buergerkiosk.forms.Localized;
import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
    private final Bar bar;
    private final StackPane stage = new StackPane();
    private final Keyboard keyboard;
    private final Foot foot;
    private final IdleWarning warning;
    private final WelcomeView welcome;
    private final ChoicesView choices;
    private final ReadingView reading;
    private final ConsentView consent;
    private final SecretEntryView secret;
    private final QuestionsView questions;
    private final CheckView check;
    private final WaitingView waiting;
    private final NoticeView notice;
    private final List<View<?>> views;
    private Optional<View<?>> current = Optional.empty();
    private boolean warming;

    Frame(ScreenSettings settings, Words words, Consumer<Bar.UnaryLook> changeLook) {
        var profile = settings.profile();
        keyboard = new Keyboard(profile);
        var parts = new View.Parts(profile, keyboard, settings);
        welcome = new WelcomeView(parts, tag -> changeLook.accept(look -> look.in(tag)));
        choices = new ChoicesView(parts);
        reading = new ReadingView(parts);
        consent = new ConsentView(parts);
        secret = new SecretEntryView(parts);
        questions = new QuestionsView(parts);
        check = new CheckView(parts);
        waiting = new WaitingView(parts);
        notice = new NoticeView(parts);
        views =
                List.of(
                        welcome, choices, reading, consent, secret, questions, check, waiting,
                        notice);
        views.forEach(view -> stage.getChildren().add(view.node()));
        bar = new Bar(words.languages(), profile, changeLook);
        foot = new Foot(profile.px(3));
        warning = new IdleWarning(profile);
        simulation.getStyleClass().add("simulation");
        HBox.setHgrow(simulationWords, Priority.ALWAYS);
        simulation.getChildren().addAll(new Icon("lamp", Icon.Size.MEDIUM), simulationWords);
        stage.setMinHeight(0);
        VBox.setVgrow(stage, Priority.ALWAYS);
        getChildren().addAll(new VBox(simulation, bar, stage, keyboard, foot), warning);
        keyboard.listeners(this::keyboardMoved, foot::focusPrimary);
    }

    Keyboard keyboard() {
        return keyboard;
    }

    List<View<?>> views() {
        return views;
    }

    Optional<View<?>> current() {
        return current;
    }

    IdleWarning warning() {
        return warning;
    }

    /** A new page. */
    void open(Sight sight) {
        warmed();
        keyboard.close();
        if (sight.showing().page() instanceof Page.SecretEntry page) {
            secret.begin(page.digits());
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
        bar.show(sight);
        keyboard.label(
                new Keyboard.Labels(
                        sight.say("keyboard.done"),
                        sight.say("keyboard.space"),
                        sight.say("keyboard.shift"),
                        sight.say("keyboard.left"),
                        sight.say("keyboard.right"),
                        sight.say("keyboard.deleteLetter")));
        var simulated = sight.in(simulation(sight.showing().page()));
        simulationWords.say(simulated.orElse(""));
        Shown.set(simulation, simulated.isPresent());
    }

    /** Fills the view of that page and the foot, and says which view it is. */
    private View<?> fill(Sight sight) {
        return switch (sight.showing().page()) {
            case Page.Welcome page -> filled(welcome, page, sight);
            case Page.Choices page -> filled(choices, page, sight);
            case Page.Reading page -> filled(reading, page, sight);
            case Page.Consent page -> filled(consent, page, sight);
            case Page.SecretEntry page -> {
                secret.whenChanged(() -> showFoot(secret, page, sight));
                yield filled(secret, page, sight);
            }
            case Page.Questions page -> filled(questions, page, sight);
            case Page.Check page -> filled(check, page, sight);
            case Page.Waiting page -> filled(waiting, page, sight);
            case Page.Notice page -> filled(notice, page, sight);
        };
    }

    private <P extends Page> View<P> filled(View<P> view, P page, Sight sight) {
        view.fill(page, sight);
        showFoot(view, page, sight);
        return view;
    }

    /**
     * Styles, lays out and draws everything that such a page needs, behind the page that is shown.
     * Does nothing where the page shown needs the same nodes.
     */
    void warm(Sight sight) {
        if (current.isEmpty() || current.get() == welcome) {
            warming = true;
            if (sight.showing().page() instanceof Page.SecretEntry page) {
                secret.begin(page.digits());
            }
            var warmed = fill(sight);
            Shown.behind(foot, getWidth());
            if (sight.showing().page() instanceof Page.Questions page) {
                keyboard.warm(page.fields().getFirst(), getWidth());
            }
            warmed.node().toBack();
            warmed.node().setVisible(true);
        }
    }

    /**
     * Draws what {@link #warm} prepared. JavaFX skips what an opaque page hides, so it is drawn
     * apart, at the scale of the window: the same glyphs are needed again.
     */
    void drawWarmed() {
        if (warming) {
            var parameters = new SnapshotParameters();
            parameters.setTransform(getTransforms().getFirst());
            for (var node : List.of(stage.getChildren().getFirst(), foot, keyboard)) {
                if (node.isVisible()) {
                    node.snapshot(parameters, null);
                }
            }
        }
    }

    /** Forgets what was shown for warming only; a page that comes in between calls it too. */
    void warmed() {
        if (warming) {
            warming = false;
            keyboard.warmed();
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
                    Page.Notice _ ->
                    Optional.empty();
        };
    }

    /** Typed characters that no line took: the PIN pad has no line. */
    void typed(String character) {
        if (current.orElse(null) == secret) {
            secret.keyed(character);
        }
    }

    private void keyboardMoved() {
        layout();
        if (keyboard.target().orElse(null) instanceof Entry entry) {
            current.ifPresent(view -> view.paged().reveal(entry));
        }
    }

    /** Nothing at all is shown until the next page. */
    @Override
    public void wipe() {
        keyboard.wipe();
        warning.wipe();
        views.forEach(Wiped::wipe);
        views.forEach(view -> view.node().setVisible(false));
        foot.wipe();
        Shown.set(foot, false);
        simulationWords.wipe();
        Shown.set(simulation, false);
        current = Optional.empty();
        requestFocus();
    }
}
