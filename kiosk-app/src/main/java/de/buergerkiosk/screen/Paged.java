package de.buergerkiosk.screen;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * Content that may be higher than its place: moves vertically only, by two big buttons (or a
 * wheel), and brings whatever has the focus into sight.
 */
final class Paged extends Region {
    private final Region content;
    private final Region strip = new Region();
    private final Press up = Press.picture(new Icon("caret-up", Icon.Size.MEDIUM), "quiet");
    private final Press more = Press.picture(new Icon("caret-down", Icon.Size.MEDIUM), "quiet");
    private final Rectangle window = new Rectangle();
    private final double stepOverlap;
    private final double gap;
    private double offset;
    private double contentHeight;
    private double windowHeight;

    /**
     * @param stepOverlap pixels of the old sight that stay visible after a step
     * @param gap between the two buttons
     */
    Paged(Region content, double stepOverlap, double gap) {
        this.content = content;
        this.gap = gap;
        this.stepOverlap = stepOverlap;
        getStyleClass().add("page");
        strip.getStyleClass().add("paging");
        up.setId("up");
        more.setId("more");
        // Placed by hand: what they show depends on the height that their own place leaves.
        for (var node : List.of(content, strip, up, more)) {
            node.setManaged(false);
        }
        up.does(() -> scrollTo(offset - windowHeight + stepOverlap));
        more.does(() -> scrollTo(offset + windowHeight - stepOverlap));
        content.setClip(window);
        getChildren().addAll(content, strip, up, more);
        addEventHandler(ScrollEvent.SCROLL, e -> scrollTo(offset - e.getDeltaY()));
        content.needsLayoutProperty()
                .addListener((_, _, needs) -> {
                    if (needs) {
                        requestLayout();
                    }
                });
    }

    void label(String upWords, String moreWords) {
        up.say(upWords);
        more.say(moreWords);
    }

    void toTop() {
        offset = 0;
        requestLayout();
    }

    /** Moves so that the node is in sight. */
    void reveal(Node node) {
        if (node.getScene() == null) {
            return;
        }
        layout();
        var bounds = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        if (bounds.getMinY() < offset || bounds.getHeight() > windowHeight) {
            scrollTo(bounds.getMinY() - stepOverlap / 2);
        } else if (bounds.getMaxY() > offset + windowHeight) {
            scrollTo(bounds.getMaxY() - windowHeight + stepOverlap / 2);
        }
    }

    /** Which button brings the node's middle nearer; none if it is in sight already. */
    Optional<String> wayTo(Node node) {
        var bounds = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        if (bounds.getCenterY() < offset) {
            return Optional.of("up");
        }
        return bounds.getCenterY() > offset + windowHeight ? Optional.of("more") : Optional.empty();
    }

    boolean holds(Node node) {
        return Shown.within(node, content);
    }

    /** Whether there is something below the sight. */
    boolean hasMore() {
        return more.isVisible();
    }

    boolean isScrolled() {
        return offset > 0;
    }

    private void scrollTo(double target) {
        offset = target;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        contentHeight = Math.ceil(content.prefHeight(width));
        boolean pages = contentHeight > getHeight() + 0.5;
        double buttonHeight = Math.max(more.prefHeight(width), more.minHeight(width));
        var insets = strip.getInsets();
        double pagingHeight = pages ? insets.getTop() + buttonHeight + insets.getBottom() : 0;
        windowHeight = Math.max(0, getHeight() - pagingHeight);
        offset = Math.clamp(offset, 0, Math.max(0, contentHeight - windowHeight));
        content.resizeRelocate(0, -offset, width, Math.max(contentHeight, windowHeight));
        window.setY(offset);
        window.setWidth(width);
        window.setHeight(windowHeight);
        strip.setVisible(pages);
        up.setVisible(pages && offset > 0.5);
        more.setVisible(pages && offset < contentHeight - windowHeight - 0.5);
        if (pages) {
            strip.resizeRelocate(0, windowHeight, width, pagingHeight);
            placeButtons(insets, width, buttonHeight);
        }
    }

    private void placeButtons(Insets insets, double width, double height) {
        double y = windowHeight + insets.getTop();
        double room = width - insets.getLeft() - insets.getRight();
        boolean both = up.isVisible() && more.isVisible();
        double each = both ? Math.floor((room - gap) / 2) : room;
        up.resizeRelocate(insets.getLeft(), y, each, height);
        more.resizeRelocate(insets.getLeft() + (both ? each + gap : 0), y, each, height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(width);
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }
}
