package de.buergerkiosk.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.receipt.ReceiptVerdict;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FilingArrivesOnceTest {
    private final TestKiosk kiosk = TestKiosk.ofRunningCentre();

    @AfterEach
    void close() {
        kiosk.close();
    }

    @Test
    void newFilingGetsAReceiptThatVerifies() throws Exception {
        var delivery = kiosk.permit(TestKiosk.newId(), "LU-A 1");
        var answer = kiosk.put(delivery);
        assertEquals(201, answer.statusCode(), answer.body());
        assertEquals(
                "application/secevent+jwt", answer.headers().firstValue("Content-Type").orElse(""));
        var verdict = kiosk.kit.receipts().verify(answer.body(), delivery.id(), delivery.digest());
        var receipt = assertInstanceOf(ReceiptVerdict.Verified.class, verdict).receipt();
        assertTrue(receipt.number().matches("\\d{4}-\\d{6,}-\\d"), receipt.number());
    }

    @Test
    void lostAnswerIsRepeatedWithTheSameReceipt() throws Exception {
        var delivery = kiosk.permit(TestKiosk.newId(), "LU-A 2");
        var first = kiosk.put(delivery);
        for (int i = 0; i < 3; i++) {
            var again = kiosk.put(delivery);
            assertEquals(200, again.statusCode());
            assertEquals(first.body(), again.body());
        }
    }

    @Test
    void parallelPutsOfOneFilingKeepItOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            var delivery = kiosk.permit(TestKiosk.newId(), "LU-P 1");
            var calls = new ArrayList<Callable<HttpResponse<String>>>();
            for (int i = 0; i < 12; i++) {
                calls.add(() -> kiosk.put(delivery));
            }
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var answers = threads.invokeAll(calls).stream().map(Future::resultNow).toList();
                assertEquals(
                        1, answers.stream().map(HttpResponse::body).distinct().count(), "receipts");
                assertEquals(1, answers.stream().filter(a -> a.statusCode() == 201).count());
                assertEquals(11, answers.stream().filter(a -> a.statusCode() == 200).count());
            }
        }
    }

    @Test
    void whatTheClerkReadsIsWhatTheCitizenFiled() throws Exception {
        var delivery = kiosk.permit(TestKiosk.newId(), "LU-ÄÖ 77");
        kiosk.put(delivery);
        var answer = TestDesk.script("parken", "/api/filings/" + delivery.id());
        assertEquals(200, answer.statusCode(), answer.body());
        var filing = TestDesk.json(answer);
        assertEquals(
                filing.get("content"),
                CanonicalJson.read(TestKiosk.permit("LU-ÄÖ 77").json(), 10_000));
        assertTrue(filing.get("receipt").get("verified").booleanValue());
        assertEquals("paid", filing.get("payment").get("state").stringValue());
        assertEquals(18_000, filing.get("payment").get("amountCents").longValue());
    }
}
