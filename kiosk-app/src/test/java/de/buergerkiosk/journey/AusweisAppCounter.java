package de.buergerkiosk.journey;

import de.buergerkiosk.eid.ausweisapp.AusweisAppClient;
import de.buergerkiosk.eid.ausweisapp.AusweisAppHost;
import de.buergerkiosk.eid.ausweisapp.SdkSettings;
import de.buergerkiosk.eid.ausweisapp.SdkWitness;
import de.buergerkiosk.eid.ausweisapp.simulated.SdkCard;
import de.buergerkiosk.eid.ausweisapp.simulated.SdkFault;
import de.buergerkiosk.eid.ausweisapp.simulated.SimulatedAusweisApp;
import de.buergerkiosk.ports.Fault;
import de.buergerkiosk.ports.Personal;
import de.buergerkiosk.ports.eid.CardGlance;
import de.buergerkiosk.ports.eid.EidEvent.Compared;
import de.buergerkiosk.ports.eid.EidRequest;
import de.buergerkiosk.ports.eid.EidResult;
import de.buergerkiosk.ports.eid.EidRight;
import de.buergerkiosk.ports.eid.EidService;
import de.buergerkiosk.ports.eid.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** The real client for AusweisApp before a strict simulation of it, and a base service in memory. */
final class AusweisAppCounter implements EidService, SimulatedAusweisApp.Finish, AutoCloseable {
    static final String CAN = "500540";
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String TRANSACTION = "Ihr Bewohnerparkausweis";
    private static final Map<EidRight, String> WORDS =
            Map.of(
                    EidRight.FAMILY_NAMES, "FamilyName",
                    EidRight.GIVEN_NAMES, "GivenNames",
                    EidRight.ADDRESS, "Address",
                    EidRight.DOCTORAL_DEGREE, "DoctoralDegree",
                    EidRight.PSEUDONYM, "Pseudonym",
                    EidRight.AGE_VERIFICATION, "AgeVerification",
                    EidRight.ADDRESS_VERIFICATION, "AddressVerification");

    final SimulatedAusweisApp app;
    final AusweisAppClient client;
    private final AtomicInteger sessions = new AtomicInteger();
    private volatile Optional<SimulatedAusweisApp.Session> session = Optional.empty();

    AusweisAppCounter(Duration cardWait, SdkFault... faults) {
        try {
            app =
                    SimulatedAusweisApp.start(
                            new SimulatedAusweisApp.Settings(
                                    Set.of(1, 2, 3),
                                    false,
                                    Optional.of(TRANSACTION),
                                    Set.of(faults),
                                    this));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        client =
                new AusweisAppClient(
                        AusweisAppHost.at(app.address()),
                        new SdkSettings(Optional.empty(), LONG, LONG, cardWait, LONG),
                        CardGlance.BLIND,
                        InstantSource.system(),
                        new SecureRandom(),
                        Thread.ofVirtual().factory(),
                        SdkWitness.NONE);
    }

    static AusweisAppCounter open(SdkFault... faults) {
        return new AusweisAppCounter(LONG, faults);
    }

    void put(SdkCard card) {
        try {
            app.put(card);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void takeCard() {
        try {
            app.takeCard();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void crash() {
        try {
            app.crash();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Opening open(EidRequest request) {
        session =
                Optional.of(
                        new SimulatedAusweisApp.Session(
                                words(request.required()),
                                words(request.optional()),
                                new Compared(request.ageOver(), request.placeIs())));
        return new Opening.Opened(
                URI.create("https://eid.example/tctoken?session=" + sessions.incrementAndGet()));
    }

    private static Set<String> words(Set<EidRight> rights) {
        return Set.copyOf(
                rights.stream().map(right -> WORDS.getOrDefault(right, right.name())).toList());
    }

    @Override
    public Optional<SimulatedAusweisApp.Session> start(URI tcTokenUrl) {
        return session;
    }

    @Override
    public URI refreshAddress(URI tcTokenUrl, Set<String> granted) {
        return URI.create("https://eid.example/refresh?identity=1&ResultMajor=ok");
    }

    @Override
    public Delivery collect(URI refreshAddress) {
        return refreshAddress.toString().contains("identity=1")
                ? new Delivery.Delivered(
                        new Person(
                                Map.of(
                                        EidRight.FAMILY_NAMES, Personal.of("Mustermann"),
                                        EidRight.GIVEN_NAMES, Personal.of("Erika")),
                                Optional.of(
                                        Personal.of(
                                                new Person.Address(
                                                        "Prinzregentenstraße 12",
                                                        "67063",
                                                        "Ludwigshafen am Rhein",
                                                        "D")))))
                : new Delivery.Refused(
                        EidResult.Reason.FAILED, new Fault("EID-NO-IDENTITY", "another address"));
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
}
