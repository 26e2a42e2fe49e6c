package de.buergerkiosk.screen;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * Something to press: acts on release inside, so that a finger that slips can change its mind
 * (WCAG 2.5.2), and on Enter and Space. Holds words, an icon, or any nodes.
 */
class Press extends HBox implements Wiped {
    private static final PseudoClass ARMED = PseudoClass.getPseudoClass("armed");

    private final Prose words = new Prose();
    private Runnable action = () -> {};
    private boolean armed;

    Press(String... styleClasses) {
        getStyleClass().add("press");
        getStyleClass().addAll(styleClasses);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setMaxWidth(Double.MAX_VALUE);
        setHgrow(words, Priority.SOMETIMES);
        addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> arm(true));
        addEventHandler(MouseEvent.MOUSE_DRAGGED, e -> arm(armed && inside(e)));
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyed);
    }

    /** A button with words in its middle. */
    static Press words(String... styleClasses) {
        var press = new Press(styleClasses);
        press.setAlignment(Pos.CENTER);
        press.words.centred();
        press.getStyleClass().add("centred");
        press.getChildren().add(press.words);
        return press;
    }

    /** A button with a picture and, beside it, words. */
    static Press picture(Node picture, String... styleClasses) {
        var press = new Press(styleClasses);
        press.getStyleClass().add("centred");
        press.setAlignment(Pos.CENTER);
        picture.setMouseTransparent(true);
        press.getChildren().addAll(picture, press.words);
        Shown.set(press.words, false);
        return press;
    }

    /** A button with any content; what it says is given by {@link #call}. */
    static Press around(Node content, String... styleClasses) {
        var press = new Press(styleClasses);
        setHgrow(content, Priority.ALWAYS);
        press.getChildren().add(content);
        return press;
    }

    void say(String newWords) {
        words.say(newWords);
        Shown.set(words, !newWords.isEmpty());
        setAccessibleText(newWords);
    }

    /** What it is called, where the words are not on it. */
    void call(String name) {
        setAccessibleText(name);
    }

    String spoken() {
        return String.valueOf(queryAccessibleAttribute(AccessibleAttribute.TEXT));
    }

    Prose prose() {
        return words;
    }

    void does(Runnable newAction) {
        action = newAction;
    }

    /** Does what a finger would do. */
    final void fire() {
        if (!isDisabled()) {
            action.run();
        }
    }

    private void arm(boolean on) {
        armed = on;
        pseudoClassStateChanged(ARMED, on);
    }

    private void released(MouseEvent event) {
        boolean fires = armed && inside(event);
        arm(false);
        if (fires) {
            event.consume();
            fire();
        }
    }

    private boolean inside(MouseEvent event) {
        return contains(sceneToLocal(event.getSceneX(), event.getSceneY()));
    }

    private void keyed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            event.consume();
            fire();
        }
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT && getAccessibleText() != null
                ? getAccessibleText()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction accessible, Object... parameters) {
        if (accessible == AccessibleAction.FIRE) {
            fire();
        } else {
            super.executeAccessibleAction(accessible, parameters);
        }
    }

    @Override
    public void wipe() {
        words.wipe();
        setAccessibleText("");
        action = () -> {};
        arm(false);
    }
}
