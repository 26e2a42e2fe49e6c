package de.buergerkiosk.contract.bundle;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bundles of an invented city, and the word that a kiosk has for them. */
final class BundleExamples {
    static final SignerSecret CITY = SignerSecret.generate();
    static final SignerSecret DEPUTY = SignerSecret.generate();
    static final SignerSecret STRANGER = SignerSecret.generate();
    static final Root ROOT = new Root("Musterstadt", 1, List.of(CITY.open(), DEPUTY.open()));
    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    static final Instant NEXT_YEAR = Instant.parse("2027-11-24T12:00:00Z");

    static final Map<BundlePath, byte[]> FILES =
            Map.of(
                    new BundlePath("configuration/kiosk.json"),
                    "{\"languages\":[\"de\",\"en\"]}".getBytes(StandardCharsets.UTF_8),
                    new BundlePath("texts/welcome.json"),
                    "{\"de\":\"Grüß Gott\"}".getBytes(StandardCharsets.UTF_8),
                    new BundlePath("pictures/empty.png"),
                    new byte[0]);

    private BundleExamples() {}

    static BundleSigner.Terms terms(long version, Audience audience) {
        return new BundleSigner.Terms(version, NOON, NEXT_YEAR, audience);
    }

    static byte[] bundle(long version, Audience audience, SignerSecret... signers) {
        return new BundleSigner(List.of(signers)).sign(terms(version, audience), FILES);
    }

    static byte[] usual() {
        return bundle(7, Audience.ofKiosks("kiosk-1", "kiosk-2"), CITY);
    }

    static Expectation kiosk(String kiosk, long known) {
        return new Expectation(Optional.of(kiosk), Optional.empty(), known, Optional.empty(), NOON);
    }

    static BundleVerdict verdict(byte[] bundle, Expectation expected) {
        return new BundleVerifier(ROOT).verify(BundleFile.of(bundle), expected);
    }

    static BundleVerdict verdict(byte[] bundle) {
        return verdict(bundle, kiosk("kiosk-1", 6));
    }

    static Bundle valid(BundleVerdict verdict) {
        return assertInstanceOf(BundleVerdict.Valid.class, verdict, verdict::toString).bundle();
    }

    static String reason(BundleVerdict verdict) {
        return assertInstanceOf(BundleVerdict.Refused.class, verdict).reason().word();
    }
}
