package de.buergerkiosk.demo.window;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Where the clerks' page is and how to log in, ready to be copied. */
final class DeskPane {
    private static final int GAP = 6;

    private final Labels labels;
    private final VBox box;

    DeskPane(Labels labels, String url, List<Login> logins) {
        this.labels = labels;
        var address = field("desk-url", url);
        HBox.setHgrow(address, Priority.ALWAYS);
        box =
                Section.titled(
                        labels.say("desk.title"),
                        Section.line("desk-about", labels.say("desk.about")),
                        new HBox(GAP, address, copy("desk-copy-url", url)),
                        table(logins));
    }

    VBox box() {
        return box;
    }

    private GridPane table(List<Login> logins) {
        var grid = new GridPane(GAP, GAP);
        var wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(new ColumnConstraints(), new ColumnConstraints(), wide);
        grid.add(Section.line("desk-office", labels.say("desk.office")), 0, 0);
        grid.add(Section.line("desk-name", labels.say("desk.name")), 1, 0);
        grid.add(Section.line("desk-password", labels.say("desk.password")), 2, 0);
        for (int i = 0; i < logins.size(); i++) {
            var login = logins.get(i);
            var office =
                    switch (login.office()) {
                        case "" -> labels.say("desk.everything");
                        case "admin" -> labels.say("desk.admin");
                        case "technician" -> labels.say("desk.technician");
                        default -> login.office();
                    };
            var name = field("desk-name-" + i, login.name());
            name.setPrefColumnCount(9);
            var at = Section.line("desk-office-" + i, office);
            at.setMinWidth(Region.USE_PREF_SIZE);
            grid.add(at, 0, i + 1);
            grid.add(name, 1, i + 1);
            var password = field("desk-password-" + i, login.password());
            password.setPrefColumnCount(18);
            grid.add(password, 2, i + 1);
            grid.add(copy("desk-copy-" + i, login.password()), 3, i + 1);
        }
        return grid;
    }

    private static TextField field(String id, String text) {
        var field = new TextField(text);
        field.setId(id);
        field.setEditable(false);
        return field;
    }

    private Button copy(String id, String text) {
        var button =
                Section.button(
                        id,
                        labels.say("desk.copy"),
                        () -> {
                            var content = new ClipboardContent();
                            content.putString(text);
                            Clipboard.getSystemClipboard().setContent(content);
                        });
        button.setMinWidth(Button.USE_PREF_SIZE);
        return button;
    }
}
