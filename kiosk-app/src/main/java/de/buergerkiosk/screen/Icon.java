package de.buergerkiosk.screen;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
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
    private static final Properties PATHS = read();

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
            path.setContent(PATHS.getProperty(newName, PATHS.getProperty(NEUTRAL)));
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
        return new TreeSet<>(PATHS.stringPropertyNames());
    }

    private static Properties read() {
        var paths = new Properties();
        try (var in = Icon.class.getResourceAsStream("/screen/icons.properties")) {
            if (in == null) {
                throw new IllegalStateException("screen/icons.properties is missing in the jar");
            }
            paths.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("screen/icons.properties", e);
        }
        return paths;
    }
}
