package de.buergerkiosk.main;

import de.buergerkiosk.agent.duty.Premises.Vitals;
import de.buergerkiosk.card.pcsc.CardWatch;
import de.buergerkiosk.contract.fleet.Heartbeat;
import de.buergerkiosk.courier.KioskKit;
import de.buergerkiosk.forms.ServiceDefinition;
import de.buergerkiosk.journey.Catalogue;
import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.Fault;
import de.buergerkiosk.store.Database;
import de.buergerkiosk.store.FilingTally;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** How an open kiosk is: its devices, its outbox, its disk. Asked by the agent, once a minute. */
final class Health {
    static final String SOFTWARE = "0.1.0";
    private static final long MEGABYTE = 1_000_000;
    private static final Set<String> LOST =
            Set.of(
                    "PRN-UNREACHABLE",
                    "PRN-MUTE",
                    "PAY-UNREACHABLE",
                    "PAY-MUTE",
                    "PAY-NOT-ZVT",
                    "PAY-WRONG-TERMINAL",
                    "SCN-UNREACHABLE",
                    "SCN-LINE-LOST");

    private static final String PRINTER = "printer";

    private static final String TERMINAL = "payment-terminal";
    private static final String CLIENT = "eid-client";
    private static final String READER = "reader";
    private static final String DOOR = "staff-door";

    private static final String SCANNER = "scanner";

    private final KioskKit kit;
    private final Catalogue catalogue;
    private final Devices devices;
    private final FilingTally filings;
    private final Settings settings;
    private final Surroundings around;
    private final Care care;

    /** As the devices were when nobody stood before them. */
    private final TreeMap<String, Heartbeat.Device> seen = new TreeMap<>();

    Health(
            KioskKit kit,
            Catalogue catalogue,
            Devices devices,
            Database database,
            Settings settings,
            Surroundings around,
            Care care) {
        this.care = care;
        this.kit = kit;
        this.catalogue = catalogue;
        this.devices = devices;
        this.filings = new FilingTally(database);
        this.settings = settings;
        this.around = around;
    }

    KioskKit kit() {
        return kit;
    }

    List<String> services() {
        return catalogue.services().stream().map(ServiceDefinition::id).toList();
    }

    /** As the next heartbeat would say it. */
    String mode() {
        return care.mode();
    }

    /**
     * Now. The devices are asked when nobody is there, and once when the kiosk has just opened: else
     * the centre would not know for a minute how they are.
     *
     * @param free nobody is there
     */
    synchronized Vitals vitals(boolean free) throws InterruptedException {
        if (free || seen.isEmpty()) {
            look();
        }
        keep(
                DOOR,
                care.staffMode().isLocked()
                        ? new DeviceState.Limited(new Fault("KSK-STAFF-LOCKED", ""))
                        : new DeviceState.Ready());
        var now = around.clock().instant();
        return new Vitals(
                SOFTWARE,
                mode(),
                List.copyOf(seen.values()),
                new Heartbeat.Outbox(filings.depth(), filings.oldest(now).toSeconds()),
                filings.last(),
                filings.settled(),
                settings.kiosk().data().toFile().getUsableSpace() / MEGABYTE);
    }

    /**
     * Whether the devices are where these settings say. A device that is broken, or out of paper, was
     * so before and is no reason to give the settings up; one that nobody finds any more is.
     */
    synchronized String selfTest(ObjectNode said) throws InterruptedException {
        look();
        var lost = new ArrayList<String>();
        for (var device : seen.values()) {
            if (LOST.contains(device.code()) && says(said, device.id())) {
                lost.add(device.id() + " " + device.code());
            }
        }
        return lost.isEmpty() ? "" : "the self-test failed: " + String.join(", ", lost);
    }

    private static boolean says(ObjectNode settings, String device) {
        return settings.path("devices").has(device.equals(TERMINAL) ? "payment" : device);
    }

    private void look() throws InterruptedException {
        keep(PRINTER, devices.printer().state());
        keep(TERMINAL, devices.terminal().state());
        if (devices.scanner().isPresent()) {
            keep(SCANNER, devices.scanner().get().state());
        }
        if (!(settings.eid() instanceof Settings.Eid.None)) {
            // asks the client which readers it has; touches no card
            keep(CLIENT, devices.eid().state());
        }
        devices.readers().flatMap(CardWatch::state).ifPresent(state -> keep(READER, state));
    }

    private void keep(String id, DeviceState state) {
        seen.put(
                id,
                switch (state) {
                    case DeviceState.Ready() -> new Heartbeat.Device(id, "ready", "");
                    case DeviceState.Limited(var fault) ->
                            new Heartbeat.Device(id, "warning", fault.code());
                    case DeviceState.Down(var fault) ->
                            new Heartbeat.Device(id, "fault", fault.code());
                });
    }
}
