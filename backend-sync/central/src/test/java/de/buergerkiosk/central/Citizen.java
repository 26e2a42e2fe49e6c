package de.buergerkiosk.central;

import de.buergerkiosk.contract.identity.IdentityOffer;
import de.buergerkiosk.contract.identity.IdentityWish;
import de.buergerkiosk.contract.identity.VisitSecret;
import de.buergerkiosk.eid.Environment;
import de.buergerkiosk.eid.simulated.CardTray;
import de.buergerkiosk.eid.simulated.ExampleCards;
import de.buergerkiosk.eid.simulated.ServiceDescription;
import de.buergerkiosk.eid.simulated.SimulatedEid;
import de.buergerkiosk.eid.simulated.SimulationSettings;
import de.buergerkiosk.eid.simulated.eac.Chat;
import de.buergerkiosk.eid.simulated.server.IdentityRequest;
import de.buergerkiosk.eid.simulated.server.NetworkedEidServer;
import de.buergerkiosk.eid.simulated.server.ServerFault;
import de.buergerkiosk.ports.Personal;
import de.buergerkiosk.ports.eid.EidDialogue;
import de.buergerkiosk.ports.eid.EidEvent;
import de.buergerkiosk.ports.eid.EidReply;
import de.buergerkiosk.ports.eid.EidResult;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A citizen with an ID card at a kiosk of the running centre: a simulated card and eID client, and a
 * test eID server that the centre calls over SOAP.
 */
final class Citizen implements AutoCloseable {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    final TestKiosk kiosk;
    final NetworkedEidServer server;
    final VisitSecret secret = VisitSecret.make();
    final List<EidEvent> asked = new ArrayList<>();
    private final SimulatedEid client;
    private final CardTray tray;

    Citizen(Path folder, TestKiosk kiosk, ServerFault fault) throws IOException {
        this.kiosk = kiosk;
        this.server = eidServer(fault);
        this.tray = new CardTray(folder, Duration.ofMillis(10));
        this.client =
                new SimulatedEid(
                        new SimulationSettings(
                                Environment.DEMO,
                                Duration.ofSeconds(5),
                                Duration.ZERO,
                                Duration.ofMinutes(5),
                                ZONE),
                        ExampleCards.shipped(),
                        tray,
                        InstantSource.system(),
                        new SecureRandom(),
                        Thread.ofVirtual().factory());
    }

    /** Connects itself to the running centre by the folder that the two share. */
    static NetworkedEidServer eidServer(ServerFault fault) throws IOException {
        var nothing =
                new IdentityRequest(
                        new Chat(0),
                        new Chat(0),
                        OptionalInt.empty(),
                        Optional.empty(),
                        Optional.empty());
        return NetworkedEidServer.start(
                new NetworkedEidServer.Start(
                        0,
                        true,
                        nothing,
                        fault,
                        ServiceDescription.shipped(),
                        ZONE,
                        Optional.of(new NetworkedEidServer.Eservice(RunningCentre.eid(), 0))),
                InstantSource.system(),
                new SecureRandom(),
                Thread.ofVirtual().factory());
    }

    static String wish(String service, VisitSecret secret) {
        return new String(
                new IdentityWish("01-ab", service, "1.0.0", secret.open()).canonicalJson(),
                StandardCharsets.UTF_8);
    }

    HttpResponse<String> ask(String service) throws IOException, InterruptedException {
        return kiosk.send("POST", "/v1/identifications", wish(service, secret));
    }

    IdentityOffer offer(String service) throws IOException, InterruptedException {
        var answer = ask(service);
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return IdentityOffer.parse(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    /** Goes through the whole identification with that example card. */
    EidResult identify(URI tcTokenUrl, String card) throws InterruptedException {
        tray.put(card);
        return client.authenticate(
                tcTokenUrl,
                new EidDialogue() {
                    @Override
                    public EidReply on(EidEvent event) {
                        asked.add(event);
                        return switch (event) {
                            case EidEvent.ConsentRequired consent ->
                                    new EidReply.Consent(consent.optional());
                            case EidEvent.PinRequired _ ->
                                    new EidReply.Secret(Personal.of("123456".toCharArray()));
                            case EidEvent.CanRequired _,
                                    EidEvent.PukRequired _,
                                    EidEvent.NewPinRequired _ ->
                                    new EidReply.Cancel();
                            case EidEvent.CardRequired _,
                                    EidEvent.Progress _,
                                    EidEvent.PausedBadPosition _ ->
                                    new EidReply.Acknowledged();
                        };
                    }

                    @Override
                    public boolean cancelWanted() {
                        return false;
                    }
                });
    }

    HttpResponse<String> collect(IdentityOffer offer, String proof)
            throws IOException, InterruptedException {
        return collect(kiosk, offer, proof);
    }

    static HttpResponse<String> collect(TestKiosk kiosk, IdentityOffer offer, String proof)
            throws IOException, InterruptedException {
        return kiosk.send(
                "POST",
                "/v1/identifications/" + offer.id() + "/collect",
                "{\"v\":1,\"proof\":\"" + proof + "\"}");
    }

    static String proof(EidResult result) {
        if (!(result instanceof EidResult.Done(var refresh))) {
            throw new AssertionError("not done: " + result);
        }
        var query = refresh.getQuery();
        var begin = query.indexOf("proof=") + "proof=".length();
        return query.substring(begin, begin + 32);
    }

    Set<?> requiredAtTheCard() {
        return asked.stream()
                .filter(EidEvent.ConsentRequired.class::isInstance)
                .map(EidEvent.ConsentRequired.class::cast)
                .findFirst()
                .orElseThrow()
                .required();
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.close();
    }
}
