package de.buergerkiosk.demo.window;

import de.buergerkiosk.eid.simulated.CardTray;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;

/** The window as the demonstration opens it, with hands that only note what they are told. */
final class Opened implements AutoCloseable {
    static final String URL = "http://localhost:40845";
    static final List<Login> LOGINS =
            List.of(
                    new Login("parken", "iksg2e47j47eavghgsnb", "traffic-office"),
                    new Login("sperrmuell", "36eggdpzh662tt937qei", "waste-service"),
                    new Login("leitung", "aphkeevjtsiprdxd5ysw", ""));

    final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    final CardTray tray;
    final DevicesWindow window;
    private final ExecutorService work =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());

    Opened(Path folder, int height) throws Exception {
        this(folder, height, "de");
    }

    Opened(Path folder, int height, String language) throws Exception {
        Desktop.reach();
        tray = new CardTray(folder, Duration.ofMillis(50));
        var hands =
                new Hands() {
                    @Override
                    public void atPrinter(String line) {
                        told.add("printer: " + line);
                    }

                    @Override
                    public void atTerminal(String line) {
                        told.add("terminal: " + line);
                    }

                    @Override
                    public void atScanner(String line) {
                        told.add("scanner: " + line);
                    }
                };
        window =
                DevicesWindow.open(
                        new DevicesWindow.Around(language, hands, tray, URL, LOGINS, work),
                        new Desktop.Room(0, 0, 850, height),
                        () -> told.add("closed"));
    }

    Scene scene() {
        return window.scene();
    }

    static <T> T ask(Supplier<T> onFxThread) throws InterruptedException {
        return Desktop.call(onFxThread);
    }

    Node node(String id) {
        var node = scene().lookup("#" + id);
        if (node == null) {
            throw new AssertionError("nothing has the id " + id);
        }
        return node;
    }

    void press(String id) throws InterruptedException {
        ask(() -> {
            ((ButtonBase) node(id)).fire();
            return true;
        });
    }

    String heard() throws InterruptedException {
        var line = told.poll(60, TimeUnit.SECONDS);
        return line == null ? "nothing" : line;
    }

    String text(String id) throws InterruptedException {
        return ask(() -> ((Labeled) node(id)).getText());
    }

    /** Looks until the label says it, at most ten seconds; gives what it says then. */
    String textOnce(String id, String wanted) throws InterruptedException {
        var pause = new LinkedBlockingQueue<String>();
        for (int i = 0; i < 100 && !text(id).equals(wanted); i++) {
            var _ = pause.poll(100, TimeUnit.MILLISECONDS);
        }
        return text(id);
    }

    /** Looks until the label says something else, at most ten seconds. */
    void textOnceNot(String id, String unwanted) throws InterruptedException {
        var pause = new LinkedBlockingQueue<String>();
        for (int i = 0; i < 100 && text(id).equals(unwanted); i++) {
            var _ = pause.poll(100, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        window.close();
        work.shutdownNow();
    }
}
