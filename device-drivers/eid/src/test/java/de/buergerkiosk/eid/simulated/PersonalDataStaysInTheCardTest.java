package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.buergerkiosk.eid.simulated.SimulatedCard.IdCard;
import de.buergerkiosk.ports.Personal;
import de.buergerkiosk.ports.eid.EidDialogue;
import de.buergerkiosk.ports.eid.EidEvent;
import de.buergerkiosk.ports.eid.EidEvent.PinRequired;
import de.buergerkiosk.ports.eid.EidReply;
import de.buergerkiosk.ports.eid.ScriptedDialogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonalDataStaysInTheCardTest {
    private static final String[] SECRETS = {
        Desk.PIN, Desk.CAN, "Mustermann", "Erika", "Gabler", "Prinzregentenstraße", "1984-08-12"
    };

    private final Path folder;
    private final Desk desk;

    PersonalDataStaysInTheCardTest(@TempDir Path folder) {
        this.folder = folder;
        this.desk = new Desk(folder);
    }

    private static void assertTellsNothing(Object said) {
        for (String secret : SECRETS) {
            assertFalse(String.valueOf(said).contains(secret), secret + " in " + said.getClass());
        }
    }

    @Test
    void noCardEventResultOrPersonPrintsIt() throws InterruptedException {
        desk.put("erika");
        var citizen = ScriptedDialogue.typing(Desk.PIN);
        var result = desk.authenticate(citizen);

        assertTellsNothing(result);
        citizen.events().forEach(PersonalDataStaysInTheCardTest::assertTellsNothing);
        assertTellsNothing(desk.identify(ScriptedDialogue.typing(Desk.PIN)));
        IdCard erika = (IdCard) ExampleCards.shipped().find("erika").orElseThrow();
        assertTellsNothing(erika);
        assertTellsNothing(new Held(erika, 1));
        assertTellsNothing(new EidReply.Secret(Personal.of(Desk.PIN.toCharArray())));
    }

    @Test
    void theTrayFileRemembersCardsByNameOnly() throws InterruptedException, IOException {
        desk.put("erika");
        desk.identify(ScriptedDialogue.typing("111111", Desk.PIN));

        try (var files = Files.list(folder)) {
            List<Path> all = files.sorted().toList();
            assertEquals(
                    List.of("tray.json", "tray.lock"),
                    all.stream().map(file -> file.getFileName().toString()).toList());
            for (Path file : all) {
                assertTellsNothing(Files.readString(file));
            }
        }
    }

    @Test
    void anAnswerThatDoesNotFitIsNamedByItsKindOnly() throws InterruptedException {
        desk.put("erika");
        var events = new ArrayList<EidEvent>();
        var confused =
                new EidDialogue() {
                    @Override
                    public EidReply on(EidEvent event) {
                        events.add(event);
                        return new EidReply.Secret(Personal.of(Desk.PIN.toCharArray()));
                    }

                    @Override
                    public boolean cancelWanted() {
                        return false;
                    }
                };

        var bug = assertThrows(IllegalStateException.class, () -> desk.authenticate(confused));
        assertTellsNothing(bug);
        assertEquals("consent was asked for, answered was Secret", bug.getMessage());
        assertEquals(1, events.size());
    }

    @Test
    void consentInsteadOfAPinIsABugAndNotATry() throws InterruptedException {
        desk.put("erika");
        var confused =
                new EidDialogue() {
                    @Override
                    public EidReply on(EidEvent event) {
                        return event instanceof PinRequired
                                ? new EidReply.Acknowledged()
                                : new EidReply.Consent(Set.of());
                    }

                    @Override
                    public boolean cancelWanted() {
                        return false;
                    }
                };

        assertThrows(IllegalStateException.class, () -> desk.authenticate(confused));
        assertEquals(-1, desk.triesInTheFile("erika"));
    }
}
