package de.buergerkiosk.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.central.people.Person.Role;
import de.buergerkiosk.central.people.Right;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Separation of duties at a real desk: each role tries everything. */
class RoleReachesForMoreTest {
    private static final Set<Right> FLEET =
            EnumSet.of(
                    Right.SEE_FLEET,
                    Right.SETTLE_MAILS,
                    Right.ACKNOWLEDGE,
                    Right.ENROL,
                    Right.MANAGE_FLEET,
                    Right.CHANGE_LAYERS,
                    Right.RELEASE);

    private static final Set<Right> FILINGS =
            EnumSet.of(Right.READ_OWN_FILINGS, Right.LIST_ALL_FILINGS);

    /** Something that a script may ask for, and the right that it wants. */
    private record Request(Right right, String method, String path, String body) {}

    private static final List<Request> REQUESTS =
            List.of(
                    new Request(Right.SEE_FLEET, "GET", "/api/fleet/kiosks", ""),
                    new Request(Right.SEE_FLEET, "GET", "/api/fleet/schema", ""),
                    new Request(Right.SEE_FLEET, "GET", "/api/fleet/releases", ""),
                    new Request(Right.SEE_FLEET, "GET", "/api/fleet/incidents?open=true", ""),
                    new Request(Right.SETTLE_MAILS, "GET", "/api/fleet/mails", ""),
                    new Request(Right.SETTLE_MAILS, "POST", "/api/fleet/mails/4711000/leave", ""),
                    new Request(Right.SEE_FLEET, "GET", "/api/fleet/layers/city/-/history", ""),
                    new Request(
                            Right.ACKNOWLEDGE,
                            "POST",
                            "/api/fleet/incidents/4711000/acknowledge",
                            "{}"),
                    new Request(Right.ENROL, "POST", "/api/fleet/kiosks/nowhere-9/enrolment", ""),
                    new Request(
                            Right.MANAGE_FLEET,
                            "PUT",
                            "/api/fleet/kiosks/role-1",
                            "{\"site\":\"role\",\"groups\":[]}"),
                    new Request(
                            Right.MANAGE_FLEET,
                            "DELETE",
                            "/api/fleet/kiosks/nowhere-9/certificate",
                            ""),
                    new Request(
                            Right.CHANGE_LAYERS,
                            "PUT",
                            "/api/fleet/layers/site/role-nowhere",
                            "{\"version\":99,\"settings\":{}}"),
                    new Request(
                            Right.RELEASE, "POST", "/api/fleet/releases", "{\"to\":\"site:none\"}"),
                    new Request(Right.RELEASE, "POST", "/api/fleet/releases/4711000/roll-back", ""),
                    new Request(Right.RELEASE, "POST", "/api/fleet/releases/4711000/stop", ""));

    private static final List<String> LOGINS =
            List.of("parken", "leitung", "verwaltung", "technik");

    private static Role role(String login) {
        return switch (login) {
            case "parken" -> Role.CLERK;
            case "leitung" -> Role.LEAD;
            case "verwaltung" -> Role.ADMIN;
            default -> Role.TECHNICIAN;
        };
    }

    @Test
    void nobodyWhoSeesFilingsLooksAfterKiosksAndTheOtherWayRound() {
        for (var role : Role.values()) {
            var both = FILINGS.stream().anyMatch(role::may) && FLEET.stream().anyMatch(role::may);
            assertFalse(both, role.word());
        }
        assertFalse(Role.TECHNICIAN.may(Right.CHANGE_LAYERS));
        assertFalse(Role.TECHNICIAN.may(Right.RELEASE));
        assertFalse(Role.TECHNICIAN.may(Right.MANAGE_FLEET));
    }

    @Test
    void aScriptIsLetInExactlyWhereItsRoleMayGo() throws Exception {
        for (var login : LOGINS) {
            try (var desk = AdminDesk.as(login)) {
                for (var request : REQUESTS) {
                    var answer = desk.send(request.method(), request.path(), request.body());
                    var told = login + " " + request + " " + answer.body();
                    if (role(login).may(request.right())) {
                        assertNotEquals(403, answer.statusCode(), told);
                        assertTrue(answer.statusCode() < 500, told);
                    } else {
                        assertEquals(403, answer.statusCode(), told);
                        assertTrue(answer.body().contains("not-your-role"), told);
                        assertTrue(answer.body().contains(role(login).word()), told);
                    }
                }
            }
        }
    }

    @Test
    void technicianMakesACodeForAKioskThatIsKnown() throws Exception {
        try (var admin = AdminDesk.as("verwaltung");
                var technician = AdminDesk.as("technik")) {
            admin.ok("PUT", "/api/fleet/kiosks/role-2", "{\"site\":\"role\",\"groups\":[]}");
            var code = technician.ok("POST", "/api/fleet/kiosks/role-2/enrolment", "");
            assertTrue(code.get("command").stringValue().contains("--code "));
        }
    }

    @Test
    void technicianAndAdminFindNoFilings() throws Exception {
        for (var login : List.of("technik", "verwaltung")) {
            var answer = TestDesk.script(login, "/api/filings");
            assertEquals(200, answer.statusCode());
            assertEquals(0, TestDesk.json(answer).get("total").intValue());
        }
    }

    @Test
    void aPageOfAnotherRoleSaysSo() throws Exception {
        try (var desk = new TestDesk()) {
            var begun = desk.login("technik", TestDesk.password("technik"));
            assertEquals("/fleet", TestDesk.location(begun));
            var refused = desk.get("/kiosks");
            assertEquals(403, refused.statusCode());
            assertTrue(refused.body().contains("Kein Zugriff"), refused.body());
        }
    }
}
