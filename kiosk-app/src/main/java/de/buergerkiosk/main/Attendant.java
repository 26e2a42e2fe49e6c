package de.buergerkiosk.main;

import de.buergerkiosk.page.Words;
import de.buergerkiosk.screen.FxScreen;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the kiosk in service on its window: ticks the clock, prewarms the pages, ends it in order. */
public final class Attendant implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Attendant.class);

    private final Settings settings;
    private final FxScreen screen;
    private final Words words;
    private final Surroundings around;
    private final ScheduledExecutorService ticks;
    private final CountDownLatch served = new CountDownLatch(1);
    private final Recess recess;
    private final Optional<Membership> member;
    private volatile Thread serving = Thread.currentThread();
    private volatile boolean left;

    Attendant(
            Settings settings,
            Optional<Membership> member,
            FxScreen screen,
            Words words,
            Surroundings around) {
        this.recess = new Recess(screen);
        this.member = member;
        this.settings = settings;
        this.screen = screen;
        this.words = words;
        this.around = around;
        this.ticks = Executors.newSingleThreadScheduledExecutor(around.threads());
        var _ = ticks.scheduleAtFixedRate(screen::tick, 1, 1, TimeUnit.SECONDS);
    }

    /**
     * Until {@link #leave}.
     *
     * @throws DataInUse when another kiosk works on the same data
     */
    public void serve() throws InterruptedException, DataInUse {
        serving = Thread.currentThread();
        var warming = prewarm();
        try {
            new Duty(() -> open(warming), recess, words).serve();
        } catch (InterruptedException e) {
            LOG.info("stopping");
        } catch (Recess.Begun e) {
            LOG.info("opening anew with what the centre says");
        } finally {
            warming.interrupt();
            served.countDown();
        }
    }

    /** In service when the kiosk is open and every page is ready for the first citizen. */
    private FleetKiosk open(Thread warming) throws OutOfService, InterruptedException {
        var kiosk = openOrGiveUp();
        try {
            warming.join();
        } catch (InterruptedException e) {
            kiosk.close();
            throw e;
        }
        LOG.info("in service");
        prewarm();
        return new FleetKiosk(
                kiosk,
                member.map(each ->
                        Agent.of(
                                each,
                                settings.kit(),
                                kiosk,
                                recess::nobodyIsThere,
                                recess::want,
                                around)));
    }

    /** What does not open while it is on trial is given up, and the last good one opens instead. */
    private Kiosk openOrGiveUp() throws OutOfService {
        try {
            var bundle = member.flatMap(each -> each.current().bundle());
            var backstage =
                    new Backstage(
                            Optional.of(recess::want),
                            bundle.map(each -> each.version()).orElse(0L));
            return Kiosk.open(settings, recess, words, around, Seams.NONE, backstage);
        } catch (OutOfService e) {
            if (member.isPresent() && member.get().failed(e.code() + " " + e.getMessage())) {
                recess.want();
            }
            throw e;
        }
    }

    /** Whether it ended to be opened anew, not to be over. */
    boolean isToOpenAnew() {
        return recess.isWanted() && !left;
    }

    /** Behind the page that is shown, beside everything else. */
    private Thread prewarm() {
        var warming =
                around.threads()
                        .newThread(() -> {
                            try {
                                screen.prewarm();
                            } catch (InterruptedException e) {
                                LOG.debug("prewarming stopped");
                            } catch (IllegalStateException e) {
                                // JavaFX ends by itself when the process is asked to.
                                if (!left) {
                                    throw e;
                                }
                            }
                        });
        warming.start();
        return warming;
    }

    /** Makes {@link #serve} end, from another thread; does nothing once it has ended. */
    public void leave() {
        left = true;
        if (served.getCount() > 0) {
            serving.interrupt();
        }
    }

    @Override
    public void close() {
        ticks.shutdownNow();
    }
}
