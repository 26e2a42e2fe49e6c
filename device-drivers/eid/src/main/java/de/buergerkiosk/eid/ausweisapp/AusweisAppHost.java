package de.buergerkiosk.eid.ausweisapp;

import de.buergerkiosk.eid.OwnMachine;
import java.net.URI;

/** Whoever has AusweisApp running: this kiosk, or somebody else on the same machine. */
public interface AusweisAppHost extends AutoCloseable {
    /** Starts it first if that is this host's duty; bounded. */
    Whereabouts find() throws InterruptedException;

    @Override
    void close();

    /**
     * An AusweisApp that somebody else has started and looks after.
     *
     * @throws IllegalArgumentException when it is not on this computer: the PIN goes there in clear
     */
    static AusweisAppHost at(URI address) {
        if (OwnMachine.address(address.toString(), "ws", "http").isEmpty()) {
            throw new IllegalArgumentException("not an AusweisApp on this computer: " + address);
        }
        return new AusweisAppHost() {
            @Override
            public Whereabouts find() {
                return new Whereabouts.At(address);
            }

            @Override
            public void close() {}
        };
    }
}
