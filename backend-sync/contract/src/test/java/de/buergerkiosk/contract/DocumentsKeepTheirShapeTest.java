package de.buergerkiosk.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.contract.filing.Delivery;
import de.buergerkiosk.contract.filing.FilingContent;
import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.contract.filing.PaymentRecord;
import de.buergerkiosk.contract.receipt.DeliveryReceipt;
import de.buergerkiosk.contract.receipt.ReceiptSigner;
import de.buergerkiosk.contract.seal.OfficeKeys;
import de.buergerkiosk.contract.seal.Seal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Kiosks in the field wrote and still write these bytes: a change here is a change of version. */
class DocumentsKeepTheirShapeTest {
    @Test
    void contentMatchesItsGolden() {
        var json = Examples.content().json();
        assertEquals(Examples.golden("content.json"), new String(json, UTF_8));
        assertEquals(Examples.content(), FilingContent.parse(json));
    }

    @Test
    void deliveryMatchesItsGoldenForEachPayment() {
        var payments =
                List.of(
                        new PaymentRecord.NothingDue(),
                        Examples.paid(),
                        Examples.paidOnPage(),
                        new PaymentRecord.Invoiced(
                                18_000, "LU-2026-7", LocalDate.parse("2026-12-07")),
                        new PaymentRecord.Unclear(18_000, "LU-2026-7"));
        var text = new StringBuilder();
        for (var payment : payments) {
            var delivery = Examples.delivery("aaaa.bbbb.cccc.dddd.eeee", payment);
            assertEquals(delivery, Delivery.parse(delivery.canonicalJson()));
            text.append(new String(delivery.canonicalJson(), UTF_8))
                    .append('\n')
                    .append(delivery.digest())
                    .append('\n');
        }
        assertEquals(Examples.golden("deliveries.txt"), text.toString().strip());
    }

    @Test
    void sealIsWhatFitConnectAsksFor() {
        var jwe = Seal.seal(Examples.content(), Examples.ID, Examples.TRAFFIC.open());
        var parts = jwe.split("\\.", -1);
        assertEquals(5, parts.length);
        var header = new String(Base64.getUrlDecoder().decode(parts[0]), UTF_8);
        assertEquals(Examples.golden("seal-header.json"), header);
        assertTrue(Base64.getUrlDecoder().decode(parts[1]).length >= 384, "a 3072-bit key");
        Delivery fits = Examples.delivery(jwe, new PaymentRecord.NothingDue());
        assertEquals(fits.digest(), Delivery.parse(fits.canonicalJson()).digest());
    }

    @Test
    void receiptIsASecurityEventToken() {
        var receipt =
                new DeliveryReceipt(
                        Examples.ID,
                        "ab".repeat(32),
                        Instant.parse("2026-11-23T20:41:00.5Z"),
                        "2026-000042-7");
        var jws = ReceiptSigner.of(ReceiptSigner.newKey()).sign(receipt).split("\\.", -1);
        assertEquals(
                Examples.golden("receipt-claims.json"),
                new String(Base64.getUrlDecoder().decode(jws[1]), UTF_8));
        var header = new String(Base64.getUrlDecoder().decode(jws[0]), UTF_8);
        assertTrue(header.contains("\"typ\":\"secevent+jwt\""), header);
        assertTrue(header.contains("\"alg\":\"ES256\""), header);
    }

    @Test
    void filingNumbersSortByTimeAndFollowTheStandard() {
        var chance = new SplittableRandom(1);
        var numbers = new TreeSet<FilingId>();
        var before = FilingId.parse("00000000-0000-7000-8000-000000000000");
        for (long millis = 0; millis < 2_000; millis++) {
            var now = Instant.parse("2026-11-23T20:40:59Z").plusMillis(millis);
            var id = FilingId.next(() -> now, chance);
            assertEquals(now, id.madeAt());
            assertEquals(7, id.value().version());
            assertEquals(2, id.value().variant());
            assertTrue(id.compareTo(before) > 0, "later numbers sort later");
            assertEquals(id, FilingId.parse(id.toString()));
            numbers.add(id);
            before = id;
        }
        assertEquals(2_000, numbers.size());
    }

    @Test
    void filingNumberOfAnotherVersionIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> FilingId.parse("a1b2c3d4-3c00-4abc-8def-0123456789ab"));
    }

    @Test
    void officeKeysGoThroughTheirFile() {
        var keys =
                OfficeKeys.parse(
                        OfficeKeys.json(List.of(Examples.TRAFFIC.open(), Examples.WASTE.open())));
        assertEquals(
                Examples.WASTE.open().key().getModulus(),
                keys.of("waste-service").key().getModulus());
        var unknown = assertThrows(IllegalArgumentException.class, () -> keys.of("dog-tax-office"));
        assertTrue(unknown.getMessage().contains("waste-service"), unknown.getMessage());
    }

    @Test
    void fileWithAPrivateKeyIsRefusedAsPublicKeys() {
        var jwks = "{\"keys\":[" + Examples.TRAFFIC.key().toJSONString() + "]}";
        assertThrows(IllegalArgumentException.class, () -> OfficeKeys.parse(jwks));
    }
}
