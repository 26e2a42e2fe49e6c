package de.buergerkiosk.screen;

import de.buergerkiosk.page.Field;

/** Where the keys of our keyboard, and of a real one, go. */
interface Typing {
    Field.Keypad keypad();

    /** Whether the next letter begins the line, and so is a capital one. */
    boolean atStart();

    void insert(String characters);

    void delete();

    void left();

    void right();

    /** Typing is over. */
    void done();
}
