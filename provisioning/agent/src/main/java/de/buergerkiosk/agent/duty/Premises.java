package de.buergerkiosk.agent.duty;

import de.buergerkiosk.contract.fleet.Heartbeat;
import de.buergerkiosk.contract.fleet.RollingHash;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The kiosk, as its agent needs it. */
public interface Premises {
    /**
     * Something changed on the disk that the kiosk takes up by opening anew: a staged bundle, a trial
     * that was given up, a new certificate. It does so as soon as nobody is there.
     */
    void takeUpWhenFree();

    /** Its mode alone, as in {@link Vitals}; looks at no device. */
    String mode();

    Vitals vitals() throws InterruptedException;

    /** What holds now, in the form of a layer. */
    ObjectNode settings();

    /** What only the kiosk knows about itself; nothing about citizens. */
    record Vitals(
            String software,
            String mode,
            List<Heartbeat.Device> devices,
            Heartbeat.Outbox outbox,
            long lastFiling,
            RollingHash filings,
            long diskFreeMegabytes) {
        public Vitals {
            devices = List.copyOf(devices);
        }
    }
}
