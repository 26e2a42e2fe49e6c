package de.buergerkiosk.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mails that were refused or whose end nobody knows, and an admin in a real browser. */
class MailIsStuckTest {
    private static final String ADDRESS = "erika.mustermann@example.org";
    private final JdbcClient sql = RunningCentre.sql();
    private final UUID appointment = UUID.randomUUID();
    private final DeskBrowser desk = DeskBrowser.open();

    @AfterEach
    void close() {
        desk.close();
        sql.sql("delete from mail where appointment = ?").param(appointment).update();
        sql.sql("delete from appointment where id = ?").param(appointment).update();
    }

    /** As the sender leaves it behind; gives its number. */
    private long mail(String kind, String state, int attempts, String trouble) {
        sql.sql(
                        """
                        insert into appointment (id, wish, kiosk, venue, service, start, until, slots, code, state,
                                                 language, mail, made_at, changed_at)
                        values (?, repeat('0', 64), 'kiosk-demo', 'citizens-office', 'id-card', now() + interval '1 day',
                                now() + interval '25 hours', 1, ?, 'booked', 'de', ?, now(), now())
                        on conflict do nothing
                        """)
                .params(appointment, appointment.toString().substring(0, 12), ADDRESS)
                .update();
        return sql.sql(
                        """
                        insert into mail (appointment, kind, sequence, address, language, due_at, state, attempts, trouble,
                                          message_id)
                        values (?, ?, 0, ?, 'de', ?, ?, ?, ?, ?) returning id
                        """)
                .params(
                        appointment,
                        kind,
                        ADDRESS,
                        OffsetDateTime.parse("2026-11-30T09:00:00Z"),
                        state,
                        attempts,
                        trouble,
                        appointment + "." + kind + ".0@city.example")
                .query(Long.class)
                .single();
    }

    private String state(long id) {
        return sql.sql("select state from mail where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private String menu() {
        return desk.page().locator("header nav").innerText().replaceAll("\\s+", " ");
    }

    @Test
    void refusedOneIsSentAgainAndUnclearOneIsLeft() throws Exception {
        var refused = mail("booked", "refused", 1, "550 5.1.1");
        var unclear = mail("reminder", "unclear", 2, "no answer");
        mail("moved", "waiting", 4, "451 4.7.1");

        desk.as("verwaltung");
        assertTrue(menu().contains("E-Mails 2"), menu());
        desk.follow("E-Mails").picture("mails").judged();
        assertEquals("/fleet/mails", desk.path());
        var text = desk.text();
        assertTrue(
                text.contains("550 5.1.1") && text.contains("Diese Adresse gibt es nicht"), text);
        assertTrue(text.contains(appointment + ".reminder.0@city.example"), text);
        assertTrue(text.contains("Terminbestätigung") && text.contains("Erinnerung"), text);
        assertTrue(text.contains("von selbst wieder versucht"), text);
        assertTrue(text.contains("kam keine Antwort"), text);
        assertFalse(desk.page().content().contains(ADDRESS), "somebody's address is shown");
        assertFalse(desk.page().content().contains("mustermann"), "a part of it is shown");

        desk.follow("Noch einmal senden, E-Mail " + refused).judged();
        assertEquals("waiting", state(refused));
        assertTrue(desk.text().contains("Die E-Mail geht noch einmal hinaus."), desk.text());
        assertTrue(menu().contains("E-Mails 1"), menu());

        desk.follow("So lassen, E-Mail " + unclear).judged();
        assertEquals("void", state(unclear));
        assertFalse(menu().contains("E-Mails 1"), menu());

        desk.at("/fleet/audit?subject=mail/" + refused);
        assertTrue(desk.text().contains("E-Mail noch einmal gesendet"), desk.text());
        desk.at("/fleet/audit?subject=mail/" + unclear);
        assertTrue(desk.text().contains("E-Mail so gelassen"), desk.text());
    }

    @Test
    void whoIsSlowerHearsThatThereIsNothingLeft() throws Exception {
        var refused = mail("booked", "refused", 1, "550 5.1.1");
        desk.as("verwaltung").at("/fleet/mails");
        try (var scripts = AdminDesk.ofRunningCentre()) {
            scripts.ok("POST", "/api/fleet/mails/" + refused + "/leave", "");
        }
        desk.follow("Noch einmal senden, E-Mail " + refused).judged();

        assertTrue(desk.text().contains("Jemand war schneller"), desk.text());
        assertEquals("void", state(refused));
    }

    @Test
    void withoutAnyThereIsNothingToDo() throws Exception {
        desk.as("verwaltung").at("/fleet/mails").picture("mails-none").judged();

        assertTrue(desk.text().contains("Alles ist hinaus"), desk.text());
        assertFalse(desk.text().contains("Noch einmal senden"), desk.text());
    }

    @Test
    void pageIsEnglishNarrowAndLargeToo() throws Exception {
        mail("booked", "refused", 1, "550 5.1.1");
        mail("reminder", "unclear", 2, "its sender ended");
        mail("moved", "waiting", 4, "451 4.7.1");
        desk.as("verwaltung").at("/fleet/mails").follow("English");
        assertEquals("Mails", desk.heading());
        desk.picture("en-mails").judged();
        desk.page().setViewportSize(400, 800);
        desk.picture("narrow-mails").judged();
        desk.page().setViewportSize(1280, 800);
        desk.page().evaluate("document.documentElement.style.fontSize = '200%'");
        desk.picture("large-mails").judged();
    }

    @Test
    void technicianAndClerkHaveNothingToDoWithMails() throws Exception {
        mail("booked", "refused", 1, "550 5.1.1");
        for (var name : new String[] {"technik", "parken"}) {
            try (var other = DeskBrowser.open()) {
                other.as(name);
                assertFalse(other.page().locator("header nav").innerText().contains("E-Mails"));
                other.at("/fleet/mails");
                assertEquals("Kein Zugriff", other.heading());
            }
        }
    }
}
