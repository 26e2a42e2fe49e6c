package de.buergerkiosk.agent.apply;

import de.buergerkiosk.contract.bundle.Audience;
import de.buergerkiosk.contract.bundle.BundlePath;
import de.buergerkiosk.contract.bundle.BundleSigner;
import de.buergerkiosk.contract.bundle.Root;
import de.buergerkiosk.contract.bundle.SignerSecret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A city that signs. */
final class City {
    static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    final SignerSecret secret = SignerSecret.generate();
    final Root root = new Root("city", 1, List.of(secret.open()));

    byte[] bundle(long version) {
        return bundle(version, "kiosk-1", NOW.plus(Duration.ofDays(30)));
    }

    byte[] bundle(long version, String kiosk, Instant expires) {
        var settings = "{\"services\":[\"service-of-version-" + version + "\"]}";
        var text = "text of version " + version + " ".repeat(10_000);
        return new BundleSigner(List.of(secret))
                .sign(
                        new BundleSigner.Terms(
                                version, NOW.minusSeconds(60), expires, Audience.ofKiosks(kiosk)),
                        Map.of(
                                new BundlePath("configuration/settings.json"),
                                settings.getBytes(StandardCharsets.UTF_8),
                                new BundlePath("services/one/service.json"),
                                text.getBytes(StandardCharsets.UTF_8),
                                new BundlePath("services/one/texts/de.json"),
                                text.getBytes(StandardCharsets.UTF_8),
                                new BundlePath("texts/welcome.json"),
                                text.getBytes(StandardCharsets.UTF_8)));
    }
}
