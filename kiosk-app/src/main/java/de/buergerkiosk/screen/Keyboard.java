package de.buergerkiosk.screen;

import de.buergerkiosk.page.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.layout.Region;

/**
 * Our own keyboard: a region of the page, never a window. Its keys are kept and named anew for
 * each layer. A shift holds for one letter.
 */
final class Keyboard extends Region implements Wiped {
    /** A key: words or an icon, whichever the layer says. */
    private static final class KeyPress extends Press {
        private final Icon icon;

        KeyPress() {
            super("key", "centred");
            icon = new Icon("backspace", Icon.Size.MEDIUM);
            icon.setMouseTransparent(true);
            prose().centred();
            getChildren().addAll(icon, prose());
            setFocusTraversable(false);
        }
    }

    private static final double ROW_MILLIMETRES = 20;
    private static final int ROWS = 5;

    private final DisplayProfile profile;
    private final double gap;
    private final Kept<KeyPress> keys;
    private Optional<Typing> target = Optional.empty();
    private KeyboardLayout layout = KeyboardLayout.of(Field.Keypad.LETTERS);
    private KeyboardLayout.Layer layer = layout.layers().getFirst();
    private boolean shifted;
    private Runnable whenMoved = () -> {};
    private Runnable whenFinished = () -> {};
    private Labels labels = new Labels("", "", "", "", "", "");

    /** The keyboard's own words. */
    record Labels(
            String done, String space, String shift, String left, String right, String delete) {
        String of(KeyboardLayout.Duty.Work work) {
            return switch (work) {
                case DONE -> done;
                case SPACE -> space;
                case SHIFT -> shift;
                case LEFT -> left;
                case RIGHT -> right;
                case DELETE -> delete;
                case GAP -> "";
            };
        }
    }

    Keyboard(DisplayProfile profile) {
        this.profile = profile;
        gap = profile.px(3);
        getStyleClass().add("keyboard");
        keys = new Kept<>(getChildren(), KeyPress::new);
        Shown.set(this, false);
    }

    /** Says its words in the language that the citizen reads. */
    void label(Sight sight) {
        var newLabels =
                new Labels(
                        sight.say("keyboard.done"),
                        sight.say("keyboard.space"),
                        sight.say("keyboard.shift"),
                        sight.say("keyboard.left"),
                        sight.say("keyboard.right"),
                        sight.say("keyboard.deleteLetter"));
        if (!newLabels.equals(labels)) {
            labels = newLabels;
            show();
        }
    }

    /**
     * @param moved called when the keyboard has come or gone
     * @param finished called when a real keyboard's Enter ends a line
     */
    void listeners(Runnable moved, Runnable finished) {
        whenMoved = moved;
        whenFinished = finished;
    }

    void open(Typing newTarget) {
        if (target.filter(t -> t.equals(newTarget)).isPresent()) {
            return;
        }
        stopWriting();
        target = Optional.of(newTarget);
        startWriting();
        var wanted = KeyboardLayout.of(newTarget.keypad());
        if (!wanted.equals(layout)) {
            layout = wanted;
            layer = layout.layers().getFirst();
        }
        shifted = startsCapital();
        Shown.set(this, true);
        show();
        whenMoved.run();
    }

    void close() {
        if (target.isPresent()) {
            stopWriting();
            target = Optional.empty();
            Shown.set(this, false);
            whenMoved.run();
        }
    }

    /** Closes and lets the page go on to what comes after typing. */
    void finish() {
        close();
        whenFinished.run();
    }

    /** Styles and draws the keys of that keyboard behind everything, where nobody sees them. */
    void warm(Field field, double width) {
        var keypad = keypad(field);
        if (target.isEmpty() && keypad.isPresent()) {
            layout = KeyboardLayout.of(keypad.get());
            layer = layout.layers().getFirst();
            show();
            Shown.behind(this, width);
        }
    }

    private static Optional<Field.Keypad> keypad(Field field) {
        return switch (field) {
            case Field.Line line -> Optional.of(line.keypad());
            case Field.Date _ -> Optional.of(Field.Keypad.DIGITS);
            case Field.Choice _, Field.YesNo _, Field.Count _, Field.Fixed _ -> Optional.empty();
        };
    }

    void warmed() {
        setViewOrder(0);
        Shown.set(this, target.isPresent());
    }

    Optional<Typing> target() {
        return target;
    }

    private void stopWriting() {
        if (target.orElse(null) instanceof Entry entry) {
            entry.writing(false);
        }
    }

    private void startWriting() {
        if (target.orElse(null) instanceof Entry entry) {
            entry.writing(true);
        }
    }

    private boolean startsCapital() {
        return target.filter(t -> t.keypad() == Field.Keypad.LETTERS && t.atStart()).isPresent();
    }

    /**
     * Ids of the keys that write this character from the present state, in order; empty if the
     * keyboard cannot write it.
     */
    List<String> pathTo(String character) {
        var order = new ArrayList<KeyboardLayout.Layer>();
        order.add(layer);
        order.addAll(layout.layers());
        for (var candidate : order) {
            var path = new ArrayList<String>();
            if (!candidate.equals(layer)) {
                if (!reaches(layer, candidate)) {
                    path.add("layer-" + layout.layers().getFirst().name());
                }
                if (!candidate.equals(layout.layers().getFirst()) || reaches(layer, candidate)) {
                    path.add("layer-" + candidate.name());
                }
            }
            for (var row : candidate.rows()) {
                for (var key : row) {
                    if (writes(key, character, path)) {
                        return path;
                    }
                }
            }
        }
        return List.of();
    }

    private boolean writes(KeyboardLayout.Key key, String character, List<String> path) {
        if (key.duty() == KeyboardLayout.Duty.Work.SPACE && character.equals(" ")) {
            path.add(key.id());
            return true;
        }
        if (!(key.duty() instanceof KeyboardLayout.Duty.Write(var small))) {
            return false;
        }
        if (small.equals(character) || capital(small).equals(character)) {
            boolean wantsCapital = !small.equals(character);
            if (wantsCapital != shifted && !capital(small).equals(small)) {
                path.add(KeyboardLayout.Duty.Work.SHIFT.id());
            }
            path.add(key.id());
            return true;
        }
        return false;
    }

    private static boolean reaches(KeyboardLayout.Layer from, KeyboardLayout.Layer to) {
        return from.rows().stream()
                .flatMap(List::stream)
                .anyMatch(k -> k.duty().equals(new KeyboardLayout.Duty.Go(to.name())));
    }

    private static String capital(String character) {
        return character.equals("ß") ? "ẞ" : character.toUpperCase(Locale.ROOT);
    }

    private void press(KeyboardLayout.Duty duty) {
        switch (duty) {
            case KeyboardLayout.Duty.Write(var character) -> write(character);
            case KeyboardLayout.Duty.Go(var name) -> {
                layer = layout.layer(name);
                show();
            }
            case KeyboardLayout.Duty.Work work -> {
                switch (work) {
                    case SHIFT -> {
                        shifted = !shifted;
                        show();
                    }
                    case SPACE -> write(" ");
                    case LEFT -> target.ifPresent(Typing::left);
                    case RIGHT -> target.ifPresent(Typing::right);
                    case DELETE -> {
                        target.ifPresent(Typing::delete);
                        if (startsCapital() && !shifted) {
                            shifted = true;
                            show();
                        }
                    }
                    case DONE -> target.ifPresent(Typing::done);
                    case GAP -> {}
                }
            }
        }
    }

    private void write(String character) {
        target.ifPresent(t -> t.insert(shifted ? capital(character) : character));
        if (shifted) {
            shifted = false;
            show();
        }
    }

    private void show() {
        var wanted =
                layer.rows().stream()
                        .flatMap(List::stream)
                        .filter(k -> k.duty() != KeyboardLayout.Duty.Work.GAP)
                        .toList();
        var presses = keys.take(wanted.size());
        for (int i = 0; i < wanted.size(); i++) {
            show(presses.get(i), wanted.get(i));
        }
        requestLayout();
    }

    private void show(KeyPress press, KeyboardLayout.Key key) {
        press.setId(key.id());
        press.does(() -> press(key.duty()));
        Optional<String> icon =
                switch (key.duty()) {
                    case KeyboardLayout.Duty.Work work ->
                            switch (work) {
                                case SHIFT -> Optional.of("arrow-fat-up");
                                case LEFT -> Optional.of("arrow-left");
                                case RIGHT -> Optional.of("arrow-right");
                                case DELETE -> Optional.of("backspace");
                                case SPACE -> Optional.of("space");
                                case DONE, GAP -> Optional.empty();
                            };
                    case KeyboardLayout.Duty.Write _, KeyboardLayout.Duty.Go _ -> Optional.empty();
                };
        icon.ifPresent(press.icon::show);
        Shown.set(press.icon, icon.isPresent());
        press.say(icon.isPresent() ? "" : words(key.duty()));
        press.call(words(key.duty()));
        Shown.style(press, "working", !(key.duty() instanceof KeyboardLayout.Duty.Write));
        Shown.style(press, "on", shifted && key.duty() == KeyboardLayout.Duty.Work.SHIFT);
    }

    private String words(KeyboardLayout.Duty duty) {
        return switch (duty) {
            case KeyboardLayout.Duty.Write(var character) ->
                    shifted ? capital(character) : character;
            case KeyboardLayout.Duty.Go(var name) -> layout.layer(name).label();
            case KeyboardLayout.Duty.Work work -> labels.of(work);
        };
    }

    @Override
    protected double computePrefHeight(double width) {
        return profile.px(ROWS * ROW_MILLIMETRES + (ROWS - 1) * 3 + 2 * 4);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double edge = profile.px(5);
        double top = profile.px(4);
        int columns = layout.columns();
        double unit = (getWidth() - 2 * edge - (columns - 1) * gap) / columns;
        int rowCount = layer.rows().size();
        double height = (getHeight() - 2 * top - (rowCount - 1) * gap) / rowCount;
        var presses = keys.take(shownKeys());
        int next = 0;
        double y = top;
        for (var row : layer.rows()) {
            double units = row.stream().mapToDouble(KeyboardLayout.Key::width).sum();
            double x = edge + (columns - units) * (unit + gap) / 2;
            for (var key : row) {
                double width = key.width() * unit + (key.width() - 1) * gap;
                if (key.duty() != KeyboardLayout.Duty.Work.GAP) {
                    presses.get(next++)
                            .resizeRelocate(
                                    snapPositionX(x),
                                    snapPositionY(y),
                                    Math.floor(width),
                                    Math.floor(height));
                }
                x += width + gap;
            }
            y += height + gap;
        }
    }

    private int shownKeys() {
        return (int)
                layer.rows().stream()
                        .flatMap(List::stream)
                        .filter(k -> k.duty() != KeyboardLayout.Duty.Work.GAP)
                        .count();
    }

    @Override
    public void wipe() {
        close();
        layout = KeyboardLayout.of(Field.Keypad.LETTERS);
        layer = layout.layers().getFirst();
        shifted = false;
    }
}
