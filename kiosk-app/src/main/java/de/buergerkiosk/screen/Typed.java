package de.buergerkiosk.screen;

import de.buergerkiosk.page.Field;
import java.text.BreakIterator;
import java.util.Locale;

/**
 * A line of text while it is typed. Immutable, knows no screen; keeps to its length and to the
 * characters that belong into it, whoever types them.
 *
 * @param caret UTF-16 index into the text
 * @param lengthMax in code points
 */
record Typed(String text, int caret, int lengthMax, Field.Keypad keypad) {
    static Typed of(String text, int lengthMax, Field.Keypad keypad) {
        return new Typed(text, text.length(), lengthMax, keypad);
    }

    /** Inserts what may be inserted; the rest is dropped. */
    Typed insert(String typed) {
        var now = this;
        for (var codePoint : typed.codePoints().toArray()) {
            now = now.insert(codePoint);
        }
        return now;
    }

    private Typed insert(int typed) {
        int codePoint = written(typed);
        if (!takes(codePoint) || text.codePointCount(0, text.length()) >= lengthMax) {
            return this;
        }
        var added = Character.toString(codePoint);
        return with(
                text.substring(0, caret) + added + text.substring(caret), caret + added.length());
    }

    /** Removes the letter before the caret together with its marks. */
    Typed delete() {
        int start = before();
        return with(text.substring(0, start) + text.substring(caret), start);
    }

    Typed left() {
        return with(text, before());
    }

    Typed right() {
        var letters = letters();
        int next = letters.following(Math.min(caret, Math.max(0, text.length() - 1)));
        return with(
                text, caret >= text.length() || next == BreakIterator.DONE ? text.length() : next);
    }

    Typed home() {
        return with(text, 0);
    }

    Typed end() {
        return with(text, text.length());
    }

    private int before() {
        if (caret == 0) {
            return 0;
        }
        int start = letters().preceding(caret);
        return start == BreakIterator.DONE ? 0 : start;
    }

    private BreakIterator letters() {
        var letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(text);
        return letters;
    }

    private Typed with(String newText, int newCaret) {
        return new Typed(newText, newCaret, lengthMax, keypad);
    }

    @Override
    public String toString() {
        return "Typed[personal]";
    }

    /** Plates have capitals only, also where small letters come in. */
    private int written(int codePoint) {
        return keypad == Field.Keypad.PLATE
                ? Character.toString(codePoint).toUpperCase(Locale.GERMAN).codePointAt(0)
                : codePoint;
    }

    private boolean takes(int codePoint) {
        return switch (keypad) {
            case LETTERS ->
                    Character.isLetterOrDigit(codePoint)
                            || isMark(codePoint)
                            || codePoint == ' '
                            || (codePoint > ' ' && codePoint < 0x7f)
                            || "’„“”‚‘–€§°²³·".indexOf(codePoint) >= 0;
            case DIGITS -> isDigit(codePoint);
            case PHONE -> isDigit(codePoint) || "+ ".indexOf(codePoint) >= 0;
            case PLATE ->
                    isDigit(codePoint)
                            || (codePoint >= 'A' && codePoint <= 'Z')
                            || "ÄÖÜ- ".indexOf(codePoint) >= 0;
        };
    }

    private static boolean isDigit(int codePoint) {
        return codePoint >= '0' && codePoint <= '9';
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
