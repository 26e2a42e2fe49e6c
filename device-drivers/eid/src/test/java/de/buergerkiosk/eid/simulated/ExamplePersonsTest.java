package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.eid.simulated.SimulatedCard.IdCard;
import de.buergerkiosk.eid.simulated.SimulatedCard.OtherCard;
import de.buergerkiosk.ports.Personal;
import de.buergerkiosk.ports.eid.EidResult.Done;
import de.buergerkiosk.ports.eid.EidRight;
import de.buergerkiosk.ports.eid.ScriptedDialogue;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplePersonsTest {
    private final ExampleCards cards = ExampleCards.shipped();

    private IdCard idCard(String name) {
        return assertInstanceOf(IdCard.class, cards.find(name).orElseThrow());
    }

    private Optional<String> attribute(String card, EidRight right) {
        return idCard(card).holder().attribute(right).map(Personal::reveal);
    }

    @Test
    void theyComeInTheOrderOfTheirFile() {
        assertEquals(
                List.of(
                        "erika",
                        "max",
                        "guelsen",
                        "suharti",
                        "hans-guenther",
                        "tolga",
                        "lilly",
                        "otto",
                        "greta",
                        "ludwig",
                        "thea",
                        "library-card"),
                cards.all().stream().map(SimulatedCard::name).toList());
        assertInstanceOf(OtherCard.class, cards.find("library-card").orElseThrow());
    }

    @Test
    void erikaLivesWhereResidentsPark() {
        var address = idCard("erika").holder().address().orElseThrow().reveal();

        assertEquals("Prinzregentenstraße 12", address.street());
        assertEquals("67063", address.zipCode());
        assertEquals("Ludwigshafen am Rhein", address.city());
    }

    @Test
    void maxLivesInAnotherTown() {
        assertEquals("Speyer", idCard("max").holder().address().orElseThrow().reveal().city());
    }

    @Test
    void lettersOfDin91379ArriveAsTheyAreWritten(@TempDir Path folder) throws InterruptedException {
        var desk = new Desk(folder);
        desk.put("guelsen");
        var person = desk.identify(ScriptedDialogue.typing(Desk.PIN));

        assertEquals(
                Optional.of("Łukaszewicz-Ðorđević"),
                person.attribute(EidRight.FAMILY_NAMES).map(Personal::reveal));
        String given = person.attribute(EidRight.GIVEN_NAMES).orElseThrow().reveal();
        assertEquals("Ğülşen M\u0302aria", given);
        assertTrue(Normalizer.isNormalized(given, Normalizer.Form.NFC));
    }

    @Test
    void aPersonMayHaveNoGivenNameAndAnUnknownBirthday() {
        assertEquals(Optional.empty(), attribute("suharti", EidRight.GIVEN_NAMES));
        assertEquals(Optional.of("1961"), attribute("suharti", EidRight.DATE_OF_BIRTH));
    }

    @Test
    void aDoctoralDegreeIsItsOwnAttribute() {
        assertEquals(
                Optional.of("Dr.eh.Dr."), attribute("hans-guenther", EidRight.DOCTORAL_DEGREE));
        assertEquals(Optional.empty(), attribute("erika", EidRight.DOCTORAL_DEGREE));
    }

    @Test
    void aForeignNationalShowsAResidencePermit() {
        assertEquals(Optional.of("TUR"), attribute("tolga", EidRight.NATIONALITY));
        assertEquals(Optional.of("AR"), attribute("tolga", EidRight.DOCUMENT_TYPE));
    }

    private static String pseudonym(Desk desk, String card) throws InterruptedException {
        desk.put(card);
        var session = desk.session(Set.of(EidRight.PSEUDONYM), Set.of());
        var done =
                assertInstanceOf(
                        Done.class,
                        desk.eid.authenticate(session, ScriptedDialogue.typing(Desk.PIN)));
        var person = desk.eid.collect(done.refreshAddress()).person().orElseThrow();
        assertEquals(Set.of(EidRight.PSEUDONYM), person.attributes().keySet());
        return person.attribute(EidRight.PSEUDONYM).orElseThrow().reveal();
    }

    @Test
    void pseudonymsTellPersonsApartAndStayTheSame(@TempDir Path first, @TempDir Path second)
            throws InterruptedException {
        var desk = new Desk(first);
        String erika = pseudonym(desk, "erika");

        assertTrue(erika.matches("[0-9a-f]{64}"), "not 32 bytes");
        assertNotEquals(erika, pseudonym(desk, "max"));
        assertEquals(erika, pseudonym(new Desk(second), "erika"));
    }

    @Test
    void everyCardIsLabelledInGermanAndEnglish() {
        for (SimulatedCard card : cards.all()) {
            assertTrue(card.labels().keySet().containsAll(List.of("de", "en")), card.name());
        }
    }
}
