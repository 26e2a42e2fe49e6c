package de.buergerkiosk.contract;

import de.buergerkiosk.contract.filing.Delivery;
import de.buergerkiosk.contract.filing.FilingContent;
import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.contract.filing.Identification;
import de.buergerkiosk.contract.filing.PaymentRecord;
import de.buergerkiosk.contract.filing.Row;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.seal.OfficeKeys;
import de.buergerkiosk.contract.seal.OfficePrivateKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Documents that the tests share; all persons are invented. */
public final class Examples {
    public static final FilingId ID = FilingId.parse("019ab1d2-3c00-7abc-8def-0123456789ab");
    public static final FilingId OTHER_ID = FilingId.parse("019ab1d2-3c01-7abc-8def-0123456789ab");
    public static final OfficePrivateKey TRAFFIC = OfficeKeys.generate("traffic-office");
    public static final OfficePrivateKey WASTE = OfficeKeys.generate("waste-service");

    private Examples() {}

    public static FilingContent content() {
        var data = CanonicalJson.object();
        data.put("zone", "12 III");
        data.put("plate", "LU-ÄB 123");
        return new FilingContent(
                "parking-permit",
                "1.0.0",
                "de",
                List.of(new Row("Kennzeichen", "LU-ÄB 123"), new Row("Bewohnerparkzone", "12 III")),
                data,
                Optional.of(
                        new Identification(
                                "npa-simulated", List.of(new Row("Familienname", "Mustermann")))));
    }

    public static Delivery delivery(String sealed, PaymentRecord payment) {
        return new Delivery(
                ID,
                "kiosk-demo",
                42,
                "parking-permit",
                "1.0.0",
                "traffic-office",
                Instant.parse("2026-11-23T20:40:59.123456Z"),
                sealed,
                payment);
    }

    public static Delivery delivery() {
        return delivery("aaaa.bbbb.cccc.dddd.eeee", paid());
    }

    public static PaymentRecord.PaidOnPage paidOnPage() {
        return new PaymentRecord.PaidOnPage(
                18_000,
                "LU-2026-7",
                "PT-000042",
                "CREDITCARD",
                LocalDateTime.parse("2026-11-23T21:40:58"));
    }

    public static PaymentRecord.Paid paid() {
        return new PaymentRecord.Paid(
                18_000,
                "LU-2026-7",
                17,
                4711,
                "68000001",
                "girocard",
                LocalDateTime.parse("2026-11-23T21:40:58"));
    }

    public static String golden(String name) {
        try (var in = Examples.class.getResourceAsStream("/golden/" + name)) {
            return new String(
                            Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
