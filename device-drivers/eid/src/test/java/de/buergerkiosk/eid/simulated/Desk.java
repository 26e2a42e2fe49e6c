package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.eid.Environment;
import de.buergerkiosk.ports.eid.EidBench;
import de.buergerkiosk.ports.eid.EidDialogue;
import de.buergerkiosk.ports.eid.EidResult;
import de.buergerkiosk.ports.eid.EidRight;
import de.buergerkiosk.ports.eid.EidService.Opening.Opened;
import de.buergerkiosk.ports.eid.Person;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;

/** The simulation on the test desk: short waits, a clock that stands, a tray in a folder. */
final class Desk implements EidBench, InstantSource {
    static final String PIN = "123456";
    static final String CAN = "500540";
    static final Set<EidRight> NAMES_AND_ADDRESS =
            Set.of(EidRight.FAMILY_NAMES, EidRight.GIVEN_NAMES, EidRight.ADDRESS);

    /** Long enough for a busy machine to notice a change, short enough to wait it out. */
    static final Duration CARD_WAIT = Duration.ofMillis(1500);

    static final Duration SESSION_LIFE = Duration.ofMinutes(5);

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-23T10:00:00Z"));
    private final Path folder;
    final CardTray tray;
    final SimulatedEid eid;

    Desk(Path folder) {
        this(folder, Environment.DEMO);
    }

    Desk(Path folder, Environment environment) {
        this.folder = folder;
        this.tray = new CardTray(folder, Duration.ofMillis(10));
        this.eid =
                new SimulatedEid(
                        new SimulationSettings(
                                environment,
                                CARD_WAIT,
                                Duration.ofMillis(1),
                                SESSION_LIFE,
                                ZoneId.of("Europe/Berlin")),
                        ExampleCards.shipped(),
                        tray,
                        this,
                        RandomGenerator.of("L64X128MixRandom"),
                        Thread.ofVirtual().factory());
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /** For servers whose certificates are made for today. */
    void setToNow() {
        now.set(Instant.now());
    }

    void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    /** The same reader as another process sees it. */
    CardTray secondWindow() {
        return new CardTray(folder, Duration.ofMillis(10));
    }

    URI session() {
        return session(NAMES_AND_ADDRESS, Set.of());
    }

    URI session(Set<EidRight> required, Set<EidRight> optional) {
        var opening = eid.open(required, optional, "Bewohnerparkausweis");
        return assertInstanceOf(Opened.class, opening).tcTokenUrl();
    }

    EidResult authenticate(EidDialogue citizen) throws InterruptedException {
        return eid.authenticate(session(), citizen);
    }

    void assertEnds(EidTrouble trouble, EidDialogue citizen) throws InterruptedException {
        assertEnded(trouble, authenticate(citizen));
    }

    static void assertEnded(EidTrouble trouble, EidResult result) {
        var ended = assertInstanceOf(EidResult.Ended.class, result);
        assertEquals(trouble.code(), ended.fault().code());
        assertEquals(trouble.ended().reason(), ended.reason());
    }

    Person identify(EidDialogue citizen) throws InterruptedException {
        var done = assertInstanceOf(EidResult.Done.class, authenticate(citizen));
        return eid.collect(done.refreshAddress()).person().orElseThrow();
    }

    /** What the tray file says of that card; -1 while it says nothing. */
    int triesInTheFile(String card) {
        var seen = assertInstanceOf(TrayLook.Seen.class, secondWindow().look());
        return seen.content().triesLeft().getOrDefault(card, -1);
    }

    @Override
    public SimulatedEid client() {
        return eid;
    }

    @Override
    public SimulatedEid service() {
        return eid;
    }

    @Override
    public void put(Card card) throws InterruptedException {
        put(
                switch (card) {
                    case VALID -> "erika";
                    case FOREIGN -> "library-card";
                });
    }

    void put(String card) throws InterruptedException {
        assertInstanceOf(TrayLook.Seen.class, tray.put(card));
    }

    @Override
    public void takeCard() throws InterruptedException {
        assertInstanceOf(TrayLook.Seen.class, tray.remove());
    }

    @Override
    public String pin() {
        return PIN;
    }

    @Override
    public String can() {
        return CAN;
    }

    @Override
    public void close() {
        eid.close();
    }
}
