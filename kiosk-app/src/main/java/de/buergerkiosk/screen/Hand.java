package de.buergerkiosk.screen;

import de.buergerkiosk.page.Page;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.transform.Scale;
import javax.imageio.ImageIO;

/**
 * A finger on the real screen: finds a control by its id, presses where it is drawn, counts
 * touches, takes pictures. A scripted visit, the bench and the tests go through it; it can do
 * nothing that a citizen could not.
 */
public final class Hand {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FxScreen screen;
    private int touches;

    public Hand(FxScreen screen) {
        this.screen = screen;
    }

    /** Presses on controls outside the keyboard so far. */
    public int touches() {
        return touches;
    }

    /** Name of the page that is shown now. */
    public String page() {
        return shownPage().name();
    }

    /**
     * Presses the control; returns when the press has been drawn, on whatever page that is.
     *
     * @param id stable id such as {@code onward} or {@code tile-parking-permit}
     * @throws IllegalStateException if a citizen could not press it: absent, disabled, covered
     */
    public void tap(String id) throws InterruptedException {
        press(id);
        screen.rendering().awaitPulses(2);
    }

    /**
     * Presses the control and waits until the next page has been rendered.
     *
     * @return from the touch to the pixels of the next page
     */
    public Duration turn(String id) throws InterruptedException {
        long before = screen.rendering().shown();
        var touched = press(id);
        return Duration.between(touched, screen.rendering().await(before, PATIENCE).at());
    }

    /** Waits until a page of that name has been rendered. */
    public void awaitPage(String name, Duration limit) throws InterruptedException {
        var end = screen.clock().instant().plus(limit);
        long seen = screen.rendering().shown();
        while (!page().equals(name)) {
            var left = Duration.between(screen.clock().instant(), end);
            if (!left.isPositive()) {
                throw new IllegalStateException(
                        "page " + name + " did not come within " + limit + "; shown: " + page());
            }
            seen = next(seen, left);
        }
        screen.rendering().awaitPulses(2);
    }

    /** The page that is shown now, as data. */
    public Page shownPage() {
        return Toolkit.call(screen::page);
    }

    /**
     * Waits until another page than that one has been rendered.
     *
     * @throws IllegalStateException if none comes within the limit
     */
    public Page awaitPageAfter(Page seen, Duration limit) throws InterruptedException {
        var end = screen.clock().instant().plus(limit);
        long serial = screen.rendering().shown();
        while (shownPage().equals(seen)) {
            var left = Duration.between(screen.clock().instant(), end);
            if (!left.isPositive()) {
                throw new IllegalStateException("still on page " + seen.name() + " after " + limit);
            }
            serial = next(serial, left);
        }
        screen.rendering().awaitPulses(2);
        return shownPage();
    }

    /** The serial number of the next page; the old one if none comes, for the caller to name it. */
    private long next(long seen, Duration limit) throws InterruptedException {
        try {
            return screen.rendering().await(seen, limit).serial();
        } catch (IllegalStateException _) {
            return seen;
        }
    }

    /** From the moment the newest page was asked for to its pixels. */
    public Duration lastPageTook() {
        return screen.rendering().last().took();
    }

    /** Types on our own keyboard, which has to be open, key by key. */
    public void type(String text) throws InterruptedException {
        for (var codePoint : text.codePoints().toArray()) {
            var character = Character.toString(codePoint);
            var keys = Toolkit.call(() -> screen.frame().keyboard().pathTo(character));
            if (keys.isEmpty()) {
                throw new IllegalStateException("no key for U+%04X".formatted(codePoint));
            }
            for (var key : keys) {
                press(key);
            }
        }
        screen.rendering().awaitPulses(2);
    }

    /** Whether such a control is there, in sight or below it, and can be pressed. */
    public boolean sees(String id) {
        return Toolkit.call(
                () -> find(screen.frame(), id).filter(n -> !n.isDisabled()).isPresent());
    }

    /** A picture of the whole screen at its design size, as PNG. */
    public void picture(Path png) throws IOException {
        picture(png, 1);
    }

    /**
     * A picture of the whole screen as PNG.
     *
     * @param scale of the design size: 0.5 is a quarter of the pixels
     */
    public void picture(Path png, double scale) throws IOException {
        if (!ImageIO.write(pixels(scale), "png", png.toFile())) {
            throw new IOException("no PNG writer in this Java");
        }
    }

    BufferedImage pixels(double scale) {
        return Toolkit.call(() -> {
            var parameters = new SnapshotParameters();
            // The window's own scale is undone, so every picture has the same size.
            double undo = 1 / screen.frame().getTransforms().getFirst().getMxx();
            parameters.setTransform(new Scale(scale * undo, scale * undo));
            var image = screen.frame().snapshot(parameters, null);
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            var pixels = new int[width * height];
            image.getPixelReader()
                    .getPixels(
                            0,
                            0,
                            width,
                            height,
                            PixelFormat.getIntArgbInstance(),
                            pixels,
                            0,
                            width);
            var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            picture.setRGB(0, 0, width, height, pixels, 0, width);
            return picture;
        });
    }

    /** When the finger went down. */
    private Instant press(String id) throws InterruptedException {
        bringIntoSight(id);
        return Toolkit.call(() -> {
            var control = reachable(id);
            if (!isKey(control)) {
                touches++;
            }
            var at = middle(control);
            var target = top(at).orElse(control);
            var touched = screen.clock().instant();
            Event.fireEvent(target, mouse(MouseEvent.MOUSE_PRESSED, target, at));
            Event.fireEvent(target, mouse(MouseEvent.MOUSE_RELEASED, target, at));
            return touched;
        });
    }

    /** Presses "More" or "Up" as a citizen would, until the control is in sight. */
    private void bringIntoSight(String id) throws InterruptedException {
        for (int step = 0; step < 40; step++) {
            var way = Toolkit.call(() -> wayTo(id));
            if (way.isEmpty()) {
                return;
            }
            press(way.get());
            screen.rendering().awaitPulses(2);
        }
        throw new IllegalStateException(id + " does not come into sight");
    }

    private Optional<String> wayTo(String id) {
        screen.frame().layout();
        var control = find(screen.frame(), id);
        var paged = screen.frame().current().map(View::paged);
        if (control.isEmpty() || paged.isEmpty() || !paged.get().holds(control.get())) {
            return Optional.empty();
        }
        return paged.get().wayTo(control.get());
    }

    private Node reachable(String id) {
        screen.frame().layout();
        var control =
                find(screen.frame(), id)
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "no control " + id + " on page " + screen.page().name()));
        if (control.isDisabled()) {
            throw new IllegalStateException(
                    id + " cannot be pressed on page " + screen.page().name());
        }
        var top = top(middle(control));
        if (!top.map(node -> Shown.within(node, control)).orElse(false)) {
            throw new IllegalStateException(
                    id + " is covered by " + top + " on page " + screen.page().name());
        }
        return control;
    }

    /** The PIN's digits are keys as well, although they stand on the page itself. */
    private boolean isKey(Node node) {
        return Shown.within(node, screen.frame().keyboard())
                || String.valueOf(node.getId()).startsWith("digit-");
    }

    private static Point2D middle(Node control) {
        var bounds = control.localToScene(control.getLayoutBounds());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    private Optional<Node> top(Point2D at) {
        return top(screen.frame(), at);
    }

    /** The topmost node that a touch at that point of the scene meets. */
    private static Optional<Node> top(Node node, Point2D at) {
        if (!node.isVisible() || node.isMouseTransparent()) {
            return Optional.empty();
        }
        var clip = node.getClip();
        var local = node.sceneToLocal(at);
        if (clip != null && !clip.contains(local)) {
            return Optional.empty();
        }
        if (node instanceof Parent parent) {
            var children = parent.getChildrenUnmodifiable();
            for (int i = children.size() - 1; i >= 0; i--) {
                var found = top(children.get(i), at);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return node.contains(local) ? Optional.of(node) : Optional.empty();
    }

    private static Optional<Node> find(Node node, String id) {
        if (!node.isVisible()) {
            return Optional.empty();
        }
        if (id.equals(node.getId())) {
            return Optional.of(node);
        }
        if (node instanceof Parent parent) {
            for (var child : parent.getChildrenUnmodifiable()) {
                var found = find(child, id);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static MouseEvent mouse(
            javafx.event.EventType<MouseEvent> type, Node target, Point2D at) {
        boolean down = type == MouseEvent.MOUSE_PRESSED;
        return new MouseEvent(
                type,
                at.getX(),
                at.getY(),
                at.getX(),
                at.getY(),
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                down,
                false,
                false,
                true,
                false,
                true,
                new PickResult(target, at.getX(), at.getY()));
    }
}
