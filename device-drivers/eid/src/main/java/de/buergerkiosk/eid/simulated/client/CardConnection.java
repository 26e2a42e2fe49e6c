package de.buergerkiosk.eid.simulated.client;

import de.buergerkiosk.eid.simulated.eac.Bytes;

/** The card as the client reaches it. */
public interface CardConnection {
    /**
     * A command, and whatever comes back.
     *
     * @throws CardTrouble when the card is not there any more
     */
    Bytes transmit(Bytes command) throws CardTrouble, InterruptedException;
}
