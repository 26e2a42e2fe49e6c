package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import de.buergerkiosk.eid.simulated.Encounter.End;
import de.buergerkiosk.eid.simulated.card.CardFault;
import de.buergerkiosk.eid.simulated.card.Chip;
import de.buergerkiosk.eid.simulated.client.EidCard;
import de.buergerkiosk.eid.simulated.client.EidCard.Paced;
import de.buergerkiosk.eid.simulated.client.EidCard.Password;
import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.Chat;
import de.buergerkiosk.eid.simulated.eac.CommandApdu;
import de.buergerkiosk.eid.simulated.server.IdentityRequest;
import de.buergerkiosk.eid.simulated.server.IdentityResult;
import de.buergerkiosk.eid.simulated.server.ServerFault;
import de.buergerkiosk.ports.Personal;
import de.buergerkiosk.ports.eid.EidRight;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a terminal gets out of the card, and what it does not. */
class RightsAtTheCardTest {
    private static final Set<EidRight> AGE = Set.of(EidRight.AGE_VERIFICATION);
    private static final Set<EidRight> PLACE = Set.of(EidRight.ADDRESS_VERIFICATION);

    private static IdentityResult read(IdentityRequest request, String person)
            throws InterruptedException {
        End end =
                new Encounter(ServerFault.NONE)
                        .run(request, Encounter.card(person, CardFault.NONE));
        return Encounter.identity(end).result();
    }

    private static IdentityRequest age(int years) {
        return new IdentityRequest(
                Chat.terminal(AGE),
                new Chat(0),
                OptionalInt.of(years),
                Optional.empty(),
                Optional.empty());
    }

    private static IdentityRequest place(String key) {
        return new IdentityRequest(
                Chat.terminal(PLACE),
                new Chat(0),
                OptionalInt.empty(),
                Optional.of(Bytes.literal(key)),
                Optional.empty());
    }

    /** Erika has her birthday on 12 August 1984; today is 23 November 2026. */
    @ParameterizedTest
    @CsvSource({
        "erika,18,true",
        "erika,42,true",
        "erika,43,false",
        "suharti,64,true",
        "suharti,65,false"
    })
    void theAgeIsComparedAndNotTold(String person, int years, boolean fulfilled)
            throws InterruptedException {
        IdentityResult result = read(age(years), person);

        assertEquals(Optional.of(fulfilled), result.ageFulfilled());
        assertEquals(Set.of(), result.person().attributes().keySet());
        assertEquals(Optional.empty(), result.person().address());
    }

    @ParameterizedTest
    @CsvSource({
        "erika,02760703140000,true",
        "erika,027607,true",
        "max,02760703140000,false",
        "max,02760703180000,true"
    })
    void thePlaceIsComparedAndNotTold(String person, String key, boolean fulfilled)
            throws InterruptedException {
        IdentityResult result = read(place(key), person);

        assertEquals(Optional.of(fulfilled), result.placeFulfilled());
        assertEquals(Set.of(), result.person().attributes().keySet());
    }

    @Test
    void everyRightAloneReadsItsGroupAlone() throws InterruptedException {
        for (EidRight right : Encounter.EVERYTHING_READABLE) {
            IdentityResult result = read(Encounter.asking(Set.of(right)), "hans-guenther");
            boolean address = right == EidRight.ADDRESS;
            assertEquals(address ? Set.of() : Set.of(right), result.person().attributes().keySet());
            assertEquals(address, result.person().address().isPresent());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"erika", "max", "guelsen", "suharti", "hans-guenther", "tolga"})
    void everyExamplePersonArrivesAsWritten(String name) throws InterruptedException {
        var written =
                ((SimulatedCard.IdCard) ExampleCards.shipped().find(name).orElseThrow()).holder();
        var person = read(Encounter.asking(Encounter.EVERYTHING_READABLE), name).person();

        var without = EnumSet.copyOf(person.attributes().keySet());
        without.remove(EidRight.PSEUDONYM);
        assertEquals(written.attributes().keySet(), without);
        for (EidRight right : without) {
            assertEquals(
                    written.attribute(right).map(Personal::reveal),
                    person.attribute(right).map(Personal::reveal));
        }
        assertEquals(written.address(), person.address());
    }

    @Test
    void anExpiredCardIsRefusedAndTellsNothing() throws InterruptedException {
        var encounter = new Encounter(ServerFault.NONE);
        End end =
                encounter.run(
                        Encounter.asking(Encounter.EVERYTHING_READABLE),
                        Encounter.card("lilly", CardFault.NONE));

        assertInstanceOf(End.Server.class, end);
        long batches = encounter.messages().stream().filter(m -> m.contains("<Transmit ")).count();
        assertEquals(1, batches, "data groups were asked for after the refusal");
    }

    @Test
    void whatTheCitizenTakesAwayIsNotRead() throws InterruptedException {
        var request =
                new IdentityRequest(
                        Chat.terminal(Set.of(EidRight.FAMILY_NAMES)),
                        Chat.terminal(Set.of(EidRight.BIRTH_NAME, EidRight.GIVEN_NAMES)),
                        OptionalInt.empty(),
                        Optional.empty(),
                        Optional.empty());
        End end =
                new Encounter(ServerFault.NONE)
                        .run(
                                request,
                                Encounter.card("erika", CardFault.NONE),
                                "123456",
                                Chat.terminal(Set.of(EidRight.FAMILY_NAMES, EidRight.GIVEN_NAMES)));

        assertEquals(
                Set.of(EidRight.FAMILY_NAMES, EidRight.GIVEN_NAMES),
                Encounter.identity(end).result().person().attributes().keySet());
    }

    @Test
    void aClientThatGrantsLessThanIsRequiredIsRefused() throws InterruptedException {
        var encounter = new Encounter(ServerFault.NONE);
        End end =
                encounter.run(
                        Encounter.asking(Set.of(EidRight.FAMILY_NAMES, EidRight.ADDRESS)),
                        Encounter.card("erika", CardFault.NONE),
                        "123456",
                        Chat.terminal(Set.of(EidRight.FAMILY_NAMES)));

        assertEquals(
                "the server says noPermission",
                assertInstanceOf(End.Server.class, end).trouble().observed());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5, 8, 17})
    void behindPaceAloneNoDataGroupIsRead(int group) throws Exception {
        Chip chip = Encounter.card("erika", CardFault.NONE);
        var card = new EidCard(Encounter.reader(chip), Encounter.CHANCE);
        var everything = Chat.terminal(Encounter.EVERYTHING_READABLE);
        assertInstanceOf(
                Paced.Established.class,
                card.pace(Password.PIN, Encounter.digits("123456"), Optional.of(everything)));
        card.command(CommandApdu.sending(0xA4, 0x04, 0x0C, Bytes.literal("E80704007F00070302")));

        var read = card.command(CommandApdu.asking(0xB0, 0x80 | group, 0, Bytes.EMPTY));
        assertEquals(0x6982, read.status());
        assertEquals(Bytes.EMPTY, read.data());
        assertEquals(
                0x6982,
                card.command(
                                new CommandApdu(
                                        0x80,
                                        0x20,
                                        0x80,
                                        0,
                                        Bytes.literal("060904007F000703010401"),
                                        OptionalInt.empty()))
                        .status());
    }
}
