package de.buergerkiosk.main;

import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.Fault;
import de.buergerkiosk.ports.eid.EidClient;
import de.buergerkiosk.ports.eid.EidDialogue;
import de.buergerkiosk.ports.eid.EidRequest;
import de.buergerkiosk.ports.eid.EidResult;
import de.buergerkiosk.ports.eid.EidService;
import java.net.URI;
import java.time.Duration;

/** A kiosk without online identification: services that need it are not offered. */
final class NoEid implements EidClient, EidService {
    private static final Fault NONE = new Fault("EID-NONE", "identification.client: none");

    @Override
    public Opening open(EidRequest request) {
        return new Opening.Unavailable(NONE);
    }

    @Override
    public Delivery collect(URI refreshAddress) {
        return new Delivery.Refused(EidResult.Reason.UNAVAILABLE, NONE);
    }

    @Override
    public EidResult authenticate(URI tcTokenUrl, EidDialogue dialogue) {
        return new EidResult.Ended(EidResult.Reason.UNAVAILABLE, NONE);
    }

    @Override
    public boolean awaitCardRemoved(Duration atMost) {
        return true;
    }

    @Override
    public DeviceState state() {
        return new DeviceState.Down(NONE);
    }

    @Override
    public boolean isSimulation() {
        return false;
    }

    @Override
    public void close() {}
}
