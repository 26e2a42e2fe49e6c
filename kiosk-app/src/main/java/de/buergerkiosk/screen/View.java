package de.buergerkiosk.screen;

import de.buergerkiosk.page.Page;
import java.util.function.Supplier;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * One kind of page as kept nodes: made once, filled for each page, wiped at the end of the visit.
 */
abstract sealed class View<P extends Page> implements Wiped
        permits CheckView,
                ChoicesView,
                ConsentView,
                NoticeView,
                QuestionsView,
                ReadingView,
                ScanView,
                SecretEntryView,
                WaitingView,
                WelcomeView {
    /** What all views share: sizes of this display, the one keyboard. */
    record Parts(DisplayProfile profile, Supplier<Keyboard> keyboard, ScreenSettings settings) {
        double px(double millimetres) {
            return profile.px(millimetres);
        }
    }

    private final Parts parts;
    private final VBox content = new VBox();
    private final Banner banner = new Banner();
    private final Prose title = new Prose("title");
    private final Paged paged;

    View(Parts parts) {
        this.parts = parts;
        content.getStyleClass().add("page-content");
        content.getChildren().addAll(banner, title);
        paged = new Paged(content, parts.px(20), parts.px(3));
        paged.setVisible(false);
    }

    final Parts parts() {
        return parts;
    }

    final VBox content() {
        return content;
    }

    final Prose title() {
        return title;
    }

    final Paged paged() {
        return paged;
    }

    /** What stands between bar and foot. */
    Region node() {
        return paged;
    }

    /** Fills the nodes; called again when language or look change. */
    final void fill(P page, Sight sight) {
        banner.show(sight.in(page.banner()));
        title.say(sight.in(page.title()));
        paged.label(sight.say("screen.up"), sight.say("screen.more"));
        fillPage(page, sight);
    }

    abstract void fillPage(P page, Sight sight);

    /** What the foot offers for this page. */
    abstract Foot.Offer offer(P page, Sight sight);

    /** After the page has appeared: where typing goes, what is brought into sight. */
    void entered() {}

    /** Once a second while the page is shown. */
    void beat(long second) {}

    @Override
    public final void wipe() {
        banner.wipe();
        title.wipe();
        wipePage();
        paged.toTop();
    }

    abstract void wipePage();
}
