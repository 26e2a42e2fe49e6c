package de.buergerkiosk.screen;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.shape.MoveTo;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/**
 * A text that wraps to the width it gets and grows in height: it is never cut and never ends in
 * "…". Strings with combining marks are drawn by {@link NameText}.
 */
final class Prose extends Region implements Wiped {
    private final Text text = new Text();
    private Optional<NameText> outlines = Optional.empty();
    private String words = "";
    private boolean outlined;
    private TextAlignment alignment = TextAlignment.LEFT;
    private double measuredFor = -1;
    private double measuredHeight;
    private double measuredNatural = -1;

    Prose(String... styleClasses) {
        getStyleClass().addAll(styleClasses);
        text.getStyleClass().add("words");
        // Unmanaged: measuring at another width must not ask for another layout.
        text.setManaged(false);
        text.setTextOrigin(VPos.TOP);
        text.fontProperty().addListener(_ -> changed());
        setMouseTransparent(true);
        getChildren().add(text);
    }

    static Prose of(String words, String... styleClasses) {
        var prose = new Prose(styleClasses);
        prose.say(words);
        return prose;
    }

    Prose centred() {
        centred(true);
        return this;
    }

    void centred(boolean on) {
        alignment = on ? TextAlignment.CENTER : TextAlignment.LEFT;
        text.setTextAlignment(alignment);
        requestLayout();
    }

    void say(String newWords) {
        if (newWords.equals(words)) {
            return;
        }
        words = newWords;
        outlined = NameText.needed(newWords);
        text.setText(outlined ? "" : newWords);
        text.setVisible(!outlined);
        if (outlined && outlines.isEmpty()) {
            var made = new NameText();
            made.fillProperty().bind(text.fillProperty());
            outlines = Optional.of(made);
            getChildren().add(made);
        }
        outlines.ifPresent(o -> o.setVisible(outlined));
        changed();
    }

    /** Says it and takes no room where there is nothing to say. */
    void sayOrHide(Optional<String> newWords) {
        say(newWords.orElse(""));
        Shown.set(this, newWords.isPresent());
    }

    String words() {
        return words;
    }

    @Override
    public void wipe() {
        say("");
        outlines.ifPresent(NameText::wipe);
    }

    private void changed() {
        measuredFor = -1;
        measuredNatural = -1;
        requestLayout();
    }

    /** Height at that width (0: one line); leaves what is drawn as it was. */
    private double heightFor(double width) {
        if (width != measuredFor) {
            measuredHeight =
                    outlined
                            ? NameText.height(words, text.getFont(), width)
                            : wrappedAt(width, text.getWrappingWidth()).getHeight();
            measuredFor = width;
        }
        return measuredHeight;
    }

    private Bounds wrappedAt(double width, double before) {
        if (width == before) {
            return text.getLayoutBounds();
        }
        text.setWrappingWidth(width);
        var bounds = text.getLayoutBounds();
        text.setWrappingWidth(before);
        return bounds;
    }

    /** Upper end of the caret before that character, after the last layout. */
    Point2D caretAt(int index) {
        if (outlined) {
            return NameText.caretAt(words.substring(0, index), text.getFont(), getWidth());
        }
        for (var element : text.caretShape(Math.min(index, words.length()), true)) {
            if (element instanceof MoveTo start) {
                return new Point2D(start.getX(), start.getY());
            }
        }
        return Point2D.ZERO;
    }

    /** Height of one line in pixels. */
    double lineHeight() {
        return text.getFont().getSize() * NameText.LINE_EM;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        var insets = snappedLeftInset() + snappedRightInset();
        if (measuredNatural < 0) {
            measuredNatural =
                    outlined
                            ? NameText.naturalWidth(words, text.getFont())
                            : wrappedAt(0, text.getWrappingWidth()).getWidth();
        }
        return Math.ceil(measuredNatural) + 1 + insets;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(heightFor(width <= 0 ? 0 : Math.max(1, width - horizontalInsets())))
                + snappedTopInset()
                + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width <= 0 && getWidth() > 0 ? getWidth() : width);
    }

    @Override
    protected double computeMaxWidth(double height) {
        return Double.MAX_VALUE;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(1, getWidth() - horizontalInsets());
        double y = Math.max(0, (getHeight() - heightFor(width)) / 2);
        if (outlined) {
            outlines.ifPresent(o -> o.set(words, text.getFont(), width, alignment));
        } else {
            text.setWrappingWidth(width);
        }
        text.setLayoutX(snappedLeftInset());
        text.setLayoutY(y);
        outlines.ifPresent(o -> {
            o.setLayoutX(snappedLeftInset());
            o.setLayoutY(y);
        });
    }

    private double horizontalInsets() {
        return snappedLeftInset() + snappedRightInset();
    }
}
