package de.buergerkiosk.contract.bundle;

import static de.buergerkiosk.contract.bundle.BundleExamples.CITY;
import static de.buergerkiosk.contract.bundle.BundleExamples.NEXT_YEAR;
import static de.buergerkiosk.contract.bundle.BundleExamples.NOON;
import static de.buergerkiosk.contract.bundle.BundleExamples.STRANGER;
import static de.buergerkiosk.contract.bundle.BundleExamples.bundle;
import static de.buergerkiosk.contract.bundle.BundleExamples.kiosk;
import static de.buergerkiosk.contract.bundle.BundleExamples.reason;
import static de.buergerkiosk.contract.bundle.BundleExamples.usual;
import static de.buergerkiosk.contract.bundle.BundleExamples.valid;
import static de.buergerkiosk.contract.bundle.BundleExamples.verdict;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BundleIsNotForThisKioskNowTest {
    private static Expectation at(Instant moment) {
        return new Expectation(
                Optional.of("kiosk-1"), Optional.empty(), 0, Optional.empty(), moment);
    }

    private static Expectation known(long version, String digest) {
        return new Expectation(
                Optional.of("kiosk-1"), Optional.empty(), version, Optional.of(digest), NOON);
    }

    @Test
    void ofAnotherKioskItIsForeign() {
        assertEquals("foreign", reason(verdict(usual(), kiosk("kiosk-3", 0))));
        assertEquals("foreign", reason(verdict(usual(), kiosk("kiosk-11", 0))));
        valid(verdict(usual(), kiosk("kiosk-2", 0)));
        valid(verdict(bundle(7, Audience.ofEveryone(), CITY), kiosk("kiosk-3", 0)));
    }

    @Test
    void aSiteMeansTheKiosksThatStandThere() {
        var bundle = bundle(7, new Audience(false, List.of(), List.of("town-hall")), CITY);
        var there =
                new Expectation(
                        Optional.of("kiosk-9"),
                        Optional.of("town-hall"),
                        0,
                        Optional.empty(),
                        NOON);
        var elsewhere =
                new Expectation(
                        Optional.of("kiosk-9"), Optional.of("library"), 0, Optional.empty(), NOON);
        valid(verdict(bundle, there));
        assertEquals("foreign", reason(verdict(bundle, elsewhere)));
        assertEquals("foreign", reason(verdict(bundle, kiosk("kiosk-9", 0))));
    }

    @Test
    void olderIsARollbackAndTheSameIsNot() {
        assertEquals("rollback", reason(verdict(usual(), kiosk("kiosk-1", 8))));
        valid(verdict(usual(), kiosk("kiosk-1", 7)));
        valid(verdict(usual(), kiosk("kiosk-1", 6)));
    }

    @Test
    void aVersionIsUsedForOneContentOnly() {
        var digest = valid(verdict(usual())).digest();
        var other = bundle(7, Audience.ofEveryone(), CITY);
        valid(verdict(usual(), known(7, digest)));
        assertEquals("rollback", reason(verdict(other, known(7, digest))));
        valid(verdict(other, known(6, digest)));
    }

    @Test
    void fromTheMomentOfItsExpiryOnItIsExpired() {
        valid(verdict(usual(), at(NEXT_YEAR.minusMillis(1))));
        assertEquals("expired", reason(verdict(usual(), at(NEXT_YEAR))));
    }

    @Test
    void theFirstReasonOfTheOrderIsTheOneThatIsTold() {
        var late = NEXT_YEAR.plusSeconds(1);
        var all =
                new Expectation(
                        Optional.of("kiosk-3"), Optional.empty(), 99, Optional.empty(), late);
        var touched = usual();
        touched[touched.length - 1] ^= 1;
        assertEquals("tampered", reason(verdict(touched, all)));
        var strange = bundle(7, Audience.ofKiosks("kiosk-1"), STRANGER);
        assertEquals("wrong-root", reason(verdict(strange, all)));
        assertEquals("foreign", reason(verdict(usual(), all)));
        var mine =
                new Expectation(
                        Optional.of("kiosk-1"), Optional.empty(), 99, Optional.empty(), late);
        assertEquals("rollback", reason(verdict(usual(), mine)));
    }
}
