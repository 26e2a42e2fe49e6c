package de.buergerkiosk.bench;

import de.buergerkiosk.screen.HelloWindow;
import java.time.InstantSource;

/** The process of the JavaFX yardstick. */
final class HelloMain {
    private HelloMain() {}

    public static void main(String[] args) throws InterruptedException {
        HelloWindow.show(InstantSource.system());
        System.exit(0);
    }
}
