package de.buergerkiosk.demo.window;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.Screen;

/** The desktop that the windows open on. */
public final class Desktop {
    private static final int SECONDS_MAX = 20;

    private Desktop() {}

    /** No window can be opened; the message says why. */
    public static final class NoDisplay extends Exception {
        private static final long serialVersionUID = 1;

        NoDisplay(String why, Throwable cause) {
            super(why, cause);
        }
    }

    /** The part of the screen that windows may cover, in pixels. */
    public record Room(int left, int top, int width, int height) {}

    /** Starts JavaFX, unless it runs, and measures the screen. */
    public static Room reach() throws NoDisplay, InterruptedException {
        var up = new CompletableFuture<Void>();
        try {
            Platform.startup(() -> up.complete(null));
            up.get(SECONDS_MAX, TimeUnit.SECONDS);
        } catch (IllegalStateException _) {
            // JavaFX allows one start in the life of a process, and it has happened.
        } catch (UnsupportedOperationException | ExecutionException | TimeoutException e) {
            throw new NoDisplay(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            // JavaFX wraps what its platform found in plain RuntimeExceptions
            throw new NoDisplay(String.valueOf(e.getMessage()), e);
        }
        Platform.setImplicitExit(false);
        return call(() -> {
            var room = Screen.getPrimary().getVisualBounds();
            return new Room(
                    (int) room.getMinX(),
                    (int) room.getMinY(),
                    (int) room.getWidth(),
                    (int) room.getHeight());
        });
    }

    /** Runs it on the JavaFX thread and returns what it returns. */
    static <T> T call(Supplier<T> work) throws InterruptedException {
        var done = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.get(SECONDS_MAX, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the window failed", e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("the window does not answer", e);
        }
    }
}
