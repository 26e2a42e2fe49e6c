package de.buergerkiosk.demo;

import de.buergerkiosk.main.Surroundings;
import java.nio.file.Path;

/** The demonstration on a desktop: the kiosk's window, and a second one with the devices. */
final class WindowDemo {
    private final Path root;
    private final Path out;
    private final Surroundings around;

    WindowDemo(Path root, Path out, Surroundings around) {
        this.root = root;
        this.out = out;
        this.around = around;
    }

    int run() {
        System.err.println("demo: no window yet below " + root + " for " + out + around);
        return 1;
    }
}
