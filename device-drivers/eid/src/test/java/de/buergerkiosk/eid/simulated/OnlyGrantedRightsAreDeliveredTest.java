package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.buergerkiosk.ports.eid.EidEvent.ConsentRequired;
import de.buergerkiosk.ports.eid.EidResult.Done;
import de.buergerkiosk.ports.eid.EidRight;
import de.buergerkiosk.ports.eid.Person;
import de.buergerkiosk.ports.eid.ScriptedDialogue;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OnlyGrantedRightsAreDeliveredTest {
    private final Desk desk;

    OnlyGrantedRightsAreDeliveredTest(@TempDir Path folder) {
        this.desk = new Desk(folder);
    }

    private Person identify(
            Set<EidRight> required, Set<EidRight> optional, ScriptedDialogue citizen)
            throws InterruptedException {
        var result = desk.eid.authenticate(desk.session(required, optional), citizen);
        return desk.eid
                .collect(assertInstanceOf(Done.class, result).refreshAddress())
                .person()
                .orElseThrow();
    }

    @Test
    void withoutTheRightToTheAddressThereIsNone() throws InterruptedException {
        desk.put("erika");
        var person =
                identify(
                        Set.of(EidRight.FAMILY_NAMES), Set.of(), ScriptedDialogue.typing(Desk.PIN));

        assertEquals(Set.of(EidRight.FAMILY_NAMES), person.attributes().keySet());
        assertEquals(Optional.empty(), person.address());
    }

    @Test
    void whatWasGrantedBeyondTheSessionIsIgnored() throws InterruptedException {
        desk.put("erika");
        var person =
                identify(
                        Set.of(EidRight.FAMILY_NAMES),
                        Set.of(EidRight.BIRTH_NAME),
                        ScriptedDialogue.typing(Desk.PIN)
                                .granting(Set.of(EidRight.PSEUDONYM, EidRight.ADDRESS)));

        assertEquals(Set.of(EidRight.FAMILY_NAMES), person.attributes().keySet());
        assertEquals(Optional.empty(), person.address());
    }

    @Test
    void aRightThatIsBothRequiredAndOptionalIsRequired() throws InterruptedException {
        desk.put("erika");
        var citizen = ScriptedDialogue.typing(Desk.PIN);
        identify(
                Set.of(EidRight.FAMILY_NAMES),
                Set.of(EidRight.FAMILY_NAMES, EidRight.BIRTH_NAME),
                citizen);

        var consent = citizen.events(ConsentRequired.class).getFirst();
        assertEquals(Set.of(EidRight.FAMILY_NAMES), consent.required());
        assertEquals(Set.of(EidRight.BIRTH_NAME), consent.optional());
    }

    @Test
    void everyRightOfOneCardCanBeRead() throws InterruptedException {
        desk.put("hans-guenther");
        var all =
                EnumSet.complementOf(
                        EnumSet.of(EidRight.AGE_VERIFICATION, EidRight.ADDRESS_VERIFICATION));
        var person = identify(all, Set.of(), ScriptedDialogue.typing(Desk.PIN));

        var withoutAddress = EnumSet.copyOf(all);
        withoutAddress.remove(EidRight.ADDRESS);
        assertEquals(withoutAddress, person.attributes().keySet());
        assertEquals("Prinzregentenstraße 3", person.address().orElseThrow().reveal().street());
    }

    @ParameterizedTest
    @EnumSource(names = {"AGE_VERIFICATION", "ADDRESS_VERIFICATION"})
    void aComparisonWithoutItsValueIsRefused(EidRight comparing) {
        assertThrows(
                IllegalArgumentException.class,
                () -> desk.eid.open(Set.of(comparing), Set.of(), ""));
        assertThrows(
                IllegalArgumentException.class,
                () -> desk.eid.open(Set.of(), Set.of(comparing), ""));
    }
}
