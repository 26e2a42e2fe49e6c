package de.buergerkiosk.printer.escpos.simulated;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/** What all parts of the printer share: memory, sensors, faults, the host and who watches. */
final class Machine {
    private static final int BUFFER_BYTES = 65_536;

    private final ReceiveBuffer buffer = new ReceiveBuffer(BUFFER_BYTES);
    private final Sensors sensors = new Sensors(this::statusChanged);
    private final Set<PrinterFault> faults = EnumSet.noneOf(PrinterFault.class);
    private final Consumer<PrinterEvent> watcher;
    private volatile HostLine host = HostLine.NOBODY;

    Machine(Consumer<PrinterEvent> watcher) {
        this.watcher = watcher;
    }

    ReceiveBuffer buffer() {
        return buffer;
    }

    Sensors sensors() {
        return sensors;
    }

    HostLine host() {
        return host;
    }

    void host(HostLine line) {
        host = line;
    }

    void tell(PrinterEvent event) {
        watcher.accept(event);
    }

    void complain(String about) {
        watcher.accept(new PrinterEvent.Complaint(about));
    }

    private void statusChanged() {
        tell(sensors.event());
        if (!has(PrinterFault.MUTE)) {
            host.statusChanged(sensors.automatic());
        }
    }

    /** Answers the host, unless the printer is mute. */
    void say(byte... bytes) {
        if (!has(PrinterFault.MUTE)) {
            host.send(bytes);
        }
    }

    /** GS a: the host wants to hear of changes. */
    void reportChanges(int which) {
        if (!has(PrinterFault.MUTE)) {
            host.wants(which, sensors.automatic());
        }
    }

    boolean has(PrinterFault fault) {
        synchronized (faults) {
            return faults.contains(fault);
        }
    }

    /** Whether the fault was on; it is off afterwards: some faults strike once. */
    boolean takeFault(PrinterFault fault) {
        synchronized (faults) {
            return faults.remove(fault);
        }
    }

    void fault(PrinterFault fault, boolean on) {
        synchronized (faults) {
            if (on) {
                faults.add(fault);
            } else {
                faults.remove(fault);
            }
        }
        switch (fault) {
            case PAPER_OUT -> sensors.touch(on ? Touch.PAPER_OUT : Touch.PAPER_IN);
            case PAPER_LOW -> sensors.touch(on ? Touch.PAPER_LOW : Touch.PAPER_IN);
            case COVER_OPEN -> sensors.touch(on ? Touch.COVER_OPEN : Touch.COVER_CLOSE);
            case CUTTER_JAM -> sensors.touch(on ? Touch.CUTTER_JAM : Touch.CUTTER_OK);
            case OFFLINE -> sensors.touch(on ? Touch.OFFLINE : Touch.ONLINE);
            case PAPER_OUT_MIDWAY, MUTE, CUT_MIDWAY, CUT_BEFORE_CONFIRM, SLOW, NO_PROCESS_ID -> {
                // looked at when the moment comes
            }
        }
    }
}
