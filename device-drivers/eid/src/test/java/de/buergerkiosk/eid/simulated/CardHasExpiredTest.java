package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.ports.eid.EidEvent.Progress;
import de.buergerkiosk.ports.eid.EidResult.Done;
import de.buergerkiosk.ports.eid.ScriptedDialogue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardHasExpiredTest {
    private final Desk desk;

    CardHasExpiredTest(@TempDir Path folder) {
        this.desk = new Desk(folder);
    }

    private void passUntil(String instant) {
        desk.pass(Duration.between(desk.instant(), Instant.parse(instant)));
    }

    @Test
    void theServerRefusesItAfterThePinAndBeforeAnyDataIsRead() throws InterruptedException {
        desk.put("lilly");
        var citizen = ScriptedDialogue.typing(Desk.PIN);

        desk.assertEnds(EidTrouble.CARD_EXPIRED, citizen);
        assertEquals(List.of(new Progress(20), new Progress(40)), citizen.events(Progress.class));
    }

    @Test
    void theLastDayCountsUntilMidnightInGermany() throws InterruptedException {
        desk.put("lilly");
        passUntil("2020-10-31T22:59:00Z");
        assertInstanceOf(Done.class, desk.authenticate(ScriptedDialogue.typing(Desk.PIN)));

        passUntil("2020-10-31T23:00:00Z");
        desk.assertEnds(EidTrouble.CARD_EXPIRED, ScriptedDialogue.typing(Desk.PIN));
    }
}
