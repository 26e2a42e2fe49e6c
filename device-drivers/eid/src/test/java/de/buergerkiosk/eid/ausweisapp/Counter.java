package de.buergerkiosk.eid.ausweisapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.eid.ausweisapp.simulated.SdkCard;
import de.buergerkiosk.eid.ausweisapp.simulated.SdkFault;
import de.buergerkiosk.eid.ausweisapp.simulated.SimulatedAusweisApp;
import de.buergerkiosk.ports.Personal;
import de.buergerkiosk.ports.eid.CardGlance;
import de.buergerkiosk.ports.eid.EidBench;
import de.buergerkiosk.ports.eid.EidClient;
import de.buergerkiosk.ports.eid.EidEvent.Compared;
import de.buergerkiosk.ports.eid.EidRequest;
import de.buergerkiosk.ports.eid.EidResult;
import de.buergerkiosk.ports.eid.EidResult.Ended;
import de.buergerkiosk.ports.eid.EidRight;
import de.buergerkiosk.ports.eid.EidService;
import de.buergerkiosk.ports.eid.Person;
import de.buergerkiosk.ports.eid.ScriptedDialogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A counter with a simulated AusweisApp, our real client for it, and a server in memory. */
final class Counter implements EidBench {
    static final String PIN = "123456";
    static final String CAN = "500540";
    static final SdkSettings PATIENT =
            new SdkSettings(
                    Optional.empty(),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60));

    /** Short where it is the citizen who is late; a busy build machine may take its time. */
    static final SdkSettings HASTY =
            new SdkSettings(
                    Optional.empty(),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60),
                    Duration.ofMillis(1500),
                    Duration.ofSeconds(2));

    /** Short where it is AusweisApp that does not answer; for tests in which it does nothing else. */
    static final SdkSettings CURT =
            new SdkSettings(
                    Optional.empty(),
                    Duration.ofMillis(2500),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60));

    final SimulatedAusweisApp app;
    final AusweisAppClient client;
    final MemoryServer server = new MemoryServer();
    final List<SdkMessage> heard = new java.util.concurrent.CopyOnWriteArrayList<>();

    Counter(SdkSettings settings, Set<Integer> levels, boolean keypad, SdkFault... faults) {
        this(settings, levels, keypad, CardGlance.BLIND, faults);
    }

    private Counter(
            SdkSettings settings,
            Set<Integer> levels,
            boolean keypad,
            CardGlance glance,
            SdkFault... faults) {
        try {
            app =
                    SimulatedAusweisApp.start(
                            new SimulatedAusweisApp.Settings(
                                    levels,
                                    keypad,
                                    Optional.of("Bewohnerparkausweis"),
                                    Set.of(faults),
                                    server));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        client =
                new AusweisAppClient(
                        AusweisAppHost.at(app.address()),
                        settings,
                        glance,
                        InstantSource.system(),
                        new SecureRandom(),
                        Thread.ofVirtual().factory(),
                        heard::add);
    }

    static Counter patient(SdkFault... faults) {
        return new Counter(PATIENT, Set.of(1, 2, 3), false, faults);
    }

    static Counter hasty(SdkFault... faults) {
        return new Counter(HASTY, Set.of(1, 2, 3), false, faults);
    }

    static Counter curt(SdkFault... faults) {
        return new Counter(CURT, Set.of(1, 2, 3), false, faults);
    }

    /** At level 2, as Debian's AusweisApp2: foreign cards are seen by the glance alone. */
    static Counter glancing(CardGlance glance) {
        return new Counter(PATIENT, Set.of(1, 2), false, glance);
    }

    static Counter withKeypad() {
        return new Counter(PATIENT, Set.of(1, 2), true);
    }

    void put(SdkCard card) {
        try {
            app.put(card);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Until AusweisApp has said such a thing. */
    void awaitHeard(Class<? extends SdkMessage> kind) throws InterruptedException {
        for (int i = 0; i < 600 && heard.stream().noneMatch(kind::isInstance); i++) {
            var _ = new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
        }
    }

    URI session() {
        return server.session(
                Set.of(EidRight.FAMILY_NAMES, EidRight.GIVEN_NAMES), Set.of(EidRight.ADDRESS));
    }

    EidResult authenticate(ScriptedDialogue citizen) throws InterruptedException {
        return client.authenticate(session(), citizen);
    }

    Ended assertEnds(EidTrouble trouble, ScriptedDialogue citizen) throws InterruptedException {
        Ended end = assertInstanceOf(Ended.class, authenticate(citizen));
        assertEquals(trouble.code(), end.fault().code(), end.fault().detail());
        assertEquals(trouble.ended().reason(), end.reason());
        for (String secret : List.of(PIN, CAN)) {
            assertFalse(end.toString().contains(secret), "it tells " + secret);
            assertFalse(heard.toString().contains(secret), "AusweisApp was told to tell " + secret);
        }
        return end;
    }

    @Override
    public EidClient client() {
        return client;
    }

    @Override
    public EidService service() {
        return server;
    }

    @Override
    public void put(Card card) {
        put(
                switch (card) {
                    case VALID -> SdkCard.idCard(PIN, CAN, 3);
                    case FOREIGN -> SdkCard.foreign();
                });
    }

    @Override
    public void takeCard() {
        try {
            app.takeCard();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        client.close();
        try {
            app.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The eID server behind AusweisApp, as far as sessions and identities go. */
    static final class MemoryServer implements EidService, SimulatedAusweisApp.Finish {
        private final Map<URI, SimulatedAusweisApp.Session> sessions = new ConcurrentHashMap<>();
        private final Map<URI, Person> persons = new ConcurrentHashMap<>();
        private final AtomicInteger count = new AtomicInteger();

        URI session(Set<EidRight> required, Set<EidRight> optional) {
            return session(required, optional, Compared.NOTHING);
        }

        private URI session(Set<EidRight> required, Set<EidRight> optional, Compared compared) {
            return session(
                    new SimulatedAusweisApp.Session(
                            SdkRights.words(required), SdkRights.words(optional), compared));
        }

        /** A session whose certificate asks for what the kiosk has no word for. */
        URI strangeSession(Set<String> required) {
            return session(new SimulatedAusweisApp.Session(required, Set.of(), Compared.NOTHING));
        }

        private URI session(SimulatedAusweisApp.Session session) {
            var url = URI.create("https://eid.example/tctoken?session=" + count.incrementAndGet());
            sessions.put(url, session);
            return url;
        }

        @Override
        public Opening open(EidRequest request) {
            return new Opening.Opened(
                    session(
                            request.required(),
                            request.optional(),
                            new Compared(request.ageOver(), request.placeIs())));
        }

        @Override
        public Delivery collect(URI refreshAddress) {
            var ended = EidTrouble.SESSION_UNKNOWN.ended();
            return Optional.ofNullable(persons.remove(refreshAddress))
                    .<Delivery>map(Delivery.Delivered::new)
                    .orElseGet(() -> new Delivery.Refused(ended.reason(), ended.fault()));
        }

        @Override
        public Optional<SimulatedAusweisApp.Session> start(URI tcTokenUrl) {
            return Optional.ofNullable(sessions.remove(tcTokenUrl));
        }

        @Override
        public URI refreshAddress(URI tcTokenUrl, Set<String> rights) {
            var address =
                    URI.create(
                            "https://eid.example/refresh?identity="
                                    + count.incrementAndGet()
                                    + "&ResultMajor=ok");
            var all = new EnumMap<EidRight, Personal<String>>(EidRight.class);
            for (EidRight right : EidRight.values()) {
                if (right != EidRight.ADDRESS) {
                    all.put(right, Personal.of("value"));
                }
            }
            var home = new Person.Address("Heidestraße 17", "51147", "Köln", "D");
            persons.put(
                    address,
                    new Person(all, Optional.of(Personal.of(home))).only(SdkRights.known(rights)));
            return address;
        }
    }
}
