package de.buergerkiosk.screen;

import de.buergerkiosk.page.Field;

/** A line or a date, typed on a keyboard. */
final class EntryField extends FieldNode<Field> {
    /** Eight digits are shown with the dots of a date; the caret never stands before a dot. */
    private static final Entry.Display DATE =
            new Entry.Display() {
                @Override
                public String text(String typed) {
                    var shown = new StringBuilder(typed);
                    if (typed.length() >= 4) {
                        shown.insert(4, '.');
                    }
                    if (typed.length() >= 2) {
                        shown.insert(2, '.');
                    }
                    return shown.toString();
                }

                @Override
                public int caret(int typedCaret) {
                    return typedCaret + (typedCaret >= 2 ? 1 : 0) + (typedCaret >= 4 ? 1 : 0);
                }
            };

    private final Entry entry;

    private EntryField(View.Parts parts, Entry.Display display) {
        entry = new Entry(parts.keyboard().get(), display, parts.px(0.8));
        getChildren().add(entry);
    }

    static EntryField line(View.Parts parts) {
        return new EntryField(parts, Entry.Display.PLAIN);
    }

    static EntryField date(View.Parts parts) {
        return new EntryField(parts, DATE);
    }

    @Override
    void fillField(Field field, Sight sight) {
        var value = sight.showing().value(field);
        entry.setId("field-" + field.path());
        entry.setAccessibleText(sight.in(field.label()));
        if (field instanceof Field.Line line) {
            entry.fill(
                    Typed.of(value, line.lengthMax(), line.keypad()),
                    "",
                    typed -> sight.showing().enter(field, typed));
        } else {
            entry.fill(
                    Typed.of(DateDigits.ofValue(value), 8, Field.Keypad.DIGITS),
                    sight.say("field.date"),
                    typed -> sight.showing().enter(field, DateDigits.toValue(typed)));
        }
    }

    @Override
    void enter() {
        entry.write();
    }

    @Override
    void wipeField() {
        entry.wipe();
    }
}
