package de.buergerkiosk.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;

/** What is on the screen, measured; on the JavaFX thread. */
final class PixelSize {
    private PixelSize() {}

    /** Every node that is shown, depth first, that is in reading order. */
    static <T extends Node> List<T> shown(Node root, Class<T> kind) {
        var found = new ArrayList<T>();
        walk(root, Node::isVisible, kind, found);
        return found;
    }

    /** Every node there is, shown or not. */
    static <T extends Node> List<T> all(Node root, Class<T> kind) {
        var found = new ArrayList<T>();
        walk(root, _ -> true, kind, found);
        return found;
    }

    private static <T extends Node> void walk(
            Node node, Predicate<Node> goesInto, Class<T> kind, List<T> found) {
        if (!goesInto.test(node)) {
            return;
        }
        if (kind.isInstance(node)) {
            found.add(kind.cast(node));
        }
        if (node instanceof Parent parent) {
            for (var child : parent.getChildrenUnmodifiable()) {
                walk(child, goesInto, kind, found);
            }
        }
    }

    /** Where the node is on the design surface. */
    static Bounds onDesign(Node node) {
        return Fx.SCREEN.frame().sceneToLocal(node.localToScene(node.getLayoutBounds()));
    }
}
