package de.buergerkiosk.central.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.contract.identity.Attribute;
import de.buergerkiosk.contract.identity.Identity;
import de.buergerkiosk.contract.identity.IdentityOffer.Asked;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The kiosk waits 20 seconds for an identity; nothing may be fetched for it after that. */
class EidServerTakesItsTimeTest {
    private static final Instant START = Instant.parse("2026-11-24T09:00:00Z");
    private static final Duration KIOSK_GIVES_UP = Duration.ofSeconds(20);
    private static final EidServer.Result ERIKA =
            new EidServer.Result.Identified(
                    new Identity(Map.of(Attribute.FAMILY_NAMES, "Mustermann"), Optional.empty()));
    private static final Asked NAME =
            new Asked(Set.of(Attribute.FAMILY_NAMES), Set.of(), Optional.empty(), Optional.empty());

    private Instant now = START;
    private int asked;

    /** Takes that long for each answer, and has the identity at the n-th question. */
    private EidServer.Result fetch(Duration each, int readyAt) throws InterruptedException {
        var server =
                new EidServer() {
                    @Override
                    public UseId useId(Asked wanted, String transaction) {
                        throw new AssertionError("the session is open");
                    }

                    @Override
                    public Result getResult(String session, int counter) {
                        now = now.plus(each);
                        asked++;
                        return asked >= readyAt ? ERIKA : new Result.NotYet();
                    }
                };
        var opened =
                new EidServer.UseId.Opened(
                        "s", URI.create("https://eid.example/paos"), "p", "00".repeat(32));
        var session =
                new EidSession(NAME, opened, START.plus(Duration.ofMinutes(6)), new SecureRandom());
        return new ResultFetch(server, Limits.KIOSKS, () -> now, time -> now = now.plus(time))
                .fetch(session);
    }

    @Test
    void howeverSlowItIsTheKioskStillWaits() throws Exception {
        for (var each = Duration.ZERO;
                each.compareTo(Limits.CALL_MAX) <= 0;
                each = each.plus(Duration.ofMillis(100))) {
            now = START;
            asked = 0;
            fetch(each, Integer.MAX_VALUE);
            var taken = Duration.between(START, now);
            assertTrue(
                    taken.compareTo(KIOSK_GIVES_UP.minusSeconds(4)) < 0,
                    "answers after " + each + " each end after " + taken);
        }
    }

    @Test
    void aQuickOneIsAskedSixTimes() throws Exception {
        assertEquals(ERIKA, fetch(Duration.ofMillis(50), 6));
        assertEquals(6, asked);
    }

    @Test
    void aSlowOneIsAskedAgainWhileThereIsTime() throws Exception {
        assertEquals(ERIKA, fetch(Duration.ofSeconds(4), 2));
        assertEquals(START.plusMillis(8400), now);
    }
}
