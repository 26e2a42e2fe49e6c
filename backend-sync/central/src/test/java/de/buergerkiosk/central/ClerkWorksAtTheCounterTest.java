package de.buergerkiosk.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.contract.json.CanonicalJson;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tickets from a kiosk's door to the counter's page, the wall and the scripts. */
class ClerkWorksAtTheCounterTest {
    private static final String VENUE = "citizens-office";
    private static final String API = "/api/queue/" + VENUE;

    private final TestKiosk kiosk = TestKiosk.ofRunningCentre();
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));
    private int next;

    @BeforeEach
    void lend() throws Exception {
        var block =
                kiosk.send(
                        "PUT",
                        "/v1/number-blocks/" + UUID.randomUUID(),
                        "{\"v\":1,\"venue\":\"%s\",\"day\":\"%s\"}".formatted(VENUE, today));
        assertEquals(200, block.statusCode(), block.body());
        next = TestDesk.json(block).get("first").intValue();
        clear();
    }

    @AfterEach
    void close() {
        kiosk.close();
    }

    /** The running centre is shared: nobody of another test waits or sits anywhere. */
    private void clear() throws Exception {
        try (var clerk = AdminDesk.as("empfang")) {
            for (var ticket : clerk.ok("GET", API, "").get("tickets")) {
                var path = API + "/tickets/" + ticket.get("id").stringValue();
                var counter =
                        ticket.has("counter") ? ticket.get("counter").intValue() : 900 + next % 90;
                var at = "{\"counter\":%d}".formatted(counter);
                if (!ticket.get("state").stringValue().equals("called")) {
                    clerk.ok("POST", path + "/call", at);
                }
                clerk.ok("POST", path + "/finish", at);
            }
        }
    }

    private int ticket() throws Exception {
        int number = next++;
        var kept =
                kiosk.send(
                        "PUT",
                        "/v1/tickets/" + UUID.randomUUID(),
                        "{\"v\":1,\"venue\":\"%s\",\"day\":\"%s\",\"number\":%d,\"service\":\"registration\",\"takenAt\":\"%s\"}"
                                .formatted(VENUE, today, number, now()));
        assertEquals(201, kept.statusCode(), kept.body());
        return number;
    }

    private static String now() {
        return CanonicalJson.time(Instant.now());
    }

    @Test
    void aClerkCallsMissesAndFinishesByForms() throws Exception {
        int first = ticket();
        int second = ticket();
        try (var desk = TestDesk.loggedIn("empfang")) {
            assertEquals("/queue/" + VENUE, TestDesk.location(desk.get("/queue")));
            var page = "/queue/" + VENUE + "?counter=3";
            var before = desk.get(page);
            assertEquals(200, before.statusCode(), before.body());
            assertTrue(before.body().contains("Nächste Nummer aufrufen"), before.body());
            assertTrue(before.body().contains("Wohnsitz anmelden"), before.body());
            assertTrue(before.body().contains("2 Personen warten"), before.body());

            var called = desk.post(page, "/queue/" + VENUE + "/next", "counter", "3");
            assertEquals(
                    "/queue/" + VENUE + "?counter=3&told=called&number=" + first,
                    TestDesk.location(called));
            var there = desk.get(TestDesk.location(called)).body();
            assertTrue(there.contains("Nummer " + first + " ist aufgerufen."), there);
            assertTrue(there.contains("Noch einmal aufrufen"), there);

            var id = id(there);
            var again = press(desk, page, id, "again", "times", "1");
            assertTrue(again.contains("noch einmal aufgerufen"), again);
            var missed = press(desk, page, id, "missed");
            assertTrue(missed.contains("Zurück in die Liste"), missed);
            var twice = press(desk, page, id, "finish");
            assertTrue(twice.contains("role=\"alert\""), twice);

            desk.post(page, "/queue/" + VENUE + "/next", "counter", "3");
            assertEquals("[" + second + "@3]", shown(first));
            var finished = id(desk.get(page).body());
            var nobody =
                    desk.post(
                            page,
                            "/queue/" + VENUE + "/next",
                            "counter",
                            "3",
                            "finished",
                            finished);
            assertTrue(TestDesk.location(nobody).endsWith("told=nobody"));
            var english = desk.get(page + "&lang=en").body();
            assertTrue(english.contains("Nobody is waiting"), english);
        }
    }

    private static String id(String page) {
        var found = Pattern.compile("name=\"finished\" value=\"([0-9a-f-]{36})\"").matcher(page);
        assertTrue(found.find(), page);
        return found.group(1);
    }

    private static String press(
            TestDesk desk, String page, String ticket, String press, String... more)
            throws Exception {
        var fields = new String[2 + more.length];
        fields[0] = "counter";
        fields[1] = "3";
        System.arraycopy(more, 0, fields, 2, more.length);
        var answer =
                desk.post(page, "/queue/" + VENUE + "/tickets/" + ticket + "/" + press, fields);
        assertEquals(302, answer.statusCode(), answer.body());
        return desk.get(TestDesk.location(answer)).body();
    }

    /** What the wall shows, without one number. */
    private static String shown(int without) throws Exception {
        // the board is looked at twice a second
        var until = Instant.now().plus(Duration.ofSeconds(30));
        var shown = wall(without);
        while (shown.equals("[]") && Instant.now().isBefore(until)) {
            Thread.sleep(100);
            shown = wall(without);
        }
        return shown;
    }

    private static String wall(int without) throws Exception {
        var text = new StringBuilder("[");
        for (var call : TestDesk.json(open("/call/" + VENUE + "/now")).get("calls")) {
            var recent = call.get("counter").intValue() < 900;
            if (recent && call.get("number").intValue() != without && isCurrent(call)) {
                text.append(call.get("number").intValue())
                        .append('@')
                        .append(call.get("counter").intValue());
            }
        }
        return text.append("]").toString();
    }

    private static boolean isCurrent(JsonNode call) throws Exception {
        try (var clerk = AdminDesk.as("empfang")) {
            for (var ticket : clerk.ok("GET", API, "").get("tickets")) {
                if (ticket.get("number").intValue() == call.get("number").intValue()) {
                    return ticket.get("state").stringValue().equals("called");
                }
            }
            return false;
        }
    }

    private static HttpResponse<String> open(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var port = RunningCentre.ready().desk().orElseThrow();
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .timeout(Duration.ofSeconds(30))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    @Test
    void theWallNeedsNoLoginAndSaysNothingPersonal() throws Exception {
        ticket();
        var page = open("/call/" + VENUE);
        assertEquals(200, page.statusCode(), page.body());
        assertTrue(page.body().contains("Bürgerbüro Mitte"), page.body());
        assertTrue(page.body().contains("aria-live=\"assertive\""), page.body());
        assertTrue(page.headers().firstValue("Set-Cookie").isEmpty(), "a wall has no session");
        var policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.startsWith("default-src 'none'"), policy);
        var now = TestDesk.json(open("/call/" + VENUE + "/now"));
        assertEquals(5, now.size(), now.toString());
        for (var call : now.get("calls")) {
            assertEquals(4, call.size(), call.toString());
        }
        assertEquals(404, open("/call/nowhere").statusCode());
        assertEquals(404, open("/call/nowhere/now").statusCode());
        assertEquals(200, open("/call").statusCode());
        assertEquals(200, open("/call.js").statusCode());
        assertEquals(200, open("/call.css").statusCode());
    }

    @Test
    void scriptsWorkTheSameQueue() throws Exception {
        int first = ticket();
        ticket();
        try (var clerk = AdminDesk.as("empfang")) {
            var called = clerk.ok("POST", API + "/next", "{\"counter\":7}");
            assertEquals(first, called.get("number").intValue());
            assertEquals("called", called.get("state").stringValue());
            var repeated = clerk.ok("POST", API + "/next", "{\"counter\":7}");
            assertEquals(called, repeated);
            var path = API + "/tickets/" + called.get("id").stringValue();
            var again = clerk.ok("POST", path + "/again", "{\"counter\":7,\"times\":1}");
            assertEquals(2, again.get("times").intValue());
            assertEquals(
                    "parked",
                    clerk.ok("POST", path + "/park", "{\"counter\":7}").get("state").stringValue());
            assertEquals(409, clerk.send("POST", path + "/missed", "{\"counter\":7}").statusCode());
            clerk.ok("POST", path + "/call", "{\"counter\":7}");
            clerk.ok(
                    "POST",
                    API + "/next",
                    "{\"counter\":7,\"finished\":\"%s\"}"
                            .formatted(called.get("id").stringValue()));
            assertEquals(400, clerk.send("POST", API + "/next", "{\"counter\":0}").statusCode());
            assertEquals(400, clerk.send("POST", API + "/next", "[]").statusCode());
            assertEquals(404, clerk.send("POST", path + "/dance", "{\"counter\":7}").statusCode());
            var unknown = API + "/tickets/" + UUID.randomUUID() + "/call";
            assertEquals(404, clerk.send("POST", unknown, "{\"counter\":8}").statusCode());
        }
    }

    @Test
    void nobodyElseGetsIn() throws Exception {
        for (var stranger : new String[] {"parken", "leitung", "verwaltung"}) {
            try (var desk = AdminDesk.as(stranger)) {
                assertEquals(403, desk.send("GET", API, "").statusCode(), stranger);
                var next = desk.send("POST", API + "/next", "{\"counter\":1}");
                assertEquals(403, next.statusCode(), stranger);
            }
        }
        assertEquals(401, open(API).statusCode());
        try (var desk = TestDesk.loggedIn("parken")) {
            var refused = desk.get("/queue/" + VENUE);
            assertEquals(403, refused.statusCode());
            assertFalse(refused.body().contains("Wohnsitz"), refused.body());
            assertEquals(200, desk.get("/queue/traffic-office").statusCode());
        }
        try (var desk = TestDesk.loggedIn("empfang")) {
            var forged = desk.postRaw("/queue/" + VENUE + "/next", "counter=1");
            assertEquals(403, forged.statusCode(), "without the page's token");
        }
        try (var desk = TestDesk.loggedIn("leitung")) {
            assertEquals(403, desk.get("/queue").statusCode());
        }
    }

    @Test
    void adminsSeeHowMailsAreAndNobodysAddress() throws Exception {
        try (var admin = AdminDesk.ofRunningCentre()) {
            var mails = admin.ok("GET", "/api/fleet/mails", "");
            assertTrue(mails.get("mails").isArray(), mails.toString());
            assertFalse(mails.toString().contains("@"), mails.toString());
            assertEquals(409, admin.send("POST", "/api/fleet/mails/999/again", "").statusCode());
        }
    }
}
