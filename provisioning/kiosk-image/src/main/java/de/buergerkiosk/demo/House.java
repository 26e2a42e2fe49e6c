package de.buergerkiosk.demo;

import de.buergerkiosk.central.oidc.simulated.SimulatedProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Everything that a kiosk needs around it: centre, eID server, card terminal, payment page, receipt
 * printer, code scanner, card tray.
 */
public final class House implements AutoCloseable {
    /** Where the house stands: its days begin and end there. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** Where its kiosk stands. */
    static final String VENUE = "citizens-office";

    /** A first start unpacks a database server on a slow disk. */
    private static final Duration CENTRE_READY = Duration.ofMinutes(5);

    private final Places places;
    private final Deque<ChildProcess> children = new ArrayDeque<>();
    private final Simulators simulators;
    private final Simulators.Ports ports;
    private final ChildProcess centreProcess;
    private final ChildProcess eidServer;
    private final String trustAnchor;
    private final Centre centre;
    private final EidChain eid;
    private final EidChain.Running eidRunning;
    private final Optional<Instant> appointmentsFrom;
    private final SimulatedProvider accounts;

    /**
     * Where things are.
     *
     * @param root the checkout
     * @param data databases and keys
     * @param out papers and logs
     */
    public record Places(Path root, Path data, Path out) {
        /** Where the municipal services of a checkout lie. */
        public static Path services(Path root) {
            return root.resolve("provisioning").resolve("services");
        }

        public Path tray() {
            return data.resolve("tray");
        }

        public Path papers() {
            return out.resolve("papers");
        }

        public Path documents() {
            return out.resolve("documents");
        }

        /** Records of what went over the wires. */
        public Path wires() {
            return out.resolve("wires");
        }

        public Path terminalBooks() {
            return data.resolve("terminal");
        }

        public Path pageBooks() {
            return data.resolve("paypage");
        }

        public Path kioskData() {
            return data.resolve("kiosk");
        }

        /** Key, kit and port of the kiosk as it was enrolled. */
        public Path membership() {
            return data.resolve("enrolled");
        }

        /** Kits of virtual kiosks. */
        public Path fleet() {
            return data.resolve("fleet");
        }

        /** How the desk knows the simulated accounts. */
        public Path accounts() {
            return data.resolve("accounts");
        }

        public Path centreData() {
            return data.resolve("centre");
        }

        /** Home of the kiosk's own AusweisApp, where there is one. */
        public Path ausweisApp() {
            return data.resolve("ausweisapp");
        }

        /** What centre and eID server tell each other. */
        public Path eid() {
            return data.resolve("eid");
        }

        public Path log(String name) {
            return out.resolve("logs").resolve(name + ".log");
        }
    }

    /**
     * What the centre says when it is ready.
     *
     * @param kit of the kiosk, which has enrolled
     */
    public record Centre(
            String deskUrl, Path kit, Path logins, int devicePort, int deskPort, int citizensPort) {
        static Centre of(JsonNode ready, Path kit) {
            return new Centre(
                    ready.path("deskUrl").asString(),
                    kit,
                    Path.of(ready.path("logins").asString()),
                    ready.path("devicePort").asInt(),
                    ready.path("deskPort").asInt(),
                    ready.path("citizensPort").asInt());
        }
    }

    /** Extra options for the simulators. */
    public record Faults(List<String> terminal, List<String> printer) {
        public static final Faults NONE = new Faults(List.of(), List.of());

        public Faults {
            terminal = List.copyOf(terminal);
            printer = List.copyOf(printer);
        }
    }

    /**
     * Starts all of it; progress goes to the consumer in plain words.
     *
     * @throws ChildProcess.NotStarted with what the part said last
     */
    public static House start(Places places, Faults faults, Consumer<String> progress)
            throws IOException, InterruptedException, ChildProcess.NotStarted {
        return start(places, faults, EidChain.SIMULATION, progress);
    }

    /** The same with that eID client. */
    public static House start(Places places, Faults faults, EidChain eid, Consumer<String> progress)
            throws IOException, InterruptedException, ChildProcess.NotStarted {
        return start(places, faults, eid, Optional.empty(), progress);
    }

    /**
     * The same on another day.
     *
     * @param appointmentsFrom the time that the centre's appointments begin to go by
     */
    static House start(
            Places places,
            Faults faults,
            EidChain eid,
            Optional<Instant> appointmentsFrom,
            Consumer<String> progress)
            throws IOException, InterruptedException, ChildProcess.NotStarted {
        // what the computer lacks is found out before anything else is started
        var running = eid.start(places.tray(), places.ausweisApp());
        var complete = false;
        try {
            var house = new House(places, faults, eid, running, appointmentsFrom, progress);
            complete = true;
            return house;
        } finally {
            if (!complete) {
                running.close();
            }
        }
    }

    private House(
            Places places,
            Faults faults,
            EidChain eid,
            EidChain.Running eidRunning,
            Optional<Instant> appointmentsFrom,
            Consumer<String> progress)
            throws IOException, InterruptedException, ChildProcess.NotStarted {
        this.places = places;
        this.eid = eid;
        this.eidRunning = eidRunning;
        this.appointmentsFrom = appointmentsFrom;
        Files.createDirectories(places.out());
        Files.createDirectories(places.papers());
        accounts = Joining.accounts();
        var complete = false;
        try {
            var joining = new Joining(places.membership());
            progress.accept("Starting the centre (the first start makes a database and keys)");
            centreProcess = startCentre("" + joining.devicePort(), "0", "0");
            progress.accept(
                    "Starting card terminal, payment page, receipt printer, scanner and eID"
                            + " server");
            eidServer = startEidServer();
            simulators = new Simulators(places, faults, this::started);
            ports = simulators.ready(places.data().resolve("page.secret"));
            trustAnchor = eidServer.ready(Simulators.READY_MAX).path("trustAnchor").asString();
            var ready = centreProcess.ready(CENTRE_READY);
            progress.accept("The kiosk enrols, with a code of the desk");
            centre = Centre.of(ready, joining.kit(ready));
            complete = true;
        } finally {
            if (!complete) {
                close();
            }
        }
    }

    private ChildProcess startCentre(String devicePort, String deskPort, String citizensPort)
            throws IOException {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "centre",
                                "--data",
                                places.centreData().toString(),
                                "--device-port",
                                devicePort,
                                "--enrol-port",
                                "0",
                                "--desk-port",
                                deskPort,
                                "--citizens-port",
                                citizensPort,
                                "--eid",
                                places.eid().toString(),
                                "--oidc",
                                accounts.write(places.accounts()).toString(),
                                "--services",
                                Places.services(places.root()).toString()));
        appointmentsFrom.ifPresent(
                from -> arguments.addAll(List.of("--appointments-from", from.toString())));
        return started(ChildProcess.start("centre", places.log("centre"), compilers(), arguments));
    }

    /** Its first start makes an RSA key for every office. */
    private List<String> compilers() {
        return Files.exists(places.centreData().resolve("trust"))
                ? List.of()
                : List.of(ChildProcess.BOTH_COMPILERS);
    }

    private ChildProcess startEidServer() throws IOException {
        return started(
                ChildProcess.start(
                        "eid-server",
                        places.log("eid-server"),
                        List.of(
                                "sim",
                                "eid-server",
                                "--port",
                                "0",
                                "--eservice",
                                places.eid().toString())));
    }

    private ChildProcess started(ChildProcess child) {
        children.push(child);
        return child;
    }

    public Places places() {
        return places;
    }

    public Centre centre() {
        return centre;
    }

    public ChildProcess terminal() {
        return simulators.terminal();
    }

    public ChildProcess printer() {
        return simulators.printer();
    }

    /** A line on its standard input is a code held before it. */
    public ChildProcess scanner() {
        return simulators.scanner();
    }

    /** The test eID server; identities come from it, by way of the centre. */
    public ChildProcess eidServer() {
        return eidServer;
    }

    /** Trust anchor of its certificates as hex, for other people's eID clients. */
    public String trustAnchor() {
        return trustAnchor;
    }

    /** Every process of this house. */
    public List<ChildProcess> children() {
        return List.copyOf(children);
    }

    /** Stops the centre, as an outage would. */
    public void stopCentre() {
        centreProcess.close();
    }

    /** Starts the centre again at the same doors. */
    public void restartCentre() throws IOException, InterruptedException, ChildProcess.NotStarted {
        startCentre("" + centre.devicePort(), "" + centre.deskPort(), "" + centre.citizensPort())
                .ready(CENTRE_READY);
    }

    /**
     * What a kiosk in this house may want in another way than usual.
     *
     * @param services folder of the services it offers
     * @param languages the first is the one that every visit begins with
     * @param window further lines for the section {@code screen}, each with its line end
     * @param pageAlways the payment page is offered beside the card; else when the card did not work
     */
    public record KioskWishes(
            Path services, List<String> languages, String window, boolean pageAlways) {
        public KioskWishes {
            languages = List.copyOf(languages);
        }
    }

    /**
     * All services, German first, a window of the usual size.
     *
     * @param pageAlways see {@link KioskWishes}
     */
    public KioskWishes usual(boolean pageAlways) {
        return new KioskWishes(Places.services(places.root()), List.of("de", "en"), "", pageAlways);
    }

    /** The configuration of a kiosk in this house. */
    public String kioskConfig(KioskWishes wishes) {
        return new KioskConfig(
                        places,
                        centre.kit(),
                        ports,
                        eid.settings(places.tray(), places.ausweisApp(), trustAnchor))
                .text(wishes);
    }

    /** Writes the usual configuration beside the data. */
    public Path writeKioskConfig() throws IOException {
        return writeKioskConfig(usual(false));
    }

    /** Writes that configuration beside the data. */
    public Path writeKioskConfig(KioskWishes wishes) throws IOException {
        var file = places.data().resolve("kiosk.yaml");
        return Files.writeString(file, kioskConfig(wishes));
    }

    @Override
    public void close() {
        children.forEach(ChildProcess::close);
        accounts.close();
        eidRunning.close();
    }
}
