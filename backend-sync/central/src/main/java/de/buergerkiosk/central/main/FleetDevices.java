package de.buergerkiosk.central.main;

import de.buergerkiosk.central.CentreTrouble;
import de.buergerkiosk.central.fleet.Denied;
import de.buergerkiosk.central.fleet.Kiosk;
import de.buergerkiosk.central.fleet.store.FleetStore;
import de.buergerkiosk.central.rollout.Desires;
import de.buergerkiosk.central.rollout.RolloutBook;
import de.buergerkiosk.central.rollout.store.RolloutStore;
import de.buergerkiosk.central.watch.Watch;
import de.buergerkiosk.central.watch.WatchBook;
import de.buergerkiosk.central.watch.store.WatchStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What the device door knows of the fleet, and the threads that keep it up to date. */
record FleetDevices(
        FleetStore store,
        Denied denied,
        RolloutStore rollouts,
        Desires desires,
        WatchStore beats,
        Watch rounds,
        RandomGenerator chance,
        InstantSource clock) {
    static final int CONNECTIONS_MAX = 20_000;
    private static final String WAITERS = "KIOSK_WAITERS_MAX";
    private static final int WAITERS_USUAL = 5_000;
    private static final Logger LOG = LoggerFactory.getLogger(FleetDevices.class);

    /** One look is one row of an index; a release is at the kiosks a moment later. */
    private static final Duration LOOK = Duration.ofMillis(200);

    /** How soon a denied certificate opens no door any more, in looks. */
    private static final int LOOKS_PER_DENIAL = 10;

    private static final Duration ROUND = Duration.ofSeconds(10);

    static FleetDevices of(
            JdbcClient sql,
            TransactionOperations transactions,
            int waitersMax,
            RandomGenerator chance,
            InstantSource clock) {
        var store = new FleetStore(sql, transactions);
        var beats = new WatchStore(sql);
        var made =
                new FleetDevices(
                        store,
                        new Denied(store),
                        new RolloutStore(sql, transactions),
                        new Desires(waitersMax),
                        beats,
                        new Watch(beats, clock),
                        chance,
                        clock);
        made.look();
        return made;
    }

    /** How many kiosks may wait for news at once. */
    static int waitersMax(Map<String, String> environment) throws CentreTrouble {
        var text = environment.getOrDefault(WAITERS, "" + WAITERS_USUAL);
        if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) < CONNECTIONS_MAX) {
            return Integer.parseInt(text);
        }
        throw new CentreTrouble(
                "CEN-WAITERS",
                WAITERS + "=" + text + " is not possible; use 0 to " + (CONNECTIONS_MAX - 1));
    }

    void register(GenericApplicationContext context) {
        context.registerBean(Denied.class, () -> denied);
        context.registerBean(Desires.class, () -> desires);
        context.registerBean(RolloutBook.class, () -> rollouts);
        context.registerBean(WatchBook.class, () -> beats);
        context.registerBean(RandomGenerator.class, () -> chance);
        context.registerBean(InstantSource.class, () -> clock);
    }

    /** A kiosk whose kit this centre made by itself belongs to the fleet from the beginning. */
    void know(String kiosk, Instant at) {
        if (store.find(kiosk).isEmpty()) {
            store.put(new Kiosk(kiosk, "main", List.of()), "centre", at);
        }
    }

    /** Until it is closed. */
    AutoCloseable watch() {
        var ended = new CountDownLatch(1);
        var looking = Thread.ofVirtual().name("fleet-look").start(() -> keepLooking(ended));
        var going = Thread.ofVirtual().name("fleet-rounds").start(() -> goRound(ended));
        return () -> {
            desires.close();
            ended.countDown();
            looking.join(ROUND);
            going.interrupt();
            going.join(ROUND);
        };
    }

    private void keepLooking(CountDownLatch ended) {
        for (long looks = 1; !waited(ended, LOOK); looks++) {
            try {
                desires.learn(rollouts.changedAfter(desires.turn()));
                if (looks % LOOKS_PER_DENIAL == 0) {
                    denied.refresh();
                }
            } catch (DataAccessException e) {
                LOG.warn("the fleet is looked at again: {}", e.toString());
            }
        }
    }

    private void look() {
        denied.refresh();
        desires.learn(rollouts.changedAfter(desires.turn()));
    }

    private void goRound(CountDownLatch ended) {
        while (!waited(ended, ROUND)) {
            try {
                rounds.round();
            } catch (DataAccessException e) {
                LOG.warn("the next round is in {}: {}", ROUND, e.toString());
            }
        }
    }

    /** True when it is over. */
    private static boolean waited(CountDownLatch ended, Duration time) {
        try {
            return ended.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
