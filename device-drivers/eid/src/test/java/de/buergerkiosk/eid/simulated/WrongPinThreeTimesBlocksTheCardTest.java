package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.ports.eid.EidEvent.PinRequired;
import de.buergerkiosk.ports.eid.EidEvent.PukRequired;
import de.buergerkiosk.ports.eid.EidResult.Done;
import de.buergerkiosk.ports.eid.ScriptedDialogue;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongPinThreeTimesBlocksTheCardTest {
    private final Desk desk;

    WrongPinThreeTimesBlocksTheCardTest(@TempDir Path folder) {
        this.desk = new Desk(folder);
    }

    private void blockErika() throws InterruptedException {
        desk.put("erika");
        var citizen = ScriptedDialogue.typing("111111", "222222", "333333").thenCan(Desk.CAN);
        desk.assertEnds(EidTrouble.PIN_BLOCKED, citizen);
        assertEquals(PukRequired.class, citizen.events().getLast().getClass());
    }

    @Test
    void thePukPageComesAndTheIdentificationEnds() throws InterruptedException {
        blockErika();
        assertEquals(0, desk.triesInTheFile("erika"));
    }

    @Test
    void theRightPinDoesNotHelpAnyMore() throws InterruptedException {
        blockErika();
        var citizen = ScriptedDialogue.typing();

        desk.assertEnds(EidTrouble.PIN_BLOCKED, citizen);
        assertEquals(List.of("ConsentRequired", "PukRequired"), citizen.kinds());
    }

    @Test
    void aCardThatWasBlockedBeforeIsBlockedFromTheStart() throws InterruptedException {
        desk.put("greta");
        var citizen = ScriptedDialogue.typing();

        desk.assertEnds(EidTrouble.PIN_BLOCKED, citizen);
        assertEquals(List.of(), citizen.events(PinRequired.class));
    }

    @Test
    void theOfficeCanRenewTheCard() throws InterruptedException {
        blockErika();
        desk.tray.renew("erika");

        assertInstanceOf(Done.class, desk.authenticate(ScriptedDialogue.typing(Desk.PIN)));
    }

    @Test
    void otherCardsKeepTheirTries() throws InterruptedException {
        blockErika();
        desk.put("max");
        var citizen = ScriptedDialogue.typing(Desk.PIN);

        assertInstanceOf(Done.class, desk.authenticate(citizen));
        assertEquals(3, citizen.events(PinRequired.class).getFirst().triesLeft());
    }
}
