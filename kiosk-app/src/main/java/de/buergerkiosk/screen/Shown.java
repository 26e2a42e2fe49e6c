package de.buergerkiosk.screen;

import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Switches of a node that belong together. */
final class Shown {
    private Shown() {}

    /** Visible and taking room, or neither. */
    static void set(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** Drawn, but behind its siblings and without taking room: to be styled before it is needed. */
    static void behind(Region region, double width) {
        region.setManaged(false);
        region.setViewOrder(1);
        region.setVisible(true);
        // What was never styled has no height yet, and would stick out when it is.
        region.applyCss();
        region.resizeRelocate(0, 0, width, region.prefHeight(width));
    }

    /** Adds or removes a style class; touches the node only if that changes something. */
    static void style(Node node, String styleClass, boolean on) {
        var classes = node.getStyleClass();
        if (on && !classes.contains(styleClass)) {
            classes.add(styleClass);
        } else if (!on) {
            classes.remove(styleClass);
        }
    }

    /** Whether the node is that container or somewhere in it. */
    static boolean within(Node node, Node container) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(container)) {
                return true;
            }
        }
        return false;
    }
}
