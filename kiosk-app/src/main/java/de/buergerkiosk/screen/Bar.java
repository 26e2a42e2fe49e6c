package de.buergerkiosk.screen;

import de.buergerkiosk.page.Page;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;

/** The upper edge of every page: language, text size and contrast, always in sight (EN 301 549, 5.2). */
final class Bar extends FlowPane {
    private final List<Press> languages;
    private final List<Page.Language> tongues;
    private final List<Press> sizes;
    private final List<Press> contrasts;

    Bar(List<Page.Language> tongues, DisplayProfile profile, Consumer<UnaryLook> change) {
        this.tongues = tongues;
        getStyleClass().add("bar");
        languages =
                tongues.stream()
                        .map(tongue -> {
                            var press = Press.words();
                            press.setId("language-" + tongue.tag());
                            press.say(tongue.ownName());
                            press.does(() -> change.accept(look -> look.in(tongue.tag())));
                            return press;
                        })
                        .toList();
        sizes =
                List.of(TextSize.values()).stream()
                        .map(size -> {
                            var press =
                                    Press.picture(
                                            Prose.of("A", "sample-" + size.number()), "square");
                            press.setId("size-" + size.number());
                            press.does(() -> change.accept(look -> look.sized(size)));
                            return press;
                        })
                        .toList();
        contrasts =
                List.of(Contrast.values()).stream()
                        .map(contrast -> {
                            var press = Press.picture(sample(contrast, profile), "square");
                            press.setId("contrast-" + contrast.number());
                            press.does(() -> change.accept(look -> look.coloured(contrast)));
                            return press;
                        })
                        .toList();
        getChildren().addAll(group(languages), group(sizes), group(contrasts));
    }

    /** A change of the look. */
    interface UnaryLook extends java.util.function.UnaryOperator<Look> {}

    void show(Sight sight) {
        var look = sight.look();
        for (int i = 0; i < tongues.size(); i++) {
            chosen(languages.get(i), tongues.get(i).tag().equals(look.language()));
        }
        for (var size : TextSize.values()) {
            var press = sizes.get(size.number() - 1);
            chosen(press, size == look.size());
            press.call(sight.say("bar.size") + " " + size.number());
        }
        for (var contrast : Contrast.values()) {
            var press = contrasts.get(contrast.number() - 1);
            chosen(press, contrast == look.contrast());
            press.call(sight.say("bar.contrast") + " " + contrast.number());
        }
    }

    private static void chosen(Press press, boolean on) {
        Shown.style(press, "chosen", on);
    }

    private static HBox group(List<Press> presses) {
        var group = new HBox();
        group.getStyleClass().add("group");
        group.getChildren().addAll(presses);
        presses.forEach(p -> p.setMaxWidth(Region.USE_PREF_SIZE));
        return group;
    }

    /** A disc, half ground and half text, in the colours that it switches to. */
    private static Node sample(Contrast contrast, DisplayProfile profile) {
        double radius = profile.px(6);
        var disc = new Circle(radius);
        disc.getStyleClass().add("disc");
        var half = new Arc(0, 0, radius, radius, 90, 180);
        half.setType(ArcType.CHORD);
        half.getStyleClass().add("half");
        var both = new javafx.scene.Group(disc, half);
        both.getStyleClass().add("contrast-" + contrast.number());
        return both;
    }
}
