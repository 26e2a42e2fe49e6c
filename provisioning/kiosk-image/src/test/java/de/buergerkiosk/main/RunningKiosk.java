package de.buergerkiosk.main;

import de.buergerkiosk.page.Page;
import de.buergerkiosk.screen.FxScreen;
import de.buergerkiosk.screen.Hand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A kiosk as its process runs it, with everything that begins and opens anew, and a finger on whatever
 * screen it has at the time.
 */
final class RunningKiosk implements AutoCloseable {
    static final Duration SOON = Duration.ofMinutes(5);
    private static final Duration END_MAX = Duration.ofSeconds(60);

    private final AtomicReference<@Nullable FxScreen> newest = new AtomicReference<>();
    private final FutureTask<Integer> running;
    private final Thread thread;

    private RunningKiosk(Path config) {
        running = new FutureTask<>(() -> new Running(config, true).untilStopped(newest::set));
        thread = Thread.ofPlatform().name("kiosk").unstarted(running);
    }

    static RunningKiosk start(Path config) {
        var kiosk = new RunningKiosk(config);
        kiosk.thread.start();
        return kiosk;
    }

    /** On the screen that is there now. */
    Hand hand() throws InterruptedException {
        await(() -> newest.get() != null, "no screen");
        var screen = newest.get();
        if (screen == null) {
            throw new AssertionError("no screen");
        }
        return new Hand(screen);
    }

    FxScreen screen() {
        var screen = newest.get();
        if (screen == null) {
            throw new AssertionError("no screen");
        }
        return screen;
    }

    /** Waits for a page of that name on whatever screen there is then. */
    Page page(String name) throws InterruptedException {
        await(() -> name.equals(shown().name()), "page " + name + " does not come");
        return shown();
    }

    /** Waits until the kiosk has opened anew, and shows that page. */
    Page anew(FxScreen before, String name) throws InterruptedException {
        await(() -> newest.get() != before, "the kiosk does not open anew");
        return page(name);
    }

    private Page shown() {
        try {
            return hand().shownPage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void await(BooleanSupplier so, String complaint) throws InterruptedException {
        long until = System.nanoTime() + SOON.toNanos();
        while (!so.getAsBoolean()) {
            if (running.isDone() || System.nanoTime() > until) {
                throw new AssertionError(
                        complaint + "; shown: " + (newest.get() == null ? "nothing" : shown()));
            }
            Thread.sleep(200);
        }
    }

    @Override
    public void close() throws ExecutionException, TimeoutException {
        thread.interrupt();
        try {
            var _ = running.get(END_MAX.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
