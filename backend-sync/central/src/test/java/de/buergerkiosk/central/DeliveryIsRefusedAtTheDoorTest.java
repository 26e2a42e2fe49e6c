package de.buergerkiosk.central;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.contract.filing.Delivery;
import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.contract.filing.PaymentRecord;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveryIsRefusedAtTheDoorTest {
    private final TestKiosk kiosk = TestKiosk.ofRunningCentre();
    private final FilingId id = TestKiosk.newId();

    @AfterEach
    void close() {
        kiosk.close();
    }

    @Test
    void otherContentUnderTheSameNumberIsAConflictAndTheFirstStays() throws Exception {
        var first = kiosk.permit(id, "LU-C 1");
        var receipt = kiosk.put(first).body();
        var answer = kiosk.put(kiosk.permit(id, "LU-C 2"));
        assertEquals(409, answer.statusCode(), answer.body());
        assertEquals("other-content", TestDesk.json(answer).get("title").stringValue());
        assertEquals(receipt, kiosk.put(first).body());
        var kept = TestDesk.json(TestDesk.script("parken", "/api/filings/" + id));
        assertEquals("LU-C 1", kept.at("/content/data/plate").stringValue());
    }

    @Test
    void malformedDocumentNamesItsField() throws Exception {
        var good = new String(kiosk.permit(id, "LU-M 1").canonicalJson(), UTF_8);
        var bad = good.replace("\"amountCents\":18000", "\"amountCents\":\"viel\"");
        var answer = kiosk.put(id.toString(), bad.getBytes(UTF_8), "application/json");
        assertField("payment.amountCents", answer);
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").contains("problem+json"));
        assertNotKept();
    }

    @Test
    void junkIsMalformed() throws Exception {
        assertField("document", kiosk.put(id.toString(), "{".getBytes(UTF_8), "application/json"));
        assertField("document", kiosk.put(id.toString(), new byte[0], "application/json"));
    }

    @Test
    void numberInAddressMustBeTheNumberInTheDocument() throws Exception {
        var delivery = kiosk.permit(id, "LU-M 2");
        assertField(
                "id",
                kiosk.put(
                        TestKiosk.newId().toString(),
                        delivery.canonicalJson(),
                        "application/json"));
        assertField("id", kiosk.put("4711", delivery.canonicalJson(), "application/json"));
        assertNotKept();
    }

    @Test
    void tooLargeDocumentIs413() throws Exception {
        var answer = kiosk.put(id.toString(), new byte[Delivery.BYTES_MAX + 1], "application/json");
        assertEquals(413, answer.statusCode());
    }

    @Test
    void otherMediaTypeIs415() throws Exception {
        var delivery = kiosk.permit(id, "LU-M 3");
        assertEquals(
                415, kiosk.put(id.toString(), delivery.canonicalJson(), "text/plain").statusCode());
    }

    @Test
    void unknownOfficeIsRefused() throws Exception {
        var known = kiosk.permit(id, "LU-M 4");
        var unknown =
                new Delivery(
                        id,
                        known.kiosk(),
                        known.sequence(),
                        known.service(),
                        known.serviceVersion(),
                        "dog-tax-office",
                        known.submittedAt(),
                        known.sealed(),
                        known.payment());
        assertField("office", kiosk.put(unknown));
        assertNotKept();
    }

    @Test
    void sealOfAnotherFilingOrOfficeIsRefused() throws Exception {
        var other = kiosk.permit(TestKiosk.newId(), "LU-M 5");
        assertField("sealed", kiosk.put(with(other.sealed(), "traffic-office")));
        var own = kiosk.permit(id, "LU-M 5");
        assertField("sealed", kiosk.put(with(own.sealed(), "waste-service")));
        assertNotKept();
    }

    @Test
    void otherAddressesDoNotExist() throws Exception {
        var answer = kiosk.put("../../api/filings", new byte[0], "application/json");
        assertEquals(404, answer.statusCode());
    }

    private Delivery with(String sealed, String office) {
        return new Delivery(
                id,
                kiosk.kit.kioskId(),
                1_000_000,
                "parking-permit",
                "1.0.0",
                office,
                Instant.parse("2026-11-23T12:00:00Z"),
                sealed,
                new PaymentRecord.NothingDue());
    }

    private void assertNotKept() throws Exception {
        assertEquals(404, TestDesk.script("parken", "/api/filings/" + id).statusCode());
    }

    private static void assertField(String field, HttpResponse<String> answer) {
        assertEquals(400, answer.statusCode(), answer.body());
        var problem = TestDesk.json(answer);
        assertEquals(field, problem.get("field").stringValue());
        assertTrue(problem.get("detail").stringValue().length() > field.length() + 10);
    }
}
