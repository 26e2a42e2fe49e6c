package de.buergerkiosk.central;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists of the desk with something in them, in a narrow window and with letters twice as large. */
class DeskFitsANarrowWindowTest {
    private final JdbcClient sql = RunningCentre.sql();
    private final String kiosk = "narrow-" + Long.toString(System.nanoTime(), 36);
    private final DeskBrowser desk = DeskBrowser.open();

    @AfterEach
    void close() {
        desk.close();
        sql.sql("delete from ticket where kiosk = ?").param(kiosk).update();
    }

    private void looksGood(String path, String name) throws Exception {
        for (var language : new String[] {"de", "en"}) {
            desk.page().setViewportSize(1280, 800);
            desk.at(path + "?lang=" + language).picture(language + name).judged();
            desk.page().evaluate("document.documentElement.style.fontSize = '200%'");
            desk.picture("large-" + language + name).judged();
            desk.page().setViewportSize(400, 800);
            desk.at(path).picture("narrow-" + language + name).judged();
        }
    }

    @Test
    void whatCameFromKiosks() throws Exception {
        try (var sender = TestKiosk.ofRunningCentre()) {
            sender.put(sender.permit(TestKiosk.newId(), "LU-N 400"));
        }
        desk.as("leitung");
        looksGood("/kiosks", "-desk-kiosks");
        assertTrue(desk.text().contains("kiosk-demo"), desk.text());
        looksGood("/filings", "-desk-filings");
        assertTrue(desk.text().contains("Resident parking permit"), desk.text());
    }

    @Test
    void whoWaits() throws Exception {
        sql.sql(
                        """
                        insert into ticket (id, kiosk, venue, day, number, service, taken_at, received_at, state, rank_at,
                                            changed_at)
                        values (?, ?, 'citizens-office', (now() at time zone 'Europe/Berlin')::date, 987, 'id-card', now(),
                                now(), 'waiting', now(), now())
                        """)
                .params(UUID.randomUUID(), kiosk)
                .update();
        desk.as("buerger");
        looksGood("/queue/citizens-office", "-desk-queue");
        desk.at("/queue/citizens-office?counter=3").picture("narrow-desk-counter").judged();
        assertTrue(desk.text().contains("987"), desk.text());
    }
}
