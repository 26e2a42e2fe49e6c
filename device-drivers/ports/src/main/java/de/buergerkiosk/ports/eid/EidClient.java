package de.buergerkiosk.ports.eid;

import de.buergerkiosk.ports.DeviceState;
import java.net.URI;
import java.time.Duration;

/**
 * An eID client (TR-03124-1): runs one online identification between the card in the kiosk's reader
 * and the eID server behind the tcTokenURL. Identity data never comes from here; it comes from the
 * {@link EidService}, by the refresh address.
 */
public interface EidClient extends AutoCloseable {
    /**
     * Runs one identification and blocks until it ended. Asks the citizen through the dialogue, on
     * this thread.
     *
     * @throws InterruptedException when the visit ends; the workflow is cancelled at the card
     */
    EidResult authenticate(URI tcTokenUrl, EidDialogue dialogue) throws InterruptedException;

    /** Whether {@link #changePin} is to be had here. */
    default boolean canChangePin() {
        return false;
    }

    /**
     * Changes the card's PIN and blocks until it ended: asks for the old one, which may be the five
     * digits of the letter, by {@link EidEvent.PinRequired}, then for the new one by {@link
     * EidEvent.NewPinRequired}. No server takes part.
     *
     * @throws UnsupportedOperationException where {@link #canChangePin} says no
     * @throws InterruptedException when the visit ends; the workflow is cancelled at the card
     */
    default PinChange changePin(EidDialogue dialogue) throws InterruptedException {
        throw new UnsupportedOperationException("this eID client changes no PIN");
    }

    /** Waits until no card is in the reader, at most that long; false if a card is still there. */
    boolean awaitCardRemoved(Duration atMost) throws InterruptedException;

    DeviceState state() throws InterruptedException;

    /** True for a client that does not talk to real cards; screens label it as a simulation. */
    boolean isSimulation();

    @Override
    void close();
}
