package de.buergerkiosk.main;

import de.buergerkiosk.forms.Localized;
import de.buergerkiosk.journey.Trouble;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Ways;
import de.buergerkiosk.page.Words;
import de.buergerkiosk.screen.FxScreen;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the kiosk in service: opens it, receives one citizen after the other, and when it cannot
 * open shows a page that says so and tries again. Nothing that happens in a visit ends it.
 */
public final class Attendant implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Attendant.class);
    private static final int STOP_SECONDS_MAX = 10;

    private final Settings settings;
    private final FxScreen screen;
    private final Words words;
    private final Surroundings around;
    private final ScheduledExecutorService ticks;
    private final CountDownLatch served = new CountDownLatch(1);
    private volatile Thread serving = Thread.currentThread();

    public Attendant(Settings settings, FxScreen screen, Words words, Surroundings around) {
        this.settings = settings;
        this.screen = screen;
        this.words = words;
        this.around = around;
        this.ticks = Executors.newSingleThreadScheduledExecutor(around.threads());
        var _ = ticks.scheduleAtFixedRate(screen::tick, 1, 1, TimeUnit.SECONDS);
    }

    /** Until {@link #stop}. */
    public void serve() throws InterruptedException {
        serving = Thread.currentThread();
        try {
            while (true) {
                try (var kiosk = Kiosk.open(settings, screen, words, around, Seams.NONE)) {
                    LOG.info("in service");
                    prewarm();
                    receive(kiosk);
                } catch (OutOfService e) {
                    LOG.error("{} {}", e.code(), e.getMessage());
                    screen.ask(outOfService(words, e.code()));
                }
            }
        } catch (InterruptedException e) {
            LOG.info("stopping");
        } finally {
            served.countDown();
        }
    }

    private void receive(Kiosk kiosk) throws InterruptedException {
        while (true) {
            try {
                kiosk.receiveOne();
            } catch (RuntimeException bug) {
                LOG.error("KSK-BUG outside a visit: {}", Trouble.trace(bug));
                screen.ask(outOfService(words, "KSK-BUG"));
            }
        }
    }

    private void prewarm() {
        around.threads()
                .newThread(() -> {
                    try {
                        screen.prewarm();
                    } catch (InterruptedException e) {
                        LOG.debug("prewarming stopped");
                    }
                })
                .start();
    }

    /** Shown while the kiosk cannot open; goes on by itself after a while, or by touch. */
    static Page.Notice outOfService(Words words, String code) {
        return new Page.Notice(
                "out-of-service",
                Page.Mood.TROUBLE,
                words.say("out.title"),
                List.of(
                        new Page.Paragraph(words.say("out.text")),
                        new Page.Paragraph(words.say("trouble.code", Localized.same(code)))),
                List.of(new Page.Button("again", words.say("out.retry"), true)),
                Ways.ENDING);
    }

    /** Makes {@link #serve} end, from another thread; does nothing once it has ended. */
    public void leave() {
        if (served.getCount() > 0) {
            serving.interrupt();
        }
    }

    /** As {@link #leave}, and waits for the end. */
    public void stop() {
        leave();
        try {
            if (!served.await(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
                LOG.warn("the visit did not end within {} s", STOP_SECONDS_MAX);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ticks.shutdownNow();
    }
}
