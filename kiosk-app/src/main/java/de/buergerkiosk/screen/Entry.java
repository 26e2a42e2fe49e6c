package de.buergerkiosk.screen;

import de.buergerkiosk.page.Field;
import java.util.function.Consumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * A line to type in. Not a JavaFX text field: it has no context menu, no clipboard, no undo list
 * that would outlive the visit, and draws every letter right.
 */
final class Entry extends Region implements Typing, Wiped {
    /** How the typed characters are shown: a date gets its dots. */
    interface Display {
        Display PLAIN =
                new Display() {
                    @Override
                    public String text(String typed) {
                        return typed;
                    }

                    @Override
                    public int caret(int typedCaret) {
                        return typedCaret;
                    }
                };

        String text(String typed);

        int caret(int typedCaret);
    }

    private final Prose prose = new Prose();
    private final Rectangle caret = new Rectangle();
    private final Display display;
    private final Keyboard keyboard;
    private Typed typed = Typed.of("", 0, Field.Keypad.LETTERS);
    private String placeholder = "";
    private Consumer<String> changed = _ -> {};
    private boolean writing;

    Entry(Keyboard keyboard, Display display, double caretWidth) {
        this.keyboard = keyboard;
        this.display = display;
        getStyleClass().add("entry");
        caret.getStyleClass().add("caret");
        caret.setWidth(caretWidth);
        caret.setManaged(false);
        caret.setVisible(false);
        caret.setMouseTransparent(true);
        getChildren().addAll(prose, caret);
        setMaxWidth(Double.MAX_VALUE);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT_FIELD);
        addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
        addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> write());
        focusedProperty()
                .addListener((_, _, now) -> {
                    if (now) {
                        write();
                    }
                });
        addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    void fill(Typed newTyped, String newPlaceholder, Consumer<String> whenChanged) {
        typed = newTyped;
        placeholder = newPlaceholder;
        changed = whenChanged;
        refresh();
    }

    /** Opens the keyboard for this line. */
    void write() {
        keyboard.open(this);
        if (!isFocused()) {
            requestFocus();
        }
    }

    /** The keyboard says whether it writes here. */
    void writing(boolean on) {
        if (writing != on) {
            writing = on;
            Shown.style(this, "writing", on);
            refresh();
        }
    }

    private void become(Typed newTyped) {
        boolean other = !newTyped.text().equals(typed.text());
        typed = newTyped;
        refresh();
        if (other) {
            changed.accept(typed.text());
        }
    }

    private void refresh() {
        boolean empty = typed.text().isEmpty();
        Shown.style(this, "empty", empty);
        prose.say(empty ? placeholder : display.text(typed.text()));
        caret.setVisible(writing);
        requestLayout();
    }

    @Override
    public Field.Keypad keypad() {
        return typed.keypad();
    }

    @Override
    public boolean atStart() {
        return typed.text().isEmpty();
    }

    @Override
    public void insert(String characters) {
        become(typed.insert(characters));
    }

    @Override
    public void delete() {
        become(typed.delete());
    }

    @Override
    public void left() {
        become(typed.left());
    }

    @Override
    public void right() {
        become(typed.right());
    }

    @Override
    public void done() {
        keyboard.close();
    }

    private void typed(KeyEvent event) {
        var characters = event.getCharacter();
        if (!event.isControlDown()
                && !event.isAltDown()
                && !event.isMetaDown()
                && !characters.isEmpty()
                && !Character.isISOControl(characters.codePointAt(0))) {
            event.consume();
            insert(characters);
        }
    }

    private void pressed(KeyEvent event) {
        KeyCode code = event.getCode();
        boolean ours = true;
        switch (code) {
            case BACK_SPACE -> delete();
            case DELETE -> {
                var before = typed;
                become(typed.right());
                if (typed.caret() != before.caret()) {
                    delete();
                }
            }
            case LEFT -> left();
            case RIGHT -> right();
            case HOME -> become(typed.home());
            case END -> become(typed.end());
            case ENTER -> keyboard.finish();
            default -> ours = false;
        }
        if (ours) {
            event.consume();
        }
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? typed.text()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = width <= 0 ? -1 : width - snappedLeftInset() - snappedRightInset();
        return prose.prefHeight(inner) + snappedTopInset() + snappedBottomInset();
    }

    @Override
    public javafx.geometry.Orientation getContentBias() {
        return javafx.geometry.Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        double x = snappedLeftInset();
        double width = getWidth() - x - snappedRightInset();
        double height = prose.prefHeight(width);
        double y = (getHeight() - height) / 2;
        prose.resizeRelocate(x, y, width, height);
        var at =
                typed.text().isEmpty()
                        ? prose.caretAt(0)
                        : prose.caretAt(display.caret(typed.caret()));
        caret.setX(x + at.getX());
        caret.setY(y + at.getY());
        caret.setHeight(prose.lineHeight());
    }

    @Override
    public void wipe() {
        typed = Typed.of("", 0, Field.Keypad.LETTERS);
        placeholder = "";
        changed = _ -> {};
        setAccessibleText("");
        writing(false);
        refresh();
        prose.wipe();
    }
}
