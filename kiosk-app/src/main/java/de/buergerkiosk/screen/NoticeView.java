package de.buergerkiosk.screen;

import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Page;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;

/** A message with buttons: its mood is told by icon, colour and words. */
final class NoticeView extends View<Page.Notice> {
    private final HBox head = new HBox();
    private final Icon icon;

    /** What went well is seen from afar. */
    private final StackPane seal;

    private final BlockLines blocks;

    NoticeView(Parts parts) {
        super(parts);
        icon = new Icon("info", Icon.Size.TILE);
        icon.paintAs("mood-icon");
        blocks = new BlockLines(parts);
        content().getChildren().remove(title());
        head.setSpacing(parts.px(5));
        head.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(title(), Priority.ALWAYS);
        head.getChildren().addAll(icon, title());
        var check = new Icon("check", Icon.Size.POSTER);
        check.paintAs("seal-mark");
        var disc = new Circle(parts.px(36));
        disc.getStyleClass().add("seal-disc");
        seal = new StackPane(disc, check);
        seal.getStyleClass().add("seal");
        content().getChildren().addAll(seal, head, blocks);
    }

    @Override
    void fillPage(Page.Notice page, Sight sight) {
        for (var mood : Page.Mood.values()) {
            Shown.style(head, styleClass(mood), mood == page.mood());
        }
        boolean sealed = page.mood() == Page.Mood.DONE && !sight.look().narrow();
        Shown.set(seal, sealed);
        Shown.set(icon, !sealed);
        title().centred(sealed);
        icon.show(
                switch (page.mood()) {
                    case DONE -> "check-circle";
                    case INFO -> "info";
                    case WARNING -> "warning";
                    case TROUBLE -> "warning";
                });
        blocks.show(page.blocks(), sight);
    }

    private static String styleClass(Page.Mood mood) {
        return switch (mood) {
            case DONE -> "mood-done";
            case INFO -> "mood-info";
            case WARNING -> "mood-warning";
            case TROUBLE -> "mood-trouble";
        };
    }

    @Override
    Foot.Offer offer(Page.Notice page, Sight sight) {
        List<Foot.Act> acts =
                page.buttons().stream()
                        .map(button ->
                                new Foot.Act(
                                        "button-" + button.id(),
                                        sight.in(button.label()),
                                        button.primary(),
                                        true,
                                        () ->
                                                sight.showing()
                                                        .answer(new Answer.Chosen(button.id()))))
                        .toList();
        return new Foot.Offer(Optional.empty(), acts);
    }

    @Override
    void wipePage() {
        blocks.wipe();
    }
}
