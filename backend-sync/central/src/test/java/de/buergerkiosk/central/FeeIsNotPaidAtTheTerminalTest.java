package de.buergerkiosk.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.contract.filing.PaymentRecord;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Money came by a payment page, or will come after a fee notice: the desk has to tell them apart. */
class FeeIsNotPaidAtTheTerminalTest {
    private final TestKiosk kiosk = TestKiosk.ofRunningCentre();

    @AfterEach
    void close() {
        kiosk.close();
    }

    @Test
    void moneyOfAPaymentPageIsListedWithTheProvidersNumberAndAsksForNothing() throws Exception {
        var id = TestKiosk.newId();
        put(
                id,
                new PaymentRecord.PaidOnPage(
                        18_000,
                        id.toString(),
                        "PT-000042",
                        "CREDITCARD",
                        LocalDateTime.parse("2026-11-23T21:40:58")));

        try (var desk = TestDesk.loggedIn("parken")) {
            var page = desk.get("/filings/" + id).body();
            for (var text :
                    new String[] {
                        "180,00\u00a0€ auf der Bezahlseite bezahlt",
                        "Nummer beim Bezahldienst",
                        "PT-000042",
                        "CREDITCARD",
                        "23.11.2026, 21:40",
                        id.toString()
                    }) {
                assertTrue(page.contains(text), () -> text + " in " + page);
            }
            assertFalse(page.contains("Zahlung prüfen"), page);
            assertFalse(page.contains("Trace"), page);
        }
        var json = script(id);
        assertEquals("paid-on-page", json.at("/state").stringValue());
        assertEquals("PT-000042", json.at("/transactionId").stringValue());
    }

    @Test
    void aFeeNoticeIsListedAsOpenWithItsDayInBothLanguages() throws Exception {
        var id = TestKiosk.newId();
        put(id, new PaymentRecord.Invoiced(18_000, id.toString(), LocalDate.parse("2026-12-07")));

        try (var desk = TestDesk.loggedIn("parken")) {
            var list = desk.get("/filings?state=received").body();
            var said = "180,00\u00a0€ offen, Gebührenbescheid, zahlbar bis 07.12.2026";
            assertTrue(list.contains(said), list);
            var page = desk.get("/filings/" + id).body();
            assertTrue(page.contains(said), page);
            assertTrue(page.contains("Zahlbar bis"), page);
            assertTrue(page.contains(id.toString()), page);
            assertFalse(page.contains(" bezahlt<"), page);
            assertFalse(page.contains("Zahlung prüfen"), page);
            var english = desk.get("/filings/" + id + "?lang=en").body();
            assertTrue(english.contains("€180.00 open, fee notice, due by 7 Dec 2026"), english);
        }
        assertEquals("2026-12-07", script(id).at("/dueOn").stringValue());
    }

    @Test
    void aReferenceThatWasPaidAndIsInvoicedAgainIsMarked() throws Exception {
        var first = TestKiosk.newId();
        var second = TestKiosk.newId();
        put(first, TestKiosk.paid(first));
        put(
                second,
                new PaymentRecord.Invoiced(
                        18_000, first.toString(), LocalDate.parse("2026-12-07")));

        try (var desk = TestDesk.loggedIn("parken")) {
            assertTrue(desk.get("/filings/" + second).body().contains("Zahlung prüfen"));
            assertFalse(desk.get("/filings/" + first).body().contains("Zahlung prüfen"));
        }
    }

    private void put(FilingId id, PaymentRecord payment) throws Exception {
        var delivery = kiosk.delivery(id, TestKiosk.permit("LU-P 7"), "traffic-office", payment);
        assertEquals(201, kiosk.put(delivery).statusCode());
        assertEquals(200, kiosk.put(delivery).statusCode(), "the same again");
    }

    private static JsonNode script(FilingId id) throws Exception {
        var answer = TestDesk.script("parken", "/api/filings/" + id);
        return JsonMapper.shared().readTree(answer.body()).path("payment");
    }
}
