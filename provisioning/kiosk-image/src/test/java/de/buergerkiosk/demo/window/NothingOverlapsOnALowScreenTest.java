package de.buergerkiosk.demo.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NothingOverlapsOnALowScreenTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({"820, de", "900, de", "960, de", "820, en"})
    void everyControlIsWhollyVisibleAndAlone(int height, String language) throws Exception {
        try (var opened = new Opened(folder, height, language)) {
            var empty = opened.text("card-state");
            opened.press("card-put");
            opened.textOnceNot("card-state", empty);
            assertEquals(List.of(), Opened.ask(() -> complaints(opened)));
        }
    }

    private static List<String> complaints(Opened opened) {
        var root = opened.scene().getRoot();
        root.applyCss();
        root.layout();
        var controls = new ArrayList<Node>();
        collect(root, controls);
        var wrong = new ArrayList<String>();
        var window = new BoundingBox(0, 0, opened.scene().getWidth(), opened.scene().getHeight());
        for (int i = 0; i < controls.size(); i++) {
            var at = bounds(controls.get(i));
            if (!window.contains(at)) {
                wrong.add(controls.get(i) + " leaves the window");
            }
            if (isCut(controls.get(i))) {
                wrong.add(controls.get(i) + " is cut");
            }
            for (var other : controls.subList(i + 1, controls.size())) {
                if (at.intersects(bounds(other))) {
                    wrong.add(controls.get(i) + " overlaps " + other);
                }
            }
        }
        return wrong;
    }

    /** Labels and controls that carry text; not their inner parts. */
    private static void collect(Node node, List<Node> into) {
        if (node instanceof Labeled
                || node instanceof TextField
                || node instanceof ComboBoxBase<?>) {
            into.add(node);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
        }
    }

    private static Bounds bounds(Node node) {
        var at = node.localToScene(node.getLayoutBounds());
        return new BoundingBox(
                at.getMinX() + 0.5, at.getMinY() + 0.5, at.getWidth() - 1, at.getHeight() - 1);
    }

    private static boolean isCut(Node node) {
        if (node instanceof TextField field) {
            var text = new Text(field.getText());
            text.setFont(field.getFont());
            return text.getLayoutBounds().getWidth()
                    > field.getWidth() - field.getInsets().getLeft() - field.getInsets().getRight();
        }
        return node instanceof Labeled labeled
                && labeled.lookup(".text") instanceof Text shown
                && !shown.getText().equals(labeled.getText());
    }
}
