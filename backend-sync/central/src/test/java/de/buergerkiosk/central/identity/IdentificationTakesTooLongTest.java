package de.buergerkiosk.central.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.central.audit.AuditEntry;
import de.buergerkiosk.central.audit.AuditList;
import de.buergerkiosk.contract.identity.Attribute;
import de.buergerkiosk.contract.identity.Identity;
import de.buergerkiosk.contract.identity.IdentityOffer;
import de.buergerkiosk.contract.identity.IdentityOffer.Asked;
import de.buergerkiosk.contract.identity.IdentityRefusal;
import de.buergerkiosk.contract.identity.IdentityWish;
import de.buergerkiosk.contract.identity.VisitSecret;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Time, bounds and two at once, with a clock that the test sets and an eID server that it scripts. */
class IdentificationTakesTooLongTest {
    private static final Instant START = Instant.parse("2026-11-24T09:00:00Z");
    private static final Identity ERIKA =
            new Identity(Map.of(Attribute.FAMILY_NAMES, "Mustermann"), Optional.empty());
    private static final Asked NAME =
            new Asked(Set.of(Attribute.FAMILY_NAMES), Set.of(), Optional.empty(), Optional.empty());
    private static final Asked AGE =
            new Asked(
                    Set.of(Attribute.AGE_VERIFICATION),
                    Set.of(),
                    Optional.of(18),
                    Optional.empty());

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final AuditList audit = new AuditList();
    private final ScriptedServer server = new ScriptedServer();
    private final VisitSecret secret = VisitSecret.make();

    /** Gives these results, one after the other, and the last one again and again. */
    private static final class ScriptedServer implements EidServer {
        private final Deque<Result> results = new ArrayDeque<>();
        private final List<Integer> counters = new ArrayList<>();
        private Optional<CountDownLatch> gate = Optional.empty();

        @Override
        public UseId useId(Asked asked, String transaction) {
            return new UseId.Opened(
                    "s", URI.create("https://eid.example/paos"), "p", "00".repeat(32));
        }

        @Override
        public Result getResult(String session, int counter) throws InterruptedException {
            if (gate.isPresent()) {
                assertTrue(gate.get().await(60, TimeUnit.SECONDS));
            }
            synchronized (this) {
                counters.add(counter);
                return results.size() > 1 ? results.pop() : results.getFirst();
            }
        }
    }

    private Identifications identifications(Asked asked, int sessionsMax) {
        return new Identifications(
                new Identifications.Parts(
                        id ->
                                Optional.of(
                                        new AskedServices.Known.Asks(
                                                new ServiceAsking(id, "1.0.0", "Titel", asked))),
                        server,
                        audit,
                        () -> URI.create("https://centre.example"),
                        new Limits(
                                Duration.ofMinutes(6),
                                sessionsMax,
                                3,
                                Duration.ofMillis(1),
                                Duration.ofSeconds(5))),
                now::get,
                new SecureRandom());
    }

    private OpenOutcome open(Identifications identifications, String kiosk)
            throws InterruptedException {
        return identifications.open(
                kiosk, new IdentityWish("01", "some-service", "1.0.0", secret.open()));
    }

    private IdentityOffer offer(Identifications identifications) throws InterruptedException {
        return assertInstanceOf(OpenOutcome.Opened.class, open(identifications, "kiosk-one"))
                .offer();
    }

    private static String proof(Identifications identifications, IdentityOffer offer) {
        var token =
                identifications
                        .token(offer.tcTokenUrl().getQuery().substring("s=".length()))
                        .orElseThrow();
        var begin = token.indexOf("proof=") + "proof=".length();
        return token.substring(begin, begin + 32);
    }

    private static void assertRefused(IdentityRefusal refusal, CollectOutcome outcome) {
        assertEquals(new CollectOutcome.Refused(refusal), outcome);
    }

    @Test
    void afterItsTimeItIsForgotten() throws Exception {
        server.results.add(new EidServer.Result.Identified(ERIKA));
        var identifications = identifications(NAME, 10);
        var offer = offer(identifications);
        var proof = proof(identifications, offer);

        now.set(START.plus(Duration.ofMinutes(6)));
        assertRefused(
                IdentityRefusal.UNKNOWN_IDENTIFICATION,
                identifications.collect("kiosk-one", offer.id(), proof));
        assertEquals(List.of(), server.counters);
    }

    @Test
    void aTcTokenIsNotHandedOutAfterItsTime() throws Exception {
        var identifications = identifications(NAME, 10);
        var secretOfToken = offer(identifications).tcTokenUrl().getQuery().substring(2);

        now.set(START.plus(Duration.ofMinutes(6)));
        assertEquals(Optional.empty(), identifications.token(secretOfToken));
    }

    @Test
    void tooManyAtOnceAreRefusedUntilOneIsForgotten() throws Exception {
        var identifications = identifications(NAME, 2);
        assertInstanceOf(OpenOutcome.Opened.class, open(identifications, "kiosk-one"));
        assertInstanceOf(OpenOutcome.Opened.class, open(identifications, "kiosk-two"));

        assertEquals(
                new OpenOutcome.Refused(IdentityRefusal.EID_SERVER_BUSY),
                open(identifications, "kiosk-three"));
        now.set(START.plus(Duration.ofMinutes(7)));
        assertInstanceOf(OpenOutcome.Opened.class, open(identifications, "kiosk-three"));
    }

    @Test
    void theCounterOfGetResultNeverGoesBack() throws Exception {
        server.results.add(new EidServer.Result.NotYet());
        var identifications = identifications(NAME, 10);
        var offer = offer(identifications);
        var proof = proof(identifications, offer);

        assertRefused(
                IdentityRefusal.NOT_YET, identifications.collect("kiosk-one", offer.id(), proof));
        assertRefused(
                IdentityRefusal.NOT_YET, identifications.collect("kiosk-one", offer.id(), proof));
        assertEquals(List.of(1, 2, 3, 4, 5, 6), server.counters);
    }

    @Test
    void aLineThatBreaksOnceDoesNotCostTheIdentity() throws Exception {
        server.results.add(new EidServer.Result.Failed(new EidServer.Trouble.Unreachable("reset")));
        server.results.add(new EidServer.Result.Identified(ERIKA));
        var identifications = identifications(NAME, 10);
        var offer = offer(identifications);
        var proof = proof(identifications, offer);

        assertRefused(
                IdentityRefusal.EID_SERVER_DOWN,
                identifications.collect("kiosk-one", offer.id(), proof));
        var sealed =
                assertInstanceOf(
                        CollectOutcome.Sealed.class,
                        identifications.collect("kiosk-one", offer.id(), proof));
        assertEquals(ERIKA, secret.open(sealed.jwe(), offer.id()));
    }

    @Test
    void twoCollectionsAtOnceGiveOneIdentity() throws Exception {
        server.results.add(new EidServer.Result.Identified(ERIKA));
        var gate = new CountDownLatch(1);
        server.gate = Optional.of(gate);
        var identifications = identifications(NAME, 10);
        var offer = offer(identifications);
        var proof = proof(identifications, offer);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<CollectOutcome> collecting =
                    () -> identifications.collect("kiosk-one", offer.id(), proof);
            var first = threads.submit(collecting);
            var second = threads.submit(collecting);
            gate.countDown();
            var outcomes =
                    List.of(first.get(60, TimeUnit.SECONDS), second.get(10, TimeUnit.SECONDS));

            assertEquals(
                    1, outcomes.stream().filter(CollectOutcome.Sealed.class::isInstance).count());
            assertEquals(List.of(1), server.counters);
        }
    }

    @Test
    void anAnswerWithoutTheComparisonThatWasRequiredIsNoIdentity() throws Exception {
        server.results.add(new EidServer.Result.Identified(ERIKA));
        var identifications = identifications(AGE, 10);
        var offer = offer(identifications);

        assertRefused(
                IdentityRefusal.EID_SERVER_FAULTY,
                identifications.collect("kiosk-one", offer.id(), proof(identifications, offer)));
    }

    @Test
    void theTrailTellsEachStepAndNothingOfThePerson() throws Exception {
        server.results.add(new EidServer.Result.Identified(ERIKA));
        var identifications = identifications(NAME, 10);
        var offer = offer(identifications);
        identifications.collect("kiosk-one", offer.id(), proof(identifications, offer));

        assertEquals(
                List.of("identity-opened", "identity-delivered"),
                audit.entries().stream().map(AuditEntry::event).toList());
        assertTrue(audit.entries().toString().contains("some-service"), audit.entries().toString());
        assertTrue(!audit.entries().toString().contains("Mustermann"), audit.entries().toString());
    }
}
