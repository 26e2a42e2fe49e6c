package de.buergerkiosk.demo.window;

/**
 * How to log in at the desk of the demonstration.
 *
 * @param office where somebody works; empty for somebody who sees every office, {@code admin} or {@code
 *     technician} for those who look after kiosks
 */
public record Login(String name, String password, String office) {
    @Override
    public String toString() {
        return "Login[" + name + "]";
    }
}
