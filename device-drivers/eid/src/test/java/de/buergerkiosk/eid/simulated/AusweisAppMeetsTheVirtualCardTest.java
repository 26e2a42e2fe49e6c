package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.buergerkiosk.eid.ausweisapp.AusweisAppClient;
import de.buergerkiosk.eid.ausweisapp.AusweisAppProcess;
import de.buergerkiosk.eid.ausweisapp.AusweisAppSettings;
import de.buergerkiosk.eid.ausweisapp.SdkSettings;
import de.buergerkiosk.eid.simulated.SimulatedCard.IdCard;
import de.buergerkiosk.eid.simulated.card.CardFault;
import de.buergerkiosk.eid.simulated.card.PinMemory;
import de.buergerkiosk.eid.simulated.card.VpcdReader;
import de.buergerkiosk.eid.simulated.eac.Chat;
import de.buergerkiosk.eid.simulated.pki.CountrySigner;
import de.buergerkiosk.eid.simulated.pki.TestCvPki;
import de.buergerkiosk.eid.simulated.server.IdentityRequest;
import de.buergerkiosk.eid.simulated.server.NetworkedEidServer;
import de.buergerkiosk.eid.simulated.server.ServerFault;
import de.buergerkiosk.eid.simulated.server.TestEidServer.Collected;
import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.Personal;
import de.buergerkiosk.ports.eid.CardGlance;
import de.buergerkiosk.ports.eid.EidEvent;
import de.buergerkiosk.ports.eid.EidEvent.CanRequired;
import de.buergerkiosk.ports.eid.EidEvent.PinRequired;
import de.buergerkiosk.ports.eid.EidRequest;
import de.buergerkiosk.ports.eid.EidResult;
import de.buergerkiosk.ports.eid.EidResult.Done;
import de.buergerkiosk.ports.eid.EidResult.Ended;
import de.buergerkiosk.ports.eid.EidResult.Reason;
import de.buergerkiosk.ports.eid.EidRight;
import de.buergerkiosk.ports.eid.PinChange;
import de.buergerkiosk.ports.eid.ScriptedDialogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real thing: an unmodified AusweisApp, pcscd, and our card behind vpcd. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AusweisAppMeetsTheVirtualCardTest {
    private static final int VPCD = 35_963;
    private static final int CONNECT_MAX = 5_000;
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Set<EidRight> RIGHTS =
            Set.of(EidRight.FAMILY_NAMES, EidRight.DATE_OF_BIRTH, EidRight.ADDRESS);

    private Optional<AusweisAppClient> client = Optional.empty();
    private Optional<AusweisAppProcess> process = Optional.empty();
    private Optional<NetworkedEidServer> server = Optional.empty();
    private Optional<VpcdReader> card = Optional.empty();

    private static boolean vpcdListens() {
        try (var probe = new Socket()) {
            probe.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), VPCD), CONNECT_MAX);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @BeforeAll
    void setUp(@TempDir Path folder) throws IOException {
        assumeTrue(
                AusweisAppProcess.program(AusweisAppSettings.in(folder)).isPresent(),
                "no AusweisApp here: apt-get install ausweisapp2");
        assumeTrue(
                Files.exists(Path.of("/run/pcscd/pcscd.comm")) && vpcdListens(),
                "no pcscd with vpcd here: apt-get install pcscd vsmartcard-vpcd; pcscd");
        var nothing =
                new IdentityRequest(
                        new Chat(0),
                        new Chat(0),
                        OptionalInt.empty(),
                        Optional.empty(),
                        Optional.empty());
        server =
                Optional.of(
                        NetworkedEidServer.start(
                                new NetworkedEidServer.Start(
                                        0,
                                        false,
                                        nothing,
                                        ServerFault.NONE,
                                        ServiceDescription.shipped(),
                                        ZONE),
                                InstantSource.system(),
                                new SecureRandom(),
                                Thread.ofVirtual().factory()));
        process =
                Optional.of(
                        new AusweisAppProcess(
                                AusweisAppSettings.in(folder.resolve("home"))
                                        .trusting(
                                                List.of(server.get().server().trustAnchor().hex())),
                                InstantSource.system(),
                                Thread.ofVirtual().factory()));
        client =
                Optional.of(
                        new AusweisAppClient(
                                process.get(),
                                SdkSettings.usual().withCardWait(Duration.ofSeconds(30)),
                                CardGlance.BLIND,
                                InstantSource.system(),
                                new SecureRandom(),
                                Thread.ofVirtual().factory(),
                                _ -> {}));
    }

    @AfterAll
    void tearDown() throws IOException {
        client.ifPresent(AusweisAppClient::close);
        if (server.isPresent()) {
            server.get().close();
        }
    }

    @AfterEach
    void takeCard() throws InterruptedException {
        card.ifPresent(reader -> {
            try {
                reader.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        card = Optional.empty();
        // vpcd keeps one card per port, and notices its end late
        assertTrue(client.orElseThrow().awaitCardRemoved(Duration.ofSeconds(20)));
        Thread.sleep(1000);
    }

    private void put() {
        put("erika");
    }

    private void put(String person) {
        LocalDate today = LocalDate.ofInstant(InstantSource.system().instant(), ZONE);
        var country = CountrySigner.create(TestCvPki.HOUSE, today);
        var owner = (IdCard) ExampleCards.shipped().find(person).orElseThrow();
        var chip =
                CardFault.NONE.chip(
                        new CardMaker(TestCvPki.create(TestCvPki.HOUSE, today), country)
                                .make(owner),
                        PinMemory.volatileMemory(owner.triesAtFirst()),
                        new SecureRandom(),
                        country);
        try {
            var reader = VpcdReader.connect("127.0.0.1", VPCD);
            card = Optional.of(reader);
            Thread.ofVirtual()
                    .start(() -> {
                        try {
                            reader.serve(chip);
                        } catch (IOException | InterruptedException e) {
                            // the card was taken
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EidResult authenticate(ScriptedDialogue citizen) throws InterruptedException {
        var opened =
                server.orElseThrow()
                        .server()
                        .open(
                                new IdentityRequest(
                                        Chat.terminal(RIGHTS),
                                        new Chat(0),
                                        OptionalInt.empty(),
                                        Optional.empty(),
                                        Optional.of("Bewohnerparkausweis")))
                        .orElseThrow();
        return client.orElseThrow().authenticate(opened.tcTokenUrl(), citizen);
    }

    private String familyName(EidResult result) {
        String address = assertInstanceOf(Done.class, result).refreshAddress().toString();
        assertTrue(address.endsWith("&ResultMajor=ok"), address);
        String secret = address.replaceAll(".*identity=([0-9a-f]+).*", "$1");
        var identity =
                assertInstanceOf(
                        Collected.Identity.class,
                        server.orElseThrow().server().collect(secret).orElseThrow());
        return identity.result()
                .person()
                .attribute(EidRight.FAMILY_NAMES)
                .map(Personal::reveal)
                .orElseThrow();
    }

    @Test
    void theIdentityArrivesAtTheServer() throws InterruptedException {
        put();

        assertEquals("Mustermann", familyName(authenticate(ScriptedDialogue.typing("123456"))));
    }

    @Test
    void whatTheCardComparesWithIsTold() throws InterruptedException {
        put();
        var citizen = ScriptedDialogue.typing("123456");
        var opened =
                server.orElseThrow()
                        .server()
                        .open(
                                IdentityRequest.of(
                                        new EidRequest(
                                                new EidRequest.Errand("1", "camp", "1", "Lager"),
                                                Set.of(
                                                        EidRight.AGE_VERIFICATION,
                                                        EidRight.ADDRESS_VERIFICATION),
                                                Set.of(),
                                                Optional.of(18),
                                                Optional.of("07314000"))))
                        .orElseThrow();

        assertInstanceOf(
                Done.class, client.orElseThrow().authenticate(opened.tcTokenUrl(), citizen));
        assertEquals(
                new EidEvent.Compared(Optional.of(18), Optional.of("07314000")),
                citizen.events(EidEvent.ConsentRequired.class).getFirst().compared());
    }

    @Test
    void wrongPinsAndTheCanAreAskedAsTheCardCounts() throws InterruptedException {
        put();
        var citizen = ScriptedDialogue.typing("000000", "111111", "123456").thenCan("500540");

        assertEquals("Mustermann", familyName(authenticate(citizen)));
        assertEquals(
                List.of(
                        new PinRequired(3, false, false),
                        new PinRequired(2, false, true),
                        new PinRequired(1, false, true)),
                citizen.events(PinRequired.class));
        assertEquals(List.of(new CanRequired(false, false)), citizen.events(CanRequired.class));
        assertTrue(citizen.secretsAreCleared());
    }

    @Test
    void aCardThatIsTakenAtThePinEndsItAndTheNextVisitBeginsAnew() throws InterruptedException {
        put();
        var citizen =
                ScriptedDialogue.typing()
                        .at(
                                PinRequired.class,
                                () -> {
                                    try {
                                        card.orElseThrow().close();
                                    } catch (IOException e) {
                                        throw new UncheckedIOException(e);
                                    }
                                })
                        .waitingAt(PinRequired.class);

        Ended end = assertInstanceOf(Ended.class, authenticate(citizen));
        assertEquals(Reason.CARD_REMOVED, end.reason());
        assertTrue(citizen.wasWithdrawn());

        takeCard();
        put();
        assertEquals("Mustermann", familyName(authenticate(ScriptedDialogue.typing("123456"))));
    }

    @Test
    void theFiveDigitsOfTheLetterBecomeAPin() throws InterruptedException {
        put("thea");

        assertInstanceOf(
                PinChange.Changed.class,
                client.orElseThrow()
                        .changePin(ScriptedDialogue.typing("12345").choosing("246810")));
        assertInstanceOf(Done.class, authenticate(ScriptedDialogue.typing("246810")));
    }

    @Test
    void aKilledAusweisAppIsUpAgainForTheNextVisit() throws InterruptedException {
        assertInstanceOf(DeviceState.Ready.class, client.orElseThrow().state());
        long fallen = process.orElseThrow().pid().orElseThrow();
        ProcessHandle.of(fallen).orElseThrow().destroyForcibly();
        put();

        // the fall may be noticed by this visit or before it; the one after it works in any case
        EidResult first = authenticate(ScriptedDialogue.typing("123456"));
        EidResult second =
                first instanceof Done ? first : authenticate(ScriptedDialogue.typing("123456"));
        assertEquals("Mustermann", familyName(second));
        assertTrue(process.orElseThrow().pid().orElseThrow() != fallen);
    }
}
