package de.buergerkiosk.demo;

import de.buergerkiosk.main.FleetKiosk;
import de.buergerkiosk.main.Kiosk;
import de.buergerkiosk.main.OutOfService;
import de.buergerkiosk.main.Settings;
import de.buergerkiosk.main.Surroundings;
import de.buergerkiosk.page.Words;
import de.buergerkiosk.screen.FxScreen;
import de.buergerkiosk.screen.ScreenSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** A kiosk of the city in service without a display, before which a scripted citizen stands. */
final class Stage implements AutoCloseable {
    private static final Duration VISIT_END_MAX = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(50);

    private final Surroundings around;
    private final FxScreen screen;
    private final FleetKiosk service;
    private final CountDownLatch over = new CountDownLatch(1);
    private Optional<FutureTask<?>> visits = Optional.empty();

    private Stage(Surroundings around, FxScreen screen, FleetKiosk service) {
        this.around = around;
        this.screen = screen;
        this.service = service;
    }

    /** A citizen with a finger on the screen. */
    @FunctionalInterface
    interface Walk {
        /**
         * From the welcome page until it is back.
         *
         * @throws IllegalStateException where the citizen cannot go on
         */
        void walk() throws IOException, InterruptedException;
    }

    /**
     * How it went.
     *
     * @param trouble why the citizen could not go on
     */
    record Played(Duration took, Optional<String> trouble) {}

    static Stage open(Settings settings, Surroundings around)
            throws InterruptedException, OutOfService {
        System.setProperty("glass.platform", "Headless");
        var words = Words.load(settings.kiosk().languages());
        var screen =
                FxScreen.open(
                        words, settings.screen().idle(), around.clock(), ScreenSettings.window());
        var complete = false;
        try {
            screen.prewarm();
            screen.prewarm();
            var stage = new Stage(around, screen, FleetKiosk.open(settings, screen, words, around));
            complete = true;
            return stage;
        } finally {
            if (!complete) {
                screen.close();
            }
        }
    }

    FxScreen screen() {
        return screen;
    }

    Kiosk kiosk() {
        return service.kiosk();
    }

    /** One visit; the kiosk waits for the next visitor when it is over. */
    Played play(Walk citizen) throws IOException, InterruptedException {
        var begun = around.clock().instant();
        var visits = receiving();
        var trouble = Optional.<String>empty();
        try {
            citizen.walk();
        } catch (IllegalStateException e) {
            trouble = Optional.of(String.valueOf(e.getMessage()) + bug(visits));
        }
        return new Played(Duration.between(begun, around.clock().instant()), trouble);
    }

    /** Receives one after the other, from the first one on. */
    private FutureTask<?> receiving() {
        if (visits.isEmpty()) {
            var task = new FutureTask<>(this::receive);
            visits = Optional.of(task);
            around.threads().newThread(task).start();
        }
        return visits.get();
    }

    private Void receive() throws InterruptedException {
        try {
            while (true) {
                var _ = kiosk().receiveOne();
            }
        } finally {
            over.countDown();
        }
    }

    private static String bug(FutureTask<?> visiting) throws InterruptedException {
        if (!visiting.isDone()) {
            return "";
        }
        try {
            visiting.get(1, TimeUnit.SECONDS);
            return "";
        } catch (ExecutionException e) {
            return "; the kiosk ended with " + e.getCause();
        } catch (TimeoutException e) {
            return "";
        }
    }

    /** Looks again and again; false when it has not come true by then. */
    boolean await(BooleanSupplier done, Duration atMost) throws InterruptedException {
        var end = around.clock().instant().plus(atMost);
        var pause = new CountDownLatch(1);
        while (!done.getAsBoolean() && around.clock().instant().isBefore(end)) {
            var _ = pause.await(POLL.toMillis(), TimeUnit.MILLISECONDS);
        }
        return done.getAsBoolean();
    }

    @Override
    public void close() {
        try (screen;
                service) {
            if (visits.isPresent()) {
                visits.get().cancel(true);
                var _ = over.await(VISIT_END_MAX.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
