package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.ports.eid.EidEvent.CardProblem;
import de.buergerkiosk.ports.eid.EidEvent.CardRequired;
import de.buergerkiosk.ports.eid.EidEvent.PinRequired;
import de.buergerkiosk.ports.eid.EidRight;
import de.buergerkiosk.ports.eid.ScriptedDialogue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardIsDeactivatedTest {
    private final Desk desk;

    CardIsDeactivatedTest(@TempDir Path folder) {
        this.desk = new Desk(folder);
    }

    @Test
    void theCitizenIsToldAndNoPinIsAsked() throws InterruptedException {
        desk.put("otto");
        var citizen = ScriptedDialogue.typing();

        desk.assertEnds(EidTrouble.CARD_DEACTIVATED, citizen);
        assertEquals(
                List.of(new CardRequired(Optional.of(CardProblem.DEACTIVATED))),
                citizen.events(CardRequired.class));
        assertEquals(List.of(), citizen.events(PinRequired.class));
    }

    @Test
    void anotherCardMayTakeItsPlace() throws InterruptedException {
        desk.put("otto");
        var citizen =
                ScriptedDialogue.typing(Desk.PIN).at(CardRequired.class, () -> desk.put("erika"));

        var person = desk.identify(citizen);
        assertEquals("Mustermann", person.attribute(EidRight.FAMILY_NAMES).orElseThrow().reveal());
    }
}
