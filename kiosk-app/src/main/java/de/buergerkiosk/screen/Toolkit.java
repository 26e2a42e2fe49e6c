package de.buergerkiosk.screen;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javafx.application.Platform;

/** The JavaFX thread: started once, and asked for things with a limit of time. */
final class Toolkit {
    private static final int SECONDS_MAX = 20;

    private static final AtomicReference<Optional<RuntimeException>> TROUBLE =
            new AtomicReference<>(Optional.empty());

    /** Held, for java.util.logging forgets loggers that nobody holds. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Toolkit() {}

    /**
     * Starts JavaFX unless it runs already; nothing with pixels may be made before.
     *
     * @throws RuntimeException if it does not start, now or when it was tried first: JavaFX itself
     *     would claim at the second trial that it runs
     */
    static synchronized void start() {
        if (TROUBLE.get().isPresent()) {
            var first = TROUBLE.get().get();
            throw new IllegalStateException("JavaFX did not start: " + first.getMessage(), first);
        }
        try {
            startOnce();
        } catch (RuntimeException e) {
            TROUBLE.set(Optional.of(e));
            throw e;
        }
    }

    private static void startOnce() {
        try {
            // JavaFX works from the class path, and says at each start that it would rather not.
            JAVAFX.setFilter(
                    record -> !record.getMessage().startsWith("Unsupported JavaFX configuration"));
            var up = new CompletableFuture<Void>();
            Platform.startup(() -> up.complete(null));
            Platform.setImplicitExit(false);
            up.get(SECONDS_MAX, TimeUnit.SECONDS);
        } catch (IllegalStateException _) {
            // JavaFX allows one start in the life of a process, and it has happened.
        } catch (UnsupportedOperationException e) {
            // so says JavaFX's platform layer where the display is missing or refuses us
            throw new IllegalStateException(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while JavaFX started", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("JavaFX does not start", e);
        }
    }

    /**
     * Runs it on the JavaFX thread and returns what it returns.
     *
     * @throws IllegalStateException if the JavaFX thread does not answer
     */
    static <T> T call(Supplier<T> work) {
        return call(work, () -> {});
    }

    /** As {@link #call(Supplier)}; the caller does something else meanwhile. */
    static <T> T call(Supplier<T> work, Runnable meanwhile) {
        if (Platform.isFxApplicationThread()) {
            meanwhile.run();
            return work.get();
        }
        var done = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
            }
        });
        meanwhile.run();
        try {
            return done.get(SECONDS_MAX, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the screen", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the screen failed", e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("the screen does not answer", e);
        }
    }

    static void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }
}
