package de.buergerkiosk.screen;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Children in columns of equal width; the children of a row are equally high. */
final class Tiles extends Region {
    private final double gap;
    private int columns = 1;

    Tiles(double gap) {
        this.gap = gap;
    }

    void columns(int count) {
        if (count != columns) {
            columns = count;
            requestLayout();
        }
    }

    javafx.collections.ObservableList<Node> nodes() {
        return getChildren();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return arrange(width, false);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width <= 0 ? getWidth() : width);
    }

    @Override
    protected double computePrefWidth(double height) {
        double widest = 0;
        for (var child : getManagedChildren()) {
            widest = Math.max(widest, child.prefWidth(-1));
        }
        return columns * widest + (columns - 1) * gap;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMaxWidth(double height) {
        return Double.MAX_VALUE;
    }

    @Override
    protected void layoutChildren() {
        arrange(getWidth(), true);
    }

    private double arrange(double width, boolean place) {
        var children = getManagedChildren();
        double columnWidth = Math.floor((width - (columns - 1) * gap) / columns);
        double y = 0;
        for (int first = 0; first < children.size(); first += columns) {
            int end = Math.min(first + columns, children.size());
            double height = 0;
            for (int i = first; i < end; i++) {
                var child = children.get(i);
                height =
                        Math.max(
                                height,
                                Math.max(
                                        child.prefHeight(columnWidth),
                                        child.minHeight(columnWidth)));
            }
            for (int i = first; place && i < end; i++) {
                children.get(i)
                        .resizeRelocate((i - first) * (columnWidth + gap), y, columnWidth, height);
            }
            y += height + gap;
        }
        return Math.max(0, y - gap);
    }
}
