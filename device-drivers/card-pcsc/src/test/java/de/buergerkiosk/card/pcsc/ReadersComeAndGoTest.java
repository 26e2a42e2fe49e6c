package de.buergerkiosk.card.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.ports.DeviceState;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ReadersComeAndGoTest {
    private static final CardLook EMPTY = new CardLook.Empty();
    private static final CardLook CARD = new CardLook.Untouched();
    private static final ReaderLook.All BLIND =
            new ReaderLook.All.Unavailable(CardTrouble.DAEMON_DOWN.fault("it was stopped"));

    private final AtomicReference<ReaderLook.All> readers = new AtomicReference<>(seen());
    private final LinkedBlockingQueue<CardEvent> events = new LinkedBlockingQueue<>();

    private static ReaderLook reader(String name, CardLook card) {
        return new ReaderLook(name, card, ReaderAbilities.none());
    }

    private static ReaderLook.All seen(ReaderLook... all) {
        return new ReaderLook.All.Seen(List.of(all));
    }

    private CardWatch watch() throws InterruptedException {
        return watch(Optional.empty());
    }

    /** After its first look. */
    private CardWatch watch(Optional<String> wanted) throws InterruptedException {
        var looked = new CountDownLatch(2);
        var watch =
                CardWatch.start(
                        () -> {
                            looked.countDown();
                            return readers.get();
                        },
                        wanted,
                        Duration.ofMillis(5),
                        events::add,
                        Thread.ofVirtual().factory());
        assertTrue(looked.await(60, TimeUnit.SECONDS), "it looks again and again");
        return watch;
    }

    private void assertNext(CardEvent... expected) throws InterruptedException {
        for (CardEvent each : expected) {
            assertEquals(each, events.poll(60, TimeUnit.SECONDS), Arrays.toString(expected));
        }
    }

    @Test
    void readersAndCardsAreToldInTheOrderInWhichTheyHappened() throws InterruptedException {
        try (var _ = watch()) {
            readers.set(seen(reader("A", CARD)));
            assertNext(new CardEvent.ReaderPlugged("A"), new CardEvent.CardPut("A"));

            readers.set(seen(reader("A", EMPTY), reader("B", EMPTY)));
            assertNext(new CardEvent.CardTaken("A"), new CardEvent.ReaderPlugged("B"));

            readers.set(seen(reader("B", CARD)));
            assertNext(new CardEvent.ReaderUnplugged("A"), new CardEvent.CardPut("B"));

            readers.set(seen());
            assertNext(new CardEvent.CardTaken("B"), new CardEvent.ReaderUnplugged("B"));
        }
        assertTrue(events.isEmpty());
    }

    @Test
    void aServiceThatFallsAndComesBackIsToldWithWhatItTakesAlong() throws InterruptedException {
        readers.set(seen(reader("A", CARD)));
        try (var watch = watch()) {
            readers.set(BLIND);
            assertNext(
                    new CardEvent.CardTaken("A"),
                    new CardEvent.ReaderUnplugged("A"),
                    new CardEvent.Blind(CardTrouble.DAEMON_DOWN.fault("it was stopped")));
            assertEquals("CRD-DAEMON-DOWN", code(watch.state()));

            readers.set(seen(reader("A", EMPTY)));
            assertNext(new CardEvent.Sighted(), new CardEvent.ReaderPlugged("A"));
            assertEquals("ready", code(watch.state()));
        }
    }

    @Test
    void aReaderThatWasThereIsGoneAndNotJustAbsent() throws InterruptedException {
        try (var watch = watch()) {
            assertEquals("CRD-READER-ABSENT", code(watch.state()));
            readers.set(seen(reader("A", EMPTY)));
            assertNext(new CardEvent.ReaderPlugged("A"));
            readers.set(seen());
            assertNext(new CardEvent.ReaderUnplugged("A"));

            assertEquals("CRD-READER-GONE", code(watch.state()));
        }
    }

    @Test
    void aCardThatDoesNotDoLimitsTheReaderAndSaysHow() throws InterruptedException {
        readers.set(seen(reader("A", new CardLook.Mute())));
        try (var watch = watch()) {
            assertEquals("CRD-CARD-MUTE", code(watch.state()));
        }
        readers.set(seen(reader("A", new CardLook.Foreign("3B00", Optional.empty()))));
        try (var watch = watch()) {
            assertEquals("CRD-CARD-FOREIGN", code(watch.state()));
        }
    }

    @Test
    void beforeTheFirstLookNobodyKnows() throws InterruptedException {
        var hangs = new CountDownLatch(1);
        var watch =
                CardWatch.start(
                        () -> {
                            try {
                                hangs.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            return readers.get();
                        },
                        Optional.empty(),
                        Duration.ofMillis(5),
                        events::add,
                        Thread.ofVirtual().factory());
        try (watch) {
            assertEquals(Optional.empty(), watch.state());
        } finally {
            hangs.countDown();
        }
    }

    @Test
    void onlyTheCitizensReaderCountsWhereOneIsNamed() {
        var both = seen(reader("A", CARD), reader("B", EMPTY));

        assertEquals(seen(reader("B", EMPTY)), both.only(Optional.of("B")));
        assertEquals(seen(), both.only(Optional.of("C")));
        assertEquals(both, both.only(Optional.empty()));
        assertEquals(BLIND, BLIND.only(Optional.of("B")));
    }

    @Test
    void theReaderThatTheSettingsNameIsMissedByItsNameWhereOthersAreThere()
            throws InterruptedException {
        readers.set(seen(reader("A", CARD)));
        try (var watch = watch(Optional.of("B"))) {
            assertEquals(
                    Optional.of(
                            new DeviceState.Down(
                                    CardTrouble.READER_ABSENT.fault("the settings name B"))),
                    watch.state());
        }
    }

    private static String code(Optional<DeviceState> state) {
        return switch (state.orElseThrow()) {
            case DeviceState.Ready() -> "ready";
            case DeviceState.Limited(var fault) -> fault.code();
            case DeviceState.Down(var fault) -> fault.code();
        };
    }
}
