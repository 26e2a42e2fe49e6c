package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.ports.eid.EidResult.Done;
import de.buergerkiosk.ports.eid.ScriptedDialogue;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefreshAddressIsUsedTwiceTest {
    private final Path folder;
    private final Desk desk;

    RefreshAddressIsUsedTwiceTest(@TempDir Path folder) {
        this.folder = folder;
        this.desk = new Desk(folder);
    }

    private URI refreshAddress() throws InterruptedException {
        desk.put("erika");
        var result = desk.authenticate(ScriptedDialogue.typing(Desk.PIN));
        return assertInstanceOf(Done.class, result).refreshAddress();
    }

    @Test
    void theSecondTimeItGivesNothing() throws InterruptedException {
        URI address = refreshAddress();

        assertTrue(desk.eid.collect(address).person().isPresent());
        assertEquals(Optional.empty(), desk.eid.collect(address).person());
    }

    @Test
    void atAnotherKiosksServerItGivesNothingAndStaysGoodAtItsOwn() throws InterruptedException {
        URI address = refreshAddress();

        assertEquals(Optional.empty(), new Desk(folder).eid.collect(address).person());
        assertTrue(desk.eid.collect(address).person().isPresent());
    }

    @Test
    void itCannotBeGuessedFromTheAddressOfTheSession() throws InterruptedException {
        desk.put("erika");
        URI tcTokenUrl = desk.session();
        var done =
                assertInstanceOf(
                        Done.class,
                        desk.eid.authenticate(tcTokenUrl, ScriptedDialogue.typing(Desk.PIN)));

        String session = tcTokenUrl.getQuery().substring("session=".length());
        assertFalse(done.refreshAddress().toString().contains(session));
        assertEquals(
                Optional.empty(),
                desk.eid
                        .collect(
                                URI.create(
                                        "https://localhost/simulation/refresh?identity="
                                                + session
                                                + "&ResultMajor=ok"))
                        .person());
    }

    @Test
    void itSaysThatAllWentWellAsARealClientDoes() throws InterruptedException {
        assertTrue(refreshAddress().getQuery().endsWith("ResultMajor=ok"));
    }
}
