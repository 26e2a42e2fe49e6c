package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.ports.eid.EidDialogue;
import de.buergerkiosk.ports.eid.EidEvent;
import de.buergerkiosk.ports.eid.EidEvent.Progress;
import de.buergerkiosk.ports.eid.EidReply;
import de.buergerkiosk.ports.eid.ScriptedDialogue;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardIsRemovedWhileReadingTest {
    private final Desk desk;

    CardIsRemovedWhileReadingTest(@TempDir Path folder) {
        this.desk = new Desk(folder);
    }

    @Test
    void readingStopsAtOnce() throws InterruptedException {
        desk.put("erika");
        var citizen = ScriptedDialogue.typing(Desk.PIN).at(Progress.class, desk::takeCard);

        desk.assertEnds(EidTrouble.CARD_REMOVED, citizen);
        assertEquals(List.of(new Progress(20)), citizen.events(Progress.class));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 60, 80, 100})
    void noIdentityComesOutWhereverItHappens(int percent) throws InterruptedException {
        desk.put("erika");
        var citizen =
                new EidDialogue() {
                    private final ScriptedDialogue script = ScriptedDialogue.typing(Desk.PIN);

                    @Override
                    public EidReply on(EidEvent event) throws InterruptedException {
                        if (event.equals(new Progress(percent))) {
                            desk.takeCard();
                        }
                        return script.on(event);
                    }

                    @Override
                    public boolean cancelWanted() {
                        return false;
                    }
                };

        desk.assertEnds(EidTrouble.CARD_REMOVED, citizen);
    }

    @Test
    void theTriesAreFullBecauseThePinWasRight() throws InterruptedException {
        desk.put("erika");
        desk.assertEnds(
                EidTrouble.CARD_REMOVED,
                ScriptedDialogue.typing("111111", Desk.PIN).at(Progress.class, desk::takeCard));

        assertEquals(3, desk.triesInTheFile("erika"));
    }
}
