package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.ports.eid.EidEvent.CanRequired;
import de.buergerkiosk.ports.eid.EidEvent.PinRequired;
import de.buergerkiosk.ports.eid.EidResult.Done;
import de.buergerkiosk.ports.eid.ScriptedDialogue;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongPinTwiceAsksForTheCanTest {
    private final Desk desk;

    WrongPinTwiceAsksForTheCanTest(@TempDir Path folder) {
        this.desk = new Desk(folder);
    }

    @Test
    void theCanComesBetweenTheSecondAndTheThirdTry() throws InterruptedException {
        desk.put("erika");
        var citizen = ScriptedDialogue.typing("111111", "222222", Desk.PIN).thenCan(Desk.CAN);

        assertInstanceOf(Done.class, desk.authenticate(citizen));
        assertEquals(
                List.of(
                        "ConsentRequired",
                        "PinRequired",
                        "PinRequired",
                        "CanRequired",
                        "PinRequired",
                        "Progress",
                        "Progress",
                        "Progress",
                        "Progress",
                        "Progress"),
                citizen.kinds());
    }

    @Test
    void aWrongCanIsAskedAgainAndCostsNoTry() throws InterruptedException {
        desk.put("erika");
        var citizen =
                ScriptedDialogue.typing("111111", "222222", Desk.PIN)
                        .thenCan("000000", "50054", Desk.CAN);

        assertInstanceOf(Done.class, desk.authenticate(citizen));
        assertEquals(
                List.of(
                        new CanRequired(false, false),
                        new CanRequired(false, true),
                        new CanRequired(false, true)),
                citizen.events(CanRequired.class));
        assertEquals(1, citizen.events(PinRequired.class).getLast().triesLeft());
    }

    @Test
    void theRightPinGivesTheCardItsThreeTriesBack() throws InterruptedException {
        desk.put("erika");
        assertInstanceOf(
                Done.class,
                desk.authenticate(
                        ScriptedDialogue.typing("111111", "222222", Desk.PIN).thenCan(Desk.CAN)));

        assertEquals(3, desk.triesInTheFile("erika"));
    }

    @Test
    void theCardRemembersItsTriesAfterTheCitizenGaveUp() throws InterruptedException {
        desk.put("erika");
        var gaveUp = ScriptedDialogue.typing("111111", "222222").cancellingAt(CanRequired.class);
        desk.assertEnds(EidTrouble.CANCELLED, gaveUp);

        assertEquals(1, desk.triesInTheFile("erika"));
        var nextDay = ScriptedDialogue.typing(Desk.PIN).thenCan(Desk.CAN);
        assertInstanceOf(Done.class, desk.authenticate(nextDay));
        assertEquals(new PinRequired(1, false, false), nextDay.events(PinRequired.class).getLast());
    }

    @Test
    void aCardWithOneTryLeftAsksForTheCanAtOnce() throws InterruptedException {
        desk.put("ludwig");
        var citizen = ScriptedDialogue.typing(Desk.PIN).thenCan(Desk.CAN);

        assertInstanceOf(Done.class, desk.authenticate(citizen));
        assertEquals(
                List.of("ConsentRequired", "CanRequired", "PinRequired"),
                citizen.kinds().subList(0, 3));
    }

    @Test
    void theCanOfAnEarlierIdentificationIsForgotten() throws InterruptedException {
        desk.put("ludwig");
        desk.assertEnds(
                EidTrouble.CANCELLED,
                ScriptedDialogue.typing().thenCan(Desk.CAN).cancellingAt(PinRequired.class));
        var again = ScriptedDialogue.typing(Desk.PIN).thenCan(Desk.CAN);

        assertInstanceOf(Done.class, desk.authenticate(again));
        assertEquals(1, again.events(CanRequired.class).size());
        assertTrue(again.secretsAreCleared());
    }
}
