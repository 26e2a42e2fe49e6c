package de.buergerkiosk.central.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.central.audit.AuditEntry;
import de.buergerkiosk.central.audit.AuditList;
import de.buergerkiosk.central.throttle.Caller;
import de.buergerkiosk.contract.identity.Attribute;
import de.buergerkiosk.contract.identity.IdentityOffer.Asked;
import de.buergerkiosk.contract.identity.IdentityRefusal;
import de.buergerkiosk.contract.identity.IdentityWish;
import de.buergerkiosk.contract.identity.VisitSecret;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Somebody on the Internet begins as many sign-ins as they can, at the eID server of the kiosks. */
class SignInsAreBegunInMassesTest {
    private static final Instant START = Instant.parse("2026-11-24T09:00:00Z");
    private static final Asked NAME =
            new Asked(Set.of(Attribute.FAMILY_NAMES), Set.of(), Optional.empty(), Optional.empty());

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final AuditList audit = new AuditList();
    private final ServerWithAQuota server = new ServerWithAQuota();

    /** Refuses sessions beyond 256, as our test server does; none of them ever ends. */
    private static final class ServerWithAQuota implements EidServer {
        private static final int QUOTA = 256;
        private int sessions;
        private Optional<CountDownLatch> gate = Optional.empty();

        @Override
        public UseId useId(Asked asked, String transaction) throws InterruptedException {
            if (gate.isPresent()) {
                assertTrue(gate.get().await(60, TimeUnit.SECONDS));
            }
            synchronized (this) {
                if (sessions >= QUOTA) {
                    return new UseId.Busy();
                }
                sessions++;
                return new UseId.Opened(
                        "s", URI.create("https://eid.example/paos"), "p", "00".repeat(32));
            }
        }

        @Override
        public Result getResult(String session, int counter) {
            return new Result.NotYet();
        }

        synchronized int sessions() {
            return sessions;
        }
    }

    /** Nobody gets as far as an account here. */
    private static final class NoAccounts implements PortalAccounts {
        @Override
        public UUID of(String pseudonymHash, UUID fresh, Instant now) {
            throw new AssertionError("nobody has signed in");
        }

        @Override
        public void keep(String tokenHash, UUID account, Instant now, Instant expires) {
            throw new AssertionError("nobody has signed in");
        }

        @Override
        public Optional<UUID> find(String tokenHash, Instant now) {
            return Optional.empty();
        }

        @Override
        public void forget(String tokenHash) {}
    }

    private final SignIns signIns =
            new SignIns(
                    new SignIns.Parts(
                            server,
                            new NoAccounts(),
                            new PseudonymKey("00".repeat(32)),
                            audit,
                            () -> URI.create("https://centre.example"),
                            Limits.SIGN_INS),
                    now::get,
                    new SecureRandom());

    private final Identifications identifications =
            new Identifications(
                    new Identifications.Parts(
                            id ->
                                    Optional.of(
                                            new AskedServices.Known.Asks(
                                                    new ServiceAsking(id, "1.0.0", "Titel", NAME))),
                            server,
                            audit,
                            () -> URI.create("https://centre.example"),
                            Limits.KIOSKS),
                    now::get,
                    new SecureRandom());

    private OpenOutcome atAKiosk(String kiosk) throws InterruptedException {
        var wish = new IdentityWish("01", "some-service", "1.0.0", VisitSecret.make().open());
        return identifications.open(kiosk, wish);
    }

    @Test
    void aHundredAndFiftyKiosksStillGetTheirSessions() throws Exception {
        for (int i = 0; i < 1000; i++) {
            signIns.begin("address " + i);
        }
        assertEquals(64, server.sessions());

        for (int i = 0; i < 150; i++) {
            assertInstanceOf(OpenOutcome.Opened.class, atAKiosk("kiosk-" + i));
        }
    }

    @Test
    void thoseThatComeAtTheSameMomentAreNotMoreEither() throws Exception {
        var gate = new CountDownLatch(1);
        server.gate = Optional.of(gate);
        var begun = new ArrayList<Future<SignInOutcome>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                var caller = "address " + i;
                Callable<SignInOutcome> beginning = () -> signIns.begin(caller);
                begun.add(threads.submit(beginning));
            }
            // the refused ones come back while the others still wait for the eID server
            int refused = 0;
            for (int i = 0; refused < 36 && i < 60_000; i++) {
                refused = (int) begun.stream().filter(Future::isDone).count();
                Pauses.pause(Duration.ofMillis(1));
            }
            gate.countDown();
        }
        assertEquals(64, server.sessions());
    }

    @Test
    void whoeverComesLaterHearsWhenThereIsAPlaceAgain() throws Exception {
        for (int i = 0; i < 64; i++) {
            assertInstanceOf(SignInOutcome.Begun.class, signIns.begin("address " + i));
        }
        now.set(START.plus(Duration.ofMinutes(2)));
        assertEquals(
                new SignInOutcome.TooMany(Duration.ofMinutes(4)), signIns.begin("somebody else"));

        now.set(START.plus(Duration.ofMinutes(6)));
        assertInstanceOf(SignInOutcome.Begun.class, signIns.begin("somebody else"));
    }

    @Test
    void oneAddressHasTwentyWithinTenMinutes() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertInstanceOf(SignInOutcome.Begun.class, signIns.begin("here"));
        }
        now.set(START.plus(Duration.ofMinutes(3)));
        assertEquals(new SignInOutcome.TooOften(Duration.ofMinutes(7)), signIns.begin("here"));
        assertInstanceOf(SignInOutcome.Begun.class, signIns.begin("there"));

        now.set(START.plus(Duration.ofMinutes(10)));
        assertInstanceOf(SignInOutcome.Begun.class, signIns.begin("here"));
    }

    @Test
    void aHouseholdOfManyAddressesIsOneCaller() {
        assertEquals(Caller.at("2001:db8:1:2::1"), Caller.at("2001:db8:1:2:ffff::9"));
        assertTrue(!Caller.at("2001:db8:1:2::1").equals(Caller.at("2001:db8:1:3::1")));
        assertEquals("192.0.2.7", Caller.at("192.0.2.7"));
    }

    @Test
    void nobodyFillsTheTrailWithNumbersThatTheyMadeUp() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertEquals(
                    new SignInOutcome.Refused(IdentityRefusal.UNKNOWN_IDENTIFICATION),
                    signIns.finish(UUID.randomUUID(), "0".repeat(32), "x"));
        }
        assertEquals(List.of(), audit.entries());
    }

    @Test
    void norWithASignInOfTheirOwn() throws Exception {
        var begun = assertInstanceOf(SignInOutcome.Begun.class, signIns.begin("here"));
        var token =
                signIns.token(begun.tcTokenUrl().getQuery().substring("s=".length())).orElseThrow();
        var id = after("id=", 36, token);
        var proof = after("proof=", 32, token);

        for (int i = 0; i < 3; i++) {
            signIns.finish(UUID.fromString(id), proof, "another browser");
            signIns.finish(UUID.fromString(id), "0".repeat(32), begun.browserSecret());
        }
        assertEquals(
                List.of(new AuditEntry(START, "portal", "portal-refused", id, "not-yours")),
                audit.entries());
    }

    private static String after(String name, int length, String text) {
        var begin = text.indexOf(name) + name.length();
        return text.substring(begin, begin + length);
    }
}
