package de.buergerkiosk.screen;

import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Asks whether somebody is there: a countdown and two big buttons over the whole page. */
final class IdleWarning extends StackPane implements Wiped {
    private final Prose title = new Prose("title").centred();
    private final Prose seconds = new Prose("seconds").centred();
    private final Prose text = new Prose("large").centred();
    private final Press stay = Press.words("primary");
    private final Press leave = Press.words();

    IdleWarning(DisplayProfile profile) {
        getStyleClass().add("veil");
        var box = new VBox(title, seconds, text, stay, leave);
        box.getStyleClass().add("warning");
        box.setMaxWidth(profile.px(225));
        box.setMaxHeight(USE_PREF_SIZE);
        stay.setId("idle-stay");
        leave.setId("idle-leave");
        getChildren().add(box);
        setVisible(false);
    }

    /**
     * @param onStay called by the button, and by a touch beside it
     */
    void show(int secondsLeft, Sight sight, Runnable onStay, Runnable onLeave) {
        title.say(sight.say("idle.title"));
        seconds.say(Integer.toString(secondsLeft));
        text.say(sight.say("idle.text", secondsLeft));
        stay.say(sight.say("idle.stay"));
        leave.say(sight.say("idle.leave"));
        stay.does(onStay);
        leave.does(onLeave);
        setOnMouseReleased((MouseEvent event) -> {
            event.consume();
            onStay.run();
        });
        if (!isVisible()) {
            setVisible(true);
            stay.requestFocus();
        }
    }

    void hide() {
        setVisible(false);
    }

    @Override
    public void wipe() {
        hide();
        title.wipe();
        seconds.wipe();
        text.wipe();
        stay.wipe();
        leave.wipe();
    }
}
