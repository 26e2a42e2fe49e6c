package de.buergerkiosk.card.pcsc;

import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Looks at the readers again and again, tells what changed, and knows how they are. Readers come and
 * go while it runs; looking touches no card.
 */
public final class CardWatch implements AutoCloseable {
    private final Supplier<ReaderLook.All> readers;
    private final Optional<String> wanted;
    private final Duration interval;
    private final Consumer<CardEvent> listener;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<Optional<Seen>> last = new AtomicReference<>(Optional.empty());

    private CardWatch(
            Supplier<ReaderLook.All> readers,
            Optional<String> wanted,
            Duration interval,
            Consumer<CardEvent> listener) {
        this.readers = readers;
        this.wanted = wanted;
        this.interval = interval;
        this.listener = listener;
    }

    /** A look, and whether a reader was there before. */
    private record Seen(ReaderLook.All readers, boolean everHadReader) {
        boolean hadReader() {
            return everHadReader || !names(readers).isEmpty();
        }
    }

    /**
     * Starts to look. What lies there at the first look is no event.
     *
     * @param readers looked at, {@link PcscReaders#look()} usually
     * @param wanted name of the one reader that counts; empty for any
     * @param interval between two looks
     * @param listener told on the watching thread; returns at once
     */
    public static CardWatch start(
            Supplier<ReaderLook.All> readers,
            Optional<String> wanted,
            Duration interval,
            Consumer<CardEvent> listener,
            ThreadFactory threads) {
        if (!interval.isPositive()) {
            throw new IllegalArgumentException("the interval must be positive");
        }
        var watch = new CardWatch(readers, wanted, interval, listener);
        threads.newThread(watch::watch).start();
        return watch;
    }

    private void watch() {
        try {
            do {
                Optional<Seen> before = last.get();
                ReaderLook.All now = readers.get().only(wanted);
                last.set(Optional.of(new Seen(now, before.map(Seen::hadReader).orElse(false))));
                before.ifPresent(seen -> changes(seen.readers(), now).forEach(listener));
            } while (!closed.await(interval.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, ReaderLook> names(ReaderLook.All all) {
        var byName = new LinkedHashMap<String, ReaderLook>();
        if (all instanceof ReaderLook.All.Seen(var readers)) {
            readers.forEach(reader -> byName.put(reader.name(), reader));
        }
        return byName;
    }

    /** What happened between two looks; what goes comes before what comes. */
    static List<CardEvent> changes(ReaderLook.All before, ReaderLook.All now) {
        var changes = new ArrayList<CardEvent>();
        Map<String, ReaderLook> old = names(before);
        Map<String, ReaderLook> fresh = names(now);
        old.forEach((name, reader) -> {
            boolean stays = fresh.containsKey(name);
            boolean holds = stays && Optional.ofNullable(fresh.get(name)).orElseThrow().holdsCard();
            if (reader.holdsCard() && !holds) {
                changes.add(new CardEvent.CardTaken(name));
            }
            if (!stays) {
                changes.add(new CardEvent.ReaderUnplugged(name));
            }
        });
        if (now instanceof ReaderLook.All.Unavailable(var fault)
                && before instanceof ReaderLook.All.Seen) {
            changes.add(new CardEvent.Blind(fault));
        }
        if (before instanceof ReaderLook.All.Unavailable && now instanceof ReaderLook.All.Seen) {
            changes.add(new CardEvent.Sighted());
        }
        fresh.forEach((name, reader) -> {
            ReaderLook was = old.get(name);
            if (was == null) {
                changes.add(new CardEvent.ReaderPlugged(name));
            }
            if (reader.holdsCard() && (was == null || !was.holdsCard())) {
                changes.add(new CardEvent.CardPut(name));
            }
        });
        return changes;
    }

    /** How the readers were at the last look; empty before the first one is over. */
    public Optional<DeviceState> state() {
        return last.get().map(this::state);
    }

    private DeviceState state(Seen seen) {
        return switch (seen.readers()) {
            case ReaderLook.All.Unavailable(var fault) -> new DeviceState.Down(fault);
            case ReaderLook.All.Seen(var all) when all.isEmpty() ->
                    new DeviceState.Down(
                            missing(
                                    seen.everHadReader()
                                            ? CardTrouble.READER_GONE
                                            : CardTrouble.READER_ABSENT));
            case ReaderLook.All.Seen(var all) ->
                    all.stream()
                            .map(ReaderLook::card)
                            .flatMap(card -> hint(card).stream())
                            .findFirst()
                            .orElseGet(DeviceState.Ready::new);
        };
    }

    /** Others may be there: it is named. */
    private Fault missing(CardTrouble trouble) {
        return wanted.map(name -> trouble.fault("the settings name " + name))
                .orElseGet(trouble::fault);
    }

    /** A card that was probed and does not do limits the reader until it is taken. */
    private static Optional<DeviceState> hint(CardLook card) {
        return switch (card) {
            case CardLook.Mute() ->
                    Optional.of(
                            new DeviceState.Limited(
                                    CardTrouble.CARD_MUTE.fault("upside down, or the wrong side")));
            case CardLook.Foreign _ ->
                    Optional.of(new DeviceState.Limited(CardTrouble.CARD_FOREIGN.fault()));
            case CardLook.Empty _, CardLook.Untouched _, CardLook.InUse _, CardLook.Eid _ ->
                    Optional.empty();
        };
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
