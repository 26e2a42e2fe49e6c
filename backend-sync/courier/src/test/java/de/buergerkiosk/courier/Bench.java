package de.buergerkiosk.courier;

import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.contract.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SplittableRandom;

/** A courier with a clock, an outbox and a centre in the test's hand. */
final class Bench {
    static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(5), Duration.ofHours(6));

    final MemoryOutbox outbox = new MemoryOutbox();
    final ModelCentre centre = new ModelCentre();
    final SplittableRandom chance;
    Instant now = Instant.parse("2026-11-23T12:00:00Z");
    final Courier courier;

    Bench(long seed) {
        chance = new SplittableRandom(seed);
        InstantSource clock = () -> now;
        courier = new Courier(outbox, centre, centre.verifier(), clock, chance, BACKOFF);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    FilingId submit() {
        var id = FilingId.next(() -> now, chance);
        var body = ("{\"filing\":\"" + id + "\"}").getBytes(StandardCharsets.UTF_8);
        outbox.add(new Parcel(id, body, CanonicalJson.sha256(body), 0));
        return id;
    }
}
