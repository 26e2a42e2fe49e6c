package de.buergerkiosk.eid.ausweisapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.ports.eid.EidBench.Card;
import de.buergerkiosk.ports.eid.EidEvent.PinRequired;
import de.buergerkiosk.ports.eid.EidResult.Done;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PinIsTypedAtTheReaderTest {
    private static void type(Counter counter, String digits) {
        try {
            counter.app.typeAtReader(digits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The simulation refuses SET_PIN with a value, as AusweisApp does for such a reader. */
    @Test
    void theScreenOnlySaysSoAndNoValueIsSent() throws InterruptedException {
        try (var counter = Counter.withKeypad()) {
            counter.put(Card.VALID);
            var citizen =
                    new KeypadCitizen(
                            counter.app::keypadWaits,
                            () -> type(counter, "000000"),
                            () -> type(counter, Counter.PIN));

            assertInstanceOf(Done.class, counter.client.authenticate(counter.session(), citizen));
            assertEquals(
                    List.of(new PinRequired(3, true, false), new PinRequired(2, true, true)),
                    citizen.pins);
        }
    }

    @Test
    void aCitizenWhoWalksAwayFromTheKeypadEndsIt() throws InterruptedException {
        try (var counter = Counter.withKeypad()) {
            counter.put(Card.VALID);
            var holder = new java.util.concurrent.atomic.AtomicReference<KeypadCitizen>();
            var citizen = new KeypadCitizen(counter.app::keypadWaits, () -> holder.get().leave());
            holder.set(citizen);

            assertEquals(
                    EidTrouble.CANCELLED.ended(),
                    counter.client.authenticate(counter.session(), citizen));
        }
    }
}
