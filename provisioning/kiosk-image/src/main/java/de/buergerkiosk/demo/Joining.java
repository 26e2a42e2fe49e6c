package de.buergerkiosk.demo;

import de.buergerkiosk.agent.enrol.EnrolTrouble;
import de.buergerkiosk.agent.enrol.Enrolling;
import de.buergerkiosk.central.oidc.simulated.OidcFault;
import de.buergerkiosk.central.oidc.simulated.SimulatedProvider;
import de.buergerkiosk.courier.KioskKit;
import de.buergerkiosk.courier.KitUnreadable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The kiosk of the demonstration becomes one of the city's as a technician would make it: a code from
 * the desk, a key made at the kiosk. At later starts it is one already.
 */
final class Joining {
    static final String KIOSK = "kiosk-demo";
    private static final String SITE = "town-hall";

    private final Path folder;

    /**
     * @param folder of the enrolled kiosk, kept with the data of the house
     */
    Joining(Path folder) {
        this.folder = folder;
    }

    /**
     * Accounts of people for the desk, simulated in this process: a second Spring would take longer
     * than the rest of the house.
     */
    static SimulatedProvider accounts() throws IOException {
        return SimulatedProvider.start(
                0,
                OidcFault.NONE,
                InstantSource.system(),
                new SecureRandom(),
                Thread.ofVirtual().factory());
    }

    /**
     * The kit; a new one where there is none, or where the centre has moved.
     *
     * @param centre what it said when it was ready
     */
    Path kit(JsonNode centre) throws IOException, InterruptedException, ChildProcess.NotStarted {
        var kit = folder.resolve("kit");
        var devicePort = centre.path("devicePort").asInt();
        if (isFor(kit, devicePort)) {
            return kit;
        }
        try {
            var desk =
                    new DeskClient(
                            centre.path("deskUrl").asString(),
                            Path.of(centre.path("logins").asString()));
            var code = desk.code(KIOSK, SITE, List.of("lobby"));
            var done =
                    new Enrolling(folder, InstantSource.system(), new SecureRandom())
                            .enrol(code.centre(), code.code());
            Files.writeString(port(), "" + devicePort);
            return done.kit();
        } catch (EnrolTrouble e) {
            throw new ChildProcess.NotStarted("the kiosk could not enrol: " + e.getMessage());
        }
    }

    private static boolean isFor(Path kit, int devicePort) {
        try {
            return KioskKit.read(kit).deviceDoor().getPort() == devicePort;
        } catch (KitUnreadable e) {
            return false;
        }
    }

    private Path port() {
        return folder.resolve("door.port");
    }

    /** Where the kiosk knows the device door, if that port is free; else any. */
    int devicePort() {
        try {
            var last = Integer.parseInt(Files.readString(port()).strip());
            try (var free = new ServerSocket(last, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            }
        } catch (IOException | IllegalArgumentException e) {
            return 0;
        }
    }
}
