package de.buergerkiosk.demo.window;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The framed parts of the window and their controls. */
final class Section {
    private static final int GAP = 8;

    private Section() {}

    static VBox titled(String title, Node... content) {
        var heading = new Label(title);
        heading.getStyleClass().add("heading");
        var box = new VBox(heading);
        box.getChildren().addAll(content);
        box.getStyleClass().add("section");
        return box;
    }

    /** A line that may wrap. */
    static Label line(String id, String text) {
        var label = new Label(text);
        label.setId(id);
        label.setWrapText(true);
        label.getStyleClass().add("state");
        return label;
    }

    static Button button(String id, String text, Runnable pressed) {
        var button = new Button(text);
        button.setId(id);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> pressed.run());
        GridPane.setHgrow(button, Priority.ALWAYS);
        return button;
    }

    /** Buttons of the same width, two in a row. */
    static GridPane pairs(Button... buttons) {
        var grid = new GridPane(GAP, GAP);
        for (int i = 0; i < buttons.length; i++) {
            buttons[i].setPrefWidth(200);
            grid.add(buttons[i], i % 2, i / 2);
        }
        return grid;
    }
}
