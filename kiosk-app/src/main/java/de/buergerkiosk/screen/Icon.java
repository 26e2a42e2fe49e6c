package de.buergerkiosk.screen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;

/** A picture from the icon set. An unknown name shows a neutral square, never nothing. */
final class Icon extends Region implements Wiped {
    /** Sizes grow with the text; their lengths are in the style sheet. */
    enum Size {
        SMALL("icon-small"),
        MEDIUM("icon-medium"),
        LARGE("icon-large"),
        TILE("icon-tile"),
        POSTER("icon-poster");

        private final String styleClass;

        Size(String styleClass) {
            this.styleClass = styleClass;
        }
    }

    private static final double BOX = 256;
    private static final String NEUTRAL = "square";
    private static final Map<String, String> PATHS = read();

    private final SVGPath path = new SVGPath();
    private String name = "";

    Icon(String name, Size size) {
        getStyleClass().add(size.styleClass);
        path.getStyleClass().add("icon");
        path.setManaged(false);
        getChildren().add(path);
        setMouseTransparent(true);
        show(name);
    }

    void show(String newName) {
        if (!newName.equals(name)) {
            name = newName;
            path.setContent(pathOf(newName));
            requestLayout();
        }
    }

    /** For icons that take another style class than the common one. */
    void paintAs(String styleClass) {
        path.getStyleClass().setAll(styleClass);
    }

    @Override
    protected void layoutChildren() {
        double scale = getWidth() / BOX;
        // The path keeps its place inside the 256 box; scaling pivots on the middle of its bounds.
        var bounds = path.getLayoutBounds();
        double middleX = bounds.getMinX() + bounds.getWidth() / 2;
        double middleY = bounds.getMinY() + bounds.getHeight() / 2;
        path.setScaleX(scale);
        path.setScaleY(scale);
        path.relocate(
                middleX * scale - bounds.getWidth() / 2,
                (getHeight() - getWidth()) / 2 + middleY * scale - bounds.getHeight() / 2);
    }

    @Override
    public void wipe() {
        // An icon tells nothing about a person.
    }

    static Set<String> names() {
        return new TreeSet<>(PATHS.keySet());
    }

    /** Lines of name, equals sign and path: all that such a file may hold besides comments. */
    private static Map<String, String> read() {
        try (var in = Icon.class.getResourceAsStream("/screen/icons.properties")) {
            if (in == null) {
                throw new IllegalStateException("screen/icons.properties is missing in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(
                            Collectors.toMap(
                                    line -> line.substring(0, line.indexOf('=')),
                                    line -> line.substring(line.indexOf('=') + 1)));
        } catch (IOException e) {
            throw new UncheckedIOException("screen/icons.properties", e);
        }
    }

    private static String pathOf(String name) {
        var path = PATHS.get(name);
        return path == null ? String.valueOf(PATHS.get(NEUTRAL)) : path;
    }
}
