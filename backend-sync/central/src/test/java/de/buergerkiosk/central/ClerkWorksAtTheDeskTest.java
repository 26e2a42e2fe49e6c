package de.buergerkiosk.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.contract.filing.PaymentRecord;
import java.util.HashSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClerkWorksAtTheDeskTest {
    private final TestKiosk kiosk = TestKiosk.ofRunningCentre();

    @AfterEach
    void close() {
        kiosk.close();
    }

    @Test
    void withoutLoginEveryPageLeadsToTheLogin() throws Exception {
        try (var desk = new TestDesk()) {
            for (var path : new String[] {"/", "/filings", "/filings/x", "/kiosks", "/none"}) {
                var answer = desk.get(path);
                assertEquals(302, answer.statusCode(), path);
                assertEquals("/login", TestDesk.location(answer), path);
            }
            assertEquals(401, desk.get("/api/filings").statusCode());
            assertEquals(200, desk.get("/actuator/health", "application/json").statusCode());
            assertEquals(302, desk.get("/actuator/env").statusCode());
        }
    }

    @Test
    void clerkSeesListOpensFilingAndItsStateChanges() throws Exception {
        var delivery = kiosk.permit(TestKiosk.newId(), "LU-Q 42");
        kiosk.put(delivery);
        try (var desk = TestDesk.loggedIn("parken")) {
            var list = desk.get("/filings?state=received");
            assertEquals(200, list.statusCode());
            assertTrue(list.body().contains("Bewohnerparkausweis"), list.body());
            assertTrue(list.body().contains("180,00\u00a0€ bezahlt"), list.body());
            assertTrue(list.body().contains("/filings/" + delivery.id()));
            assertFalse(list.body().contains("Mustermann"), "the list shows no content");

            var page = desk.get("/filings/" + delivery.id());
            assertEquals(200, page.statusCode(), page.body());
            for (var text :
                    new String[] {
                        "LU-Q 42",
                        "Mustermann",
                        "Simulation: Diese Identität",
                        "68000001",
                        "Unterschrift geprüft",
                        delivery.digest()
                    }) {
                assertTrue(page.body().contains(text), () -> text + " in " + page.body());
            }
            var left = desk.get("/filings?state=received").body();
            assertFalse(left.contains("/filings/" + delivery.id()), "no longer unread");
            var opened = desk.get("/filings?state=opened").body();
            assertTrue(opened.contains("/filings/" + delivery.id()));
        }
    }

    @Test
    void filingOfAnotherOfficeIsNeitherListedNorOpened() throws Exception {
        var id = TestKiosk.newId();
        var waste =
                kiosk.delivery(
                        id,
                        TestKiosk.bulkyWaste("Sofa"),
                        "waste-service",
                        new PaymentRecord.NothingDue());
        assertEquals(201, kiosk.put(waste).statusCode());
        try (var desk = TestDesk.loggedIn("parken")) {
            assertFalse(desk.get("/filings").body().contains(id.toString()));
            var refused = desk.get("/filings/" + id);
            assertEquals(403, refused.statusCode());
            assertTrue(refused.body().contains("Kein Zugriff"), refused.body());
            assertFalse(refused.body().contains("Sofa"));
        }
        assertEquals(403, TestDesk.script("parken", "/api/filings/" + id).statusCode());
        try (var desk = TestDesk.loggedIn("sperrmuell")) {
            var page = desk.get("/filings/" + id).body();
            assertTrue(page.contains("Sofa") && page.contains("Gebührenfrei"), page);
        }
    }

    @Test
    void leadSeesAllListsAndTheKiosksButNoContent() throws Exception {
        var delivery = kiosk.permit(TestKiosk.newId(), "LU-L 1");
        kiosk.put(delivery);
        try (var desk = TestDesk.loggedIn("leitung")) {
            var list = desk.get("/filings");
            assertTrue(list.body().contains("Bewohnerparkausweis"));
            assertFalse(list.body().contains("/filings/" + delivery.id()), "no way in");
            assertEquals(403, desk.get("/filings/" + delivery.id()).statusCode());
            var kiosks = desk.get("/kiosks");
            assertEquals(200, kiosks.statusCode(), kiosks.body());
            assertTrue(kiosks.body().contains("kiosk-demo"));
            assertTrue(kiosks.body().contains("Das Protokoll ist lückenlos"), kiosks.body());
        }
        try (var desk = TestDesk.loggedIn("parken")) {
            assertEquals(403, desk.get("/kiosks").statusCode());
        }
    }

    @Test
    void unclearPaymentAsksForAttention() throws Exception {
        var id = TestKiosk.newId();
        kiosk.put(
                kiosk.delivery(
                        id,
                        TestKiosk.permit("LU-U 9"),
                        "traffic-office",
                        new PaymentRecord.Unclear(18_000, id.toString())));
        try (var desk = TestDesk.loggedIn("parken")) {
            var page = desk.get("/filings/" + id).body();
            assertTrue(page.contains("180,00\u00a0€ unklar"), page);
            assertTrue(page.contains("Zahlung prüfen"), page);
        }
    }

    @Test
    void unknownFilingsAndOddAddressesAreNotFound() throws Exception {
        try (var desk = TestDesk.loggedIn("parken")) {
            var page = desk.get("/filings/" + TestKiosk.newId());
            assertEquals(404, page.statusCode());
            assertTrue(page.body().contains("Nicht gefunden"));
            assertEquals(404, desk.get("/filings/%3Cscript%3E").statusCode());
            assertEquals(200, desk.get("/filings?page=-7&state=x&service=%27").statusCode());
            assertEquals(404, desk.get("/none").statusCode());
        }
    }

    @Test
    void everyPageSpeaksEnglishOnRequestAndRemembersIt() throws Exception {
        var delivery = kiosk.permit(TestKiosk.newId(), "LU-E 1");
        kiosk.put(delivery);
        try (var desk = TestDesk.loggedIn("parken")) {
            assertTrue(desk.get("/filings").body().contains("<html lang=\"de\">"));
            var english = desk.get("/filings?lang=en").body();
            assertTrue(english.contains("<html lang=\"en\">"), english);
            assertTrue(english.contains("Resident parking permit"), english);
            var page = desk.get("/filings/" + delivery.id()).body();
            assertTrue(page.contains("€180.00 paid"), page);
            assertTrue(page.contains("Signature verified"), page);
            assertTrue(desk.get("/filings?lang=fr").body().contains("<html lang=\"de\">"));
        }
    }

    @Test
    void longListsTurnPages() throws Exception {
        for (int i = 0; i < 30; i++) {
            kiosk.put(kiosk.permit(TestKiosk.newId(), "LU-N " + i));
        }
        var link = Pattern.compile("/filings/([0-9a-f-]{36})");
        var seen = new HashSet<String>();
        try (var desk = TestDesk.loggedIn("parken")) {
            for (int page = 1; page <= 2; page++) {
                var body = desk.get("/filings?page=" + page).body();
                var found = link.matcher(body).results().map(r -> r.group(1)).toList();
                found.forEach(id -> assertTrue(seen.add(id), "twice: " + id));
            }
            assertTrue(seen.size() > 25, "second page adds to the first");
        }
    }

    @Test
    void pagesGiveNothingAway() throws Exception {
        try (var desk = TestDesk.loggedIn("parken")) {
            var headers = desk.get("/filings").headers();
            var policy = headers.firstValue("Content-Security-Policy").orElse("");
            assertTrue(policy.startsWith("default-src 'none'"), policy);
            assertEquals("DENY", headers.firstValue("X-Frame-Options").orElse(""));
            assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElse(""));
            assertEquals("no-referrer", headers.firstValue("Referrer-Policy").orElse(""));
            assertTrue(headers.firstValue("Cache-Control").orElse("").contains("no-store"));
        }
    }
}
