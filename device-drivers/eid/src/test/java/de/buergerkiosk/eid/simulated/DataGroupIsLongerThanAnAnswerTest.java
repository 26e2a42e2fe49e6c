package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.buergerkiosk.eid.simulated.SimulatedCard.IdCard;
import de.buergerkiosk.eid.simulated.card.PinMemory;
import de.buergerkiosk.eid.simulated.card.VirtualNpa;
import de.buergerkiosk.eid.simulated.server.ServerFault;
import de.buergerkiosk.ports.Personal;
import de.buergerkiosk.ports.eid.EidRight;
import de.buergerkiosk.ports.eid.Person;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataGroupIsLongerThanAnAnswerTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 217, 218, 219, 220, 400, 1500})
    void itIsReadInPartsAndArrivesWhole(int length) throws InterruptedException {
        String name = "ß".repeat(length / 2) + "N".repeat(length % 2);
        var holder = new Person(Map.of(EidRight.FAMILY_NAMES, Personal.of(name)), Optional.empty());
        var card =
                new IdCard(
                        "long",
                        Map.of(),
                        Optional.of(Personal.of("123456")),
                        Personal.of("500540"),
                        3,
                        true,
                        LocalDate.of(2034, 7, 31),
                        holder,
                        Optional.empty());
        var chip =
                new VirtualNpa(
                        new CardMaker(Encounter.PKI, Encounter.COUNTRY).make(card),
                        PinMemory.volatileMemory(3),
                        Encounter.CHANCE);
        var end =
                new Encounter(ServerFault.NONE)
                        .run(Encounter.asking(Set.of(EidRight.FAMILY_NAMES)), chip);

        assertEquals(
                Optional.of(name),
                Encounter.identity(end)
                        .result()
                        .person()
                        .attribute(EidRight.FAMILY_NAMES)
                        .map(Personal::reveal));
    }
}
