package de.buergerkiosk.central;

import de.buergerkiosk.contract.filing.Delivery;
import de.buergerkiosk.contract.filing.FilingContent;
import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.contract.filing.Identification;
import de.buergerkiosk.contract.filing.PaymentRecord;
import de.buergerkiosk.contract.filing.Row;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.seal.Seal;
import de.buergerkiosk.courier.KioskKit;
import de.buergerkiosk.courier.KitUnreadable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** A kiosk as the centre sees it: the kit, and filings that it makes. */
final class TestKiosk implements AutoCloseable {
    private static final AtomicLong SEQUENCE = new AtomicLong();
    private static final SplittableRandom CHANCE = new SplittableRandom(42);

    final KioskKit kit;
    private final HttpClient client;

    TestKiosk(Path folder) {
        try {
            kit = KioskKit.read(folder);
        } catch (KitUnreadable e) {
            throw new IllegalStateException(e);
        }
        client = HttpClient.newBuilder().sslContext(kit.tls()).build();
    }

    static TestKiosk ofRunningCentre() {
        return new TestKiosk(RunningCentre.kit());
    }

    static synchronized FilingId newId() {
        return FilingId.next(InstantSource.system(), CHANCE);
    }

    static PaymentRecord.Paid paid(FilingId id) {
        return new PaymentRecord.Paid(
                18_000,
                id.toString(),
                17,
                4711,
                "68000001",
                "girocard",
                LocalDateTime.parse("2026-11-23T21:40:58"));
    }

    static FilingContent permit(String plate) {
        var data = CanonicalJson.object();
        data.put("plate", plate);
        return new FilingContent(
                "parking-permit",
                "1.0.0",
                "de",
                List.of(new Row("Kennzeichen", plate), new Row("Bewohnerparkzone", "12 III")),
                data,
                Optional.of(
                        new Identification(
                                "npa-simulated",
                                List.of(
                                        new Row("Familienname", "Mustermann"),
                                        new Row("Vornamen", "Erika")))));
    }

    static FilingContent bulkyWaste(String items) {
        var data = CanonicalJson.object();
        data.put("items", items);
        return new FilingContent(
                "bulky-waste",
                "1.0.0",
                "de",
                List.of(new Row("Gegenstände", items)),
                data,
                Optional.empty());
    }

    Delivery permit(FilingId id, String plate) {
        return delivery(id, permit(plate), "traffic-office", paid(id));
    }

    Delivery delivery(FilingId id, FilingContent content, String office, PaymentRecord payment) {
        return new Delivery(
                id,
                kit.kioskId(),
                SEQUENCE.incrementAndGet(),
                content.service(),
                content.version(),
                office,
                Instant.now(),
                Seal.seal(content, id, kit.offices().of(office)),
                payment);
    }

    HttpResponse<String> put(Delivery delivery) throws IOException, InterruptedException {
        return put(delivery.id().toString(), delivery.canonicalJson(), "application/json");
    }

    HttpResponse<String> put(String id, byte[] body, String type)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(kit.deviceDoor() + "/v1/filings/" + id))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", type)
                        .PUT(BodyPublishers.ofByteArray(body))
                        .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** Any other request; the body is JSON, or none. */
    HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(kit.deviceDoor() + path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body))
                        .build();
        return client.send(request, BodyHandlers.ofString());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
