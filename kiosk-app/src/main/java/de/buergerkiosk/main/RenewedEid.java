package de.buergerkiosk.main;

import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.eid.EidClient;
import de.buergerkiosk.ports.eid.EidDialogue;
import de.buergerkiosk.ports.eid.EidResult;
import de.buergerkiosk.ports.eid.PinChange;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

/** An eID client that staff can end and begin anew while nobody is there. */
final class RenewedEid implements EidClient {
    private final Supplier<EidClient> maker;
    private volatile EidClient client;

    RenewedEid(Supplier<EidClient> maker) {
        this.maker = maker;
        client = maker.get();
    }

    /** Ends it, with the program that it looks after, and begins another. */
    void renew() {
        client.close();
        client = maker.get();
    }

    @Override
    public EidResult authenticate(URI tcTokenUrl, EidDialogue dialogue)
            throws InterruptedException {
        return client.authenticate(tcTokenUrl, dialogue);
    }

    @Override
    public boolean canChangePin() {
        return client.canChangePin();
    }

    @Override
    public PinChange changePin(EidDialogue dialogue) throws InterruptedException {
        return client.changePin(dialogue);
    }

    @Override
    public boolean awaitCardRemoved(Duration atMost) throws InterruptedException {
        return client.awaitCardRemoved(atMost);
    }

    @Override
    public DeviceState state() throws InterruptedException {
        return client.state();
    }

    @Override
    public boolean isSimulation() {
        return client.isSimulation();
    }

    @Override
    public void close() {
        client.close();
    }
}
