package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.eid.simulated.Encounter.End;
import de.buergerkiosk.eid.simulated.card.CardFault;
import de.buergerkiosk.eid.simulated.server.ServerFault;
import de.buergerkiosk.eid.simulated.server.TestEidServer.Collected;
import de.buergerkiosk.ports.eid.EidRight;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A TCToken and the PAOS messages after it, each garbled somewhere: cut, doubled, overwritten, blown
 * up, or hostile XML. More seeds than the suite tries: {@code -Dgarbled.runs=5000}.
 */
@Timeout(600)
class MessagesAreGarbledTest {
    private static final int RUNS = Integer.getInteger("garbled.runs", 80);

    /** Messages of one identification, the TCToken included; seen in a run without a fault. */
    private static final int MESSAGES = 11;

    private static final List<String> SECRETS =
            List.of("Mustermann", "Erika", "123456", "500540", "Heidestra");

    /** Spoils the n-th message that it sees. */
    private static final class Spoiler implements UnaryOperator<String> {
        private final SplittableRandom random;
        private final int when;
        private int seen;

        Spoiler(long seed) {
            random = new SplittableRandom(seed);
            when = random.nextInt(MESSAGES);
        }

        @Override
        public String apply(String message) {
            return seen++ == when ? garbled(message) : message;
        }

        private String garbled(String message) {
            int from = random.nextInt(message.length());
            int to = Math.min(message.length(), from + 1 + random.nextInt(200));
            String before = message.substring(0, from);
            String part = message.substring(from, to);
            String after = message.substring(to);
            return switch (random.nextInt(9)) {
                case 0 -> before;
                case 1 -> before + after;
                case 2 -> before + part + part + after;
                case 3 -> before + noise(part.length()) + after;
                case 4 -> before + noise(2_000_000) + after;
                case 5 -> before + "<a>".repeat(50_000) + after;
                case 6 -> hostile() + message.replaceFirst("<\\?xml[^>]*\\?>", "");
                case 7 -> message.replaceAll("[0-9A-F]{8}", "%08X".formatted(random.nextInt()));
                default -> message.replace('<', (char) random.nextInt(1, 0x300));
            };
        }

        private String noise(int length) {
            var noise = new StringBuilder(length);
            for (int i = 0; i < length; i++) {
                noise.append((char) random.nextInt(1, 0xD000));
            }
            return noise.toString();
        }

        /** Entities that grow without end, or fetch a file. */
        private String hostile() {
            return random.nextBoolean()
                    ? "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
                    : "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">";
        }
    }

    @Test
    void eachEndsWithANameAndTellsNothingOfThePerson() throws InterruptedException {
        var whole = identified(meet(new Encounter(ServerFault.NONE)));
        int refused = 0;
        for (long seed = 0; seed < RUNS; seed++) {
            var spoiler = new Spoiler(seed);
            var encounter = new Encounter(ServerFault.NONE);

            End end = meet(encounter.over(spoiler));

            assertTrue(spoiler.seen > spoiler.when, "seed " + seed);
            switch (end) {
                // what was spoiled did not matter, such as a blank: then nothing else may differ
                case End.Collected(Collected.Identity _) ->
                        assertEquals(whole, identified(end), "seed " + seed);
                case End.Collected _, End.Card _, End.Server _, End.NotOurs _ -> {
                    refused++;
                    var named = end.toString();
                    for (String secret : SECRETS) {
                        assertFalse(named.contains(secret), "seed " + seed + " tells " + secret);
                    }
                }
            }
            assertInstanceOf(
                    End.Collected.class,
                    meet(encounter.over(UnaryOperator.identity())),
                    "the server serves the next one after seed " + seed);
        }
        assertTrue(refused > 0, "nothing was noticed");
    }

    private static Map<EidRight, String> identified(End end) {
        var person = Encounter.identity(end).result().person();
        var read = new EnumMap<EidRight, String>(EidRight.class);
        for (EidRight right : Encounter.EVERYTHING_READABLE) {
            person.attribute(right).ifPresent(value -> read.put(right, value.reveal()));
        }
        person.address().ifPresent(value -> read.put(EidRight.ADDRESS, value.reveal().toString()));
        return read;
    }

    /** The number of messages is what the seeds choose from. */
    @Test
    void soManyMessagesGoThroughAnIdentification() throws InterruptedException {
        int[] seen = {0};
        End end =
                meet(
                        new Encounter(ServerFault.NONE)
                                .over(message -> {
                                    seen[0]++;
                                    return message;
                                }));

        assertInstanceOf(End.Collected.class, end);
        assertEquals(MESSAGES, seen[0]);
    }

    private static End meet(Encounter encounter) throws InterruptedException {
        return encounter.run(
                Encounter.asking(Encounter.EVERYTHING_READABLE),
                Encounter.card("erika", CardFault.NONE));
    }
}
