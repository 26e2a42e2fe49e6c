package de.buergerkiosk.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.contract.json.CanonicalJson;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Over mutual TLS, as a kiosk does. */
class KioskBooksAnAppointmentTest {
    private final TestKiosk kiosk = TestKiosk.ofRunningCentre();
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));

    @AfterEach
    void close() {
        kiosk.close();
    }

    private static ObjectNode json(HttpResponse<String> answer) {
        return CanonicalJson.read(answer.body(), 1_000_000);
    }

    private static String title(HttpResponse<String> answer) {
        return answer.statusCode() + " " + json(answer).get("title").stringValue();
    }

    private String firstFree() throws Exception {
        var answer =
                kiosk.send(
                        "GET",
                        "/v1/appointments/free?venue=citizens-office&service=id-card&days=21&from="
                                + today.plusDays(2),
                        "");
        assertEquals(200, answer.statusCode(), answer.body());
        return json(answer).get("free").get(0).stringValue();
    }

    private static String wish(String start) {
        return "{\"v\":1,\"venue\":\"citizens-office\",\"service\":\"id-card\",\"start\":\""
                + start
                + "\",\"language\":\"de\"}";
    }

    private HttpResponse<String> by(String what, String code, String more) throws Exception {
        return kiosk.send(
                "POST",
                "/v1/appointments/" + what,
                "{\"v\":1,\"code\":\"" + code + "\"" + more + "}");
    }

    @Test
    void fromSearchToCancellation() throws Exception {
        var venues = json(kiosk.send("GET", "/v1/venues", ""));
        assertEquals("citizens-office", venues.get("venues").get(0).get("id").stringValue());
        var start = firstFree();
        var id = UUID.randomUUID();
        var held = kiosk.send("PUT", "/v1/appointments/" + id, wish(start));
        assertEquals(201, held.statusCode(), held.body());
        var again = kiosk.send("PUT", "/v1/appointments/" + id, wish(start));
        assertEquals(200, again.statusCode());
        assertEquals(held.body(), again.body());
        assertEquals("held", json(held).get("state").stringValue());
        assertTrue(Instant.parse(json(held).get("heldUntil").stringValue()).isAfter(Instant.now()));
        var code = json(held).get("code").stringValue();

        var booked = by("confirm", code, ",\"mail\":\"erika@example.org\"");
        assertEquals("booked", json(booked).get("state").stringValue(), booked.body());
        assertEquals(start, json(booked).get("start").stringValue());
        var early =
                kiosk.send(
                        "PUT",
                        "/v1/check-ins/" + UUID.randomUUID(),
                        "{\"v\":1,\"code\":\"%s\",\"venue\":\"citizens-office\",\"number\":1,\"at\":\"%s\"}"
                                .formatted(code, Instant.now()));
        assertEquals("409 too-early", title(early));
        var moved = by("move", code, ",\"start\":\"" + firstFree() + "\"");
        assertEquals(200, moved.statusCode(), moved.body());
        var gone = by("cancel", code, "");
        assertEquals("cancelled", json(gone).get("state").stringValue());
        assertEquals("409 not-possible", title(by("confirm", code, "")));
        assertEquals("cancelled", json(by("show", code, "")).get("state").stringValue());
    }

    @Test
    void numbersAreLentAndComeBackAsTickets() throws Exception {
        var lent =
                kiosk.send(
                        "PUT",
                        "/v1/number-blocks/" + UUID.randomUUID(),
                        "{\"v\":1,\"venue\":\"traffic-office\",\"day\":\"" + today + "\"}");
        assertEquals(200, lent.statusCode(), lent.body());
        int first = json(lent).get("first").intValue();
        assertEquals(first + 19, json(lent).get("last").intValue());
        var ticket =
                "{\"v\":1,\"venue\":\"traffic-office\",\"day\":\"%s\",\"number\":%d,\"service\":\"parking-permit\",\"takenAt\":\"%s\"}"
                        .formatted(today, first, "2026-11-24T08:00:00Z");
        var path = "/v1/tickets/" + UUID.randomUUID();
        assertEquals(201, kiosk.send("PUT", path, ticket).statusCode());
        assertEquals(200, kiosk.send("PUT", path, ticket).statusCode());
        var other = "/v1/tickets/" + UUID.randomUUID();
        assertEquals("409 other-content", title(kiosk.send("PUT", other, ticket)));
        assertEquals(
                "409 not-lent",
                title(
                        kiosk.send(
                                "PUT",
                                other,
                                ticket.replace("number\":" + first, "number\":9999"))));
    }

    @Test
    void whatIsWrongIsNamedWithItsField() throws Exception {
        var path = "/v1/appointments/" + UUID.randomUUID();
        var good = wish(firstFree());
        for (var bad :
                new String[][] {
                    {path, "", "document"},
                    {path, "[]", "document"},
                    {path, good.replace("\"v\":1", "\"v\":2"), "v"},
                    {path, good.replace("id-card", "no-such"), "service"},
                    {path, good.replace("citizens-office", "no-such"), "venue"},
                    {path, good.replace("\"de\"", "\"fr\""), "language"},
                    {path, wish("tomorrow"), "start"},
                    {path, wish("1999-01-01T08:00:00Z"), "start"},
                    {path, wish("2999-01-01T08:00:00Z"), "start"},
                    {path, good.replace("}", ",\"more\":1}"), "more"},
                    {"/v1/appointments/7", good, "id"},
                }) {
            var answer = kiosk.send("PUT", bad[0], bad[1]);
            assertEquals(400, answer.statusCode(), answer.body());
            assertEquals(bad[2], json(answer).get("field").stringValue(), answer.body());
        }
        assertEquals(400, kiosk.send("GET", "/v1/appointments/free?venue=x", "").statusCode());
        var held = json(kiosk.send("PUT", path, good)).get("code").stringValue();
        var spoofed = by("confirm", held, ",\"mail\":\"a@b.de\\r\\nBcc: x@y.de\"");
        assertEquals(400, spoofed.statusCode());
        assertFalse(spoofed.body().contains("x@y.de"), "an address is personal");
    }

    @Test
    void codesThatNobodyHasAreRefusedInWordsThatHelp() throws Exception {
        var mistyped = by("show", "0000-0000-0001", "");
        assertEquals("404 unknown-code", title(mistyped));
        assertTrue(json(mistyped).get("detail").stringValue().contains("slip"));
    }
}
