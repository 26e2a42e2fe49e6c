package de.buergerkiosk.screen;

import de.buergerkiosk.page.Page;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

/** Simple drawings of the devices: what to put where. Units are millimetres. */
final class Illustrations {
    /** Drawn on a grid of 130 x 80, shown as large as a hand. */
    private static final double SCALE = 1.4;

    private final DisplayProfile profile;
    private final Map<Page.Illustration, Node> drawn = new EnumMap<>(Page.Illustration.class);

    Illustrations(DisplayProfile profile) {
        this.profile = profile;
    }

    Node of(Page.Illustration illustration) {
        return drawn.computeIfAbsent(
                illustration,
                kind ->
                        switch (kind) {
                            case CARD_READER -> cardReader(arrow(97, 14, 97, 42));
                            case CARD_TAKEN -> cardReader(arrow(97, 42, 97, 14));
                            case PAYMENT_TERMINAL -> terminal();
                            case PRINTER -> printer();
                            case HOURGLASS -> hourglass();
                        });
    }

    private Node cardReader(Node way) {
        return new Group(
                box("picture-line", 0, 50, 110, 26, 5),
                box("picture-strong", 20, 57, 70, 2, 1),
                box("picture-accent", 24, 4, 62, 40, 3),
                box("picture-line", 31, 14, 14, 11, 2),
                stroke("picture-stroke", 52, 16, 79, 16),
                stroke("picture-stroke", 52, 24, 72, 24),
                way);
    }

    private Node terminal() {
        var keys = new Group();
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                keys.getChildren()
                        .add(box("picture-accent", 22 + column * 11, 36 + row * 9, 8, 6, 1.5));
            }
        }
        return new Group(
                box("picture-line", 12, 0, 50, 78, 6),
                box("picture-accent", 19, 8, 36, 20, 2),
                stroke("picture-stroke", 26, 18, 48, 18),
                keys,
                box("picture-accent", 80, 40, 42, 27, 3),
                box("picture-strong", 80, 46, 42, 4, 0.5),
                arrow(78, 54, 66, 54));
    }

    private Node printer() {
        return new Group(
                box("picture-line", 26, 36, 48, 44, 1),
                stroke("picture-stroke", 34, 50, 66, 50),
                stroke("picture-stroke", 34, 58, 66, 58),
                stroke("picture-stroke", 34, 66, 54, 66),
                box("picture-line", 0, 0, 100, 40, 6),
                box("picture-strong", 18, 31, 64, 3, 1),
                dot(88, 10),
                arrow(90, 50, 90, 74));
    }

    private Node hourglass() {
        return new Group(
                line(
                        "picture-line",
                        10,
                        0,
                        60,
                        0,
                        60,
                        10,
                        40,
                        38,
                        60,
                        66,
                        60,
                        76,
                        10,
                        76,
                        10,
                        66,
                        30,
                        38,
                        10,
                        10,
                        10,
                        0),
                line("picture-strong", 18, 14, 52, 14, 35, 36, 18, 14),
                line("picture-strong", 16, 72, 54, 72, 54, 67, 35, 54, 16, 67, 16, 72));
    }

    private Shape box(String styleClass, double x, double y, double w, double h, double round) {
        var box = new Rectangle(px(x), px(y), px(w), px(h));
        box.setArcWidth(px(round * 2));
        box.setArcHeight(px(round * 2));
        return styled(box, styleClass);
    }

    private Shape stroke(String styleClass, double x1, double y1, double x2, double y2) {
        return styled(new Line(px(x1), px(y1), px(x2), px(y2)), styleClass);
    }

    private Shape dot(double x, double y) {
        return styled(new Circle(px(x), px(y), px(2)), "picture-strong");
    }

    private Node arrow(double x1, double y1, double x2, double y2) {
        double length = Math.hypot(x2 - x1, y2 - y1);
        double ux = (x2 - x1) / length * 6;
        double uy = (y2 - y1) / length * 6;
        return new Group(
                stroke("picture-stroke", x1, y1, x2, y2),
                line(
                        "picture-stroke",
                        x2 - ux - uy,
                        y2 - uy + ux,
                        x2,
                        y2,
                        x2 - ux + uy,
                        y2 - uy - ux));
    }

    private Shape line(String styleClass, double... millimetres) {
        var points = new double[millimetres.length];
        for (int i = 0; i < points.length; i++) {
            points[i] = px(millimetres[i]);
        }
        return styled(new Polyline(points), styleClass);
    }

    private static Shape styled(Shape shape, String styleClass) {
        shape.getStyleClass().add(styleClass);
        return shape;
    }

    private double px(double millimetres) {
        return profile.px(millimetres * SCALE);
    }
}
