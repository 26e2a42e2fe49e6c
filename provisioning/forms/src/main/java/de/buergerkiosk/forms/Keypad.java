package de.buergerkiosk.forms;

/** Which keys the on-screen keyboard offers first. */
public enum Keypad {
    /** No keyboard: the control is pressed, not typed. */
    NONE,
    LETTERS,
    DIGITS,
    /** Letters, digits, hyphen and space, capitals only: number plates. */
    PLATE,
    /** Digits, plus and space. */
    PHONE,
    /** Digits first, then letters: house numbers. */
    DIGITS_AND_LETTERS
}
