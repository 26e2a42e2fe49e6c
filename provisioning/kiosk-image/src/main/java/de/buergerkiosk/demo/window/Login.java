package de.buergerkiosk.demo.window;

/**
 * How to log in at the desk of the demonstration.
 *
 * @param office empty for somebody who sees every office
 */
public record Login(String name, String password, String office) {
    @Override
    public String toString() {
        return "Login[" + name + "]";
    }
}
