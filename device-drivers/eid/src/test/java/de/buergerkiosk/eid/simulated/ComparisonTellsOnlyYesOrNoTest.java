package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import de.buergerkiosk.ports.eid.EidRequest;
import de.buergerkiosk.ports.eid.EidResult;
import de.buergerkiosk.ports.eid.EidRight;
import de.buergerkiosk.ports.eid.EidService.Opening;
import de.buergerkiosk.ports.eid.Person;
import de.buergerkiosk.ports.eid.ScriptedDialogue;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Age and place are compared by the card itself: neither date nor address leaves it. */
class ComparisonTellsOnlyYesOrNoTest {
    @TempDir private Path folder;

    private Person compared(String card, int years, String place) throws InterruptedException {
        var desk = new Desk(folder);
        desk.put(card);
        var opening =
                desk.eid.open(
                        new EidRequest(
                                new EidRequest.Errand("1", "holiday-camp", "1.0.0", "Titel"),
                                Set.of(EidRight.AGE_VERIFICATION, EidRight.ADDRESS_VERIFICATION),
                                Set.of(),
                                Optional.of(years),
                                Optional.of(place)));
        var url = assertInstanceOf(Opening.Opened.class, opening).tcTokenUrl();
        var done =
                assertInstanceOf(
                        EidResult.Done.class,
                        desk.eid.authenticate(url, ScriptedDialogue.typing(Desk.PIN)));
        return desk.eid.collect(done.refreshAddress()).person().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "erika, 18, 07314000, true, true",
        "erika, 150, 07314000, false, true",
        "erika, 18, 07, true, true",
        "erika, 18, 073, true, true",
        "erika, 18, 07314, true, true",
        "erika, 18, 07318000, true, false",
        "max, 18, 07314000, true, false",
        "max, 18, 07318, true, true"
    })
    void theCardAnswersForItself(String card, int years, String place, String old, String lives)
            throws InterruptedException {
        var person = compared(card, years, place);

        assertEquals(old, person.attribute(EidRight.AGE_VERIFICATION).orElseThrow().reveal());
        assertEquals(lives, person.attribute(EidRight.ADDRESS_VERIFICATION).orElseThrow().reveal());
    }

    @Test
    void nothingElseIsTold() throws InterruptedException {
        var person = compared("erika", 18, "07314000");

        assertEquals(
                Set.of(EidRight.AGE_VERIFICATION, EidRight.ADDRESS_VERIFICATION),
                person.attributes().keySet());
        assertEquals(Optional.empty(), person.address());
    }
}
