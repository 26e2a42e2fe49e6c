package de.buergerkiosk.screen;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import javafx.collections.ObservableList;
import javafx.scene.Node;

/**
 * Nodes that are made once and used again and again: a page turn makes no nodes and styles none
 * anew. Those not needed now stay in the scene, empty and out of sight.
 */
final class Kept<T extends Node & Wiped> implements Wiped {
    private final ObservableList<Node> into;
    private final Supplier<T> make;
    private final List<T> all = new ArrayList<>();

    Kept(ObservableList<Node> into, Supplier<T> make) {
        this.into = into;
        this.make = make;
    }

    /** The first {@code count} of them, visible; the others are wiped and hidden. */
    List<T> take(int count) {
        while (all.size() < count) {
            var made = make.get();
            all.add(made);
            into.add(made);
        }
        for (int i = 0; i < all.size(); i++) {
            var node = all.get(i);
            if (i >= count && node.isManaged()) {
                node.wipe();
            }
            Shown.set(node, i < count);
        }
        return Collections.unmodifiableList(all.subList(0, count));
    }

    @Override
    public void wipe() {
        all.forEach(Wiped::wipe);
    }
}
