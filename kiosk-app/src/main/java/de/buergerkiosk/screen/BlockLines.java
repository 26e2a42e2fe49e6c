package de.buergerkiosk.screen;

import de.buergerkiosk.page.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Running text of a page: each block becomes one or more kept lines. */
final class BlockLines extends VBox implements Wiped {
    private enum Kind {
        PARAGRAPH("paragraph"),
        HEADING("heading-line"),
        BULLET("bullet"),
        FACT("fact"),
        CODE("code");

        private final String styleClass;

        Kind(String styleClass) {
            this.styleClass = styleClass;
        }
    }

    /** So short are waiting numbers: they are read from where one sits and waits. */
    private static final int NUMBER_LENGTH_MAX = 4;

    private record Line(Kind kind, Optional<String> icon, Optional<String> label, String value) {}

    private static final class LineNode extends HBox implements Wiped {
        private final Icon small;
        private final Icon large;
        private final Prose label = new Prose("label");
        private final Prose value = new Prose("value");

        LineNode() {
            small = new Icon("check", Icon.Size.SMALL);
            large = new Icon("info", Icon.Size.LARGE);
            getStyleClass().add("line");
            var words = new VBox(label, value);
            setHgrow(words, Priority.ALWAYS);
            getChildren().addAll(small, large, words);
        }

        void show(Line line) {
            for (var kind : Kind.values()) {
                Shown.style(this, kind.styleClass, kind == line.kind());
            }
            Shown.style(
                    this,
                    "number",
                    line.kind() == Kind.CODE && line.value().length() <= NUMBER_LENGTH_MAX);
            line.icon().ifPresent(line.kind() == Kind.FACT ? large::show : small::show);
            Shown.set(large, line.icon().isPresent() && line.kind() == Kind.FACT);
            Shown.set(small, line.icon().isPresent() && line.kind() == Kind.BULLET);
            label.sayOrHide(line.label());
            value.say(line.value());
        }

        @Override
        public void wipe() {
            label.wipe();
            value.wipe();
        }
    }

    private final Kept<LineNode> lines;

    BlockLines(View.Parts parts) {
        lines = new Kept<>(getChildren(), LineNode::new);
        setSpacing(parts.px(3));
    }

    void show(List<Page.Block> blocks, Sight sight) {
        var wanted = new ArrayList<Line>();
        for (var block : blocks) {
            switch (block) {
                case Page.Paragraph(var text) -> wanted.add(plain(Kind.PARAGRAPH, sight.in(text)));
                case Page.Heading(var text) -> wanted.add(plain(Kind.HEADING, sight.in(text)));
                case Page.Bullets(var items) ->
                        items.forEach(item ->
                                wanted.add(
                                        new Line(
                                                Kind.BULLET,
                                                Optional.of("check"),
                                                Optional.empty(),
                                                sight.in(item))));
                case Page.Fact(var icon, var label, var value) ->
                        wanted.add(
                                new Line(
                                        Kind.FACT,
                                        Optional.of(icon),
                                        Optional.of(sight.in(label)),
                                        sight.in(value)));
                case Page.Code(var label, var code) ->
                        wanted.add(
                                new Line(
                                        Kind.CODE,
                                        Optional.empty(),
                                        Optional.of(sight.in(label)),
                                        code));
            }
        }
        var nodes = lines.take(wanted.size());
        for (int i = 0; i < nodes.size(); i++) {
            nodes.get(i).show(wanted.get(i));
        }
        Shown.set(this, !wanted.isEmpty());
    }

    private static Line plain(Kind kind, String text) {
        return new Line(kind, Optional.empty(), Optional.empty(), text);
    }

    @Override
    public void wipe() {
        lines.wipe();
    }
}
