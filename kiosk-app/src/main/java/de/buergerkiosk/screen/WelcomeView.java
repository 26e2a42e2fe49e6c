package de.buergerkiosk.screen;

import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Page;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

/**
 * The attract page: what the machine is and how to begin, in each of its languages at once. A touch
 * anywhere begins.
 */
final class WelcomeView extends View<Page.Welcome> {
    private static final class OfferLine extends HBox implements Wiped {
        private final Prose words = new Prose("offer");

        OfferLine(Icon icon, double gap) {
            super(gap, icon);
            setAlignment(Pos.CENTER_LEFT);
            setHgrow(words, Priority.ALWAYS);
            getChildren().add(words);
        }

        @Override
        public void wipe() {
            words.wipe();
        }
    }

    private static final class Start extends Press {
        Start(Icon icon) {
            super("centred");
            setAlignment(Pos.CENTER_LEFT);
            getChildren().addAll(icon, prose());
        }
    }

    private final Prose whatItIs = new Prose("what");
    private final VBox offers = new VBox();
    private final VBox starts = new VBox();
    private final Kept<OfferLine> offerLines;
    private final Kept<Start> startPresses;
    private final Press staff = Press.picture(new Icon("user", Icon.Size.SMALL), "staff");
    private final HBox corner = new HBox(staff);
    private final Consumer<String> chooseLanguage;

    /**
     * @param chooseLanguage takes the tag of the language that the citizen begins in
     */
    WelcomeView(Parts parts, Consumer<String> chooseLanguage) {
        super(parts);
        this.chooseLanguage = chooseLanguage;
        offerLines =
                new Kept<>(
                        offers.getChildren(),
                        () ->
                                new OfferLine(
                                        new Icon("check-circle", Icon.Size.MEDIUM), parts.px(4)));
        startPresses =
                new Kept<>(
                        starts.getChildren(),
                        () -> new Start(new Icon("hand-tap", Icon.Size.LARGE)));
        content().getStyleClass().setAll("welcome");
        offers.getStyleClass().add("offers");
        starts.getStyleClass().add("starts");
        var invitation =
                new StackPane(new Circle(parts.px(44)), new Icon("hand-tap", Icon.Size.POSTER));
        invitation.getStyleClass().add("invitation");
        VBox.setVgrow(invitation, Priority.ALWAYS);
        staff.setId(Page.Welcome.STAFF);
        staff.setMaxWidth(Region.USE_PREF_SIZE);
        corner.setAlignment(Pos.CENTER_RIGHT);
        content().getChildren().addAll(whatItIs, offers, invitation, starts, corner);
        content().setId("onward");
    }

    @Override
    void fillPage(Page.Welcome page, Sight sight) {
        whatItIs.say(sight.in(page.whatItIs()));
        var lines = offerLines.take(page.offers().size());
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).words.say(sight.in(page.offers().get(i)));
        }
        var presses = startPresses.take(page.languages().size());
        for (int i = 0; i < presses.size(); i++) {
            var language = page.languages().get(i);
            var press = presses.get(i);
            press.setId("start-" + language.tag());
            press.say(language.ownName() + " · " + page.touchHere().in(language.tag()));
            press.does(() -> {
                chooseLanguage.accept(language.tag());
                sight.showing().answer(new Answer.Onward());
            });
        }
        staff.say(sight.in(page.staff()).orElse(""));
        staff.does(() -> sight.showing().answer(new Answer.Chosen(Page.Welcome.STAFF)));
        Shown.set(corner, page.staff().isPresent());
        content().setOnMouseReleased(_ -> sight.showing().answer(new Answer.Onward()));
    }

    @Override
    Foot.Offer offer(Page.Welcome page, Sight sight) {
        return Foot.Offer.NOTHING;
    }

    @Override
    void wipePage() {
        whatItIs.wipe();
        offerLines.wipe();
        startPresses.wipe();
        staff.wipe();
    }
}
