package de.buergerkiosk.demo.window;

/** What the buttons do to the simulated devices. Never called on the JavaFX thread. */
public interface Hands {
    /** One of the lines that {@code sim printer} takes on standard input. */
    void atPrinter(String line);

    /** One of the lines that {@code sim terminal} takes on standard input. */
    void atTerminal(String line);

    /** One of the lines that {@code sim scanner} takes on standard input: a code. */
    void atScanner(String line);
}
