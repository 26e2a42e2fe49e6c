package de.buergerkiosk.central.console;

/** Reasons that people give. */
final class Notes {
    /** The books take no more. */
    private static final int CHARACTERS_MAX = 300;

    private Notes() {}

    /** Without blanks around it, and not longer than it may be; the field allows no more anyway. */
    static String cut(String note) {
        var words = note.strip();
        return words.length() <= CHARACTERS_MAX ? words : words.substring(0, CHARACTERS_MAX);
    }
}
