package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.eid.simulated.Encounter.End;
import de.buergerkiosk.eid.simulated.card.CardFault;
import de.buergerkiosk.eid.simulated.card.Chip;
import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.server.ServerFault;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@Timeout(120)
class CardIsHostileTest {
    private static End meet(Chip chip) throws InterruptedException {
        return meet(new Encounter(ServerFault.NONE), chip);
    }

    private static End meet(Encounter encounter, Chip chip) throws InterruptedException {
        return encounter.run(Encounter.asking(Encounter.EVERYTHING_READABLE), chip);
    }

    private static String named(End end) {
        return switch (end) {
            case End.Card(var trouble) -> trouble.kind() + " " + trouble.observed();
            case End.Server(var trouble) -> trouble.kind() + " " + trouble.observed();
            case End.NotOurs _ -> "not ours";
            case End.Collected(var what) -> "identity " + what.getClass().getSimpleName();
        };
    }

    @Test
    void aGoodCardIsRead() throws InterruptedException {
        assertTrue(named(meet(Encounter.card("erika", CardFault.NONE))).startsWith("identity"));
    }

    @ParameterizedTest
    @EnumSource(value = CardFault.class, names = "NONE", mode = Mode.EXCLUDE)
    void itEndsWithANameAndWithoutAnIdentity(CardFault fault) throws InterruptedException {
        var encounter = new Encounter(ServerFault.NONE);
        Chip card = Encounter.card("erika", fault);
        String named =
                named(meet(fault == CardFault.DEAF ? encounter.impatient() : encounter, card));

        assertFalse(named.startsWith("identity"), named);
        for (String secret : new String[] {"Mustermann", "Erika", "123456", "500540", "Gabler"}) {
            assertFalse(named.contains(secret), fault + " tells " + secret);
        }
    }

    /** What the server says of a card that is not genuine, and what it says of one that lies. */
    @ParameterizedTest
    @EnumSource(
            value = CardFault.class,
            names = {"FORGED_CARD_SECURITY", "BROKEN_CARD_SECURITY", "COPIED_CHIP"})
    void aForgedChipIsFoundOutByTheServerBeforeAnythingIsRead(CardFault fault)
            throws InterruptedException {
        End end = meet(Encounter.card("erika", fault));

        if (fault == CardFault.BROKEN_CARD_SECURITY && end instanceof End.Card) {
            return; // the client may notice first
        }
        var refused = assertInstanceOf(End.Server.class, end).trouble();
        assertEquals("the server says noPermission", refused.observed());
    }

    /** Each run another place: the seed is the system's, the bound is ours. */
    @RepeatedTest(40)
    void anyAnswerMayBeReplacedByAnything() throws InterruptedException {
        var random = Encounter.CHANCE;
        Chip good = Encounter.card("guelsen", CardFault.NONE);
        int when = random.nextInt(40);
        int[] count = {0};
        Chip spoiled =
                new Chip() {
                    @Override
                    public Bytes transmit(Bytes command) throws IOException, InterruptedException {
                        Bytes right = good.transmit(command);
                        return count[0]++ == when
                                ? Bytes.random(random.nextInt(70_000), random)
                                : right;
                    }

                    @Override
                    public void reset() {
                        good.reset();
                    }
                };
        String named = named(meet(spoiled));
        boolean untouched = when >= count[0];

        assertEquals(untouched, named.startsWith("identity"), when + ": " + named);
    }

    @Test
    void everyFaultHasADescription() {
        for (CardFault fault : CardFault.values()) {
            assertEquals(Map.of(fault, true), Map.of(fault, fault.description().length() > 8));
        }
    }
}
