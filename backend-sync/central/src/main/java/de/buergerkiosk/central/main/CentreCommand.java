package de.buergerkiosk.central.main;

import de.buergerkiosk.central.CentreTrouble;
import de.buergerkiosk.central.main.Centre.Ready;
import de.buergerkiosk.central.main.CentreSettings.Doors;
import de.buergerkiosk.contract.json.CanonicalJson;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** {@code ./kiosk centre}: the central services in one process, until it is told to stop. */
@Command(
        name = "centre",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the central services: device door for kiosks, desk door for clerks.",
            "The first line on standard output is one JSON object, printed when it is ready."
        })
public final class CentreCommand implements Callable<Integer> {
    private static final int PORT_MAX = 65_535;
    private static final int CITIZENS_PORT = 8444;
    private static final int ENROL_PORT = 8445;

    /** PostgreSQL itself has 30. */
    private static final int STOP_SECONDS_MAX = 40;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keys, kits and the embedded database; made where missing.")
    private Path data = DataFolder.usual();

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "Where the device door listens. Default: ${DEFAULT-VALUE}.")
    private String host = CentreSettings.LOOPBACK;

    @Option(
            names = "--device-port",
            paramLabel = "N",
            description = "0 takes a free one. Default: ${DEFAULT-VALUE}.")
    private int devicePort = 8443;

    @Option(
            names = "--enrol-port",
            paramLabel = "N",
            description = {
                "Where machines enrol; 0 takes a free one.",
                "Default: 8445, and a free one with --device-port 0."
            })
    private @Nullable Integer enrolPort;

    @Option(
            names = "--desk-port",
            paramLabel = "N",
            description = "0 takes a free one. Default: ${DEFAULT-VALUE}.")
    private int deskPort = 8080;

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = {
                "A PostgreSQL (15 or newer) instead of the embedded one:"
                        + " jdbc:postgresql://host/db.",
                "User and password in the address, or in KIOSK_DB_USER and KIOSK_DB_PASSWORD."
            })
    private @Nullable String databaseUrl;

    @Option(
            names = "--door",
            paramLabel = "device|desk|both",
            description = "Which doors to open. Default: ${DEFAULT-VALUE}.")
    private String door = "both";

    @Option(
            names = "--citizens-port",
            paramLabel = "N",
            description = {
                "Where eID clients come; 0 takes a free one.",
                "Default: 8444, and a free one with --device-port 0."
            })
    private @Nullable Integer citizensPort;

    @Option(
            names = "--citizens-url",
            paramLabel = "URL",
            description = "How eID clients reach that door, where a proxy stands before it.")
    private @Nullable URI citizensUrl;

    @Option(
            names = "--eid",
            paramLabel = "DIR",
            description = "Folder shared with the eID server. Default: eid in the data folder.")
    private @Nullable Path eid;

    @Option(
            names = "--services",
            paramLabel = "DIR",
            description = {
                "Folder of the municipal services; they say what may be read from an ID card.",
                "Without it nobody can identify."
            })
    private @Nullable Path services;

    @Option(
            names = "--mail",
            paramLabel = "URL",
            description = {
                "The city's mail server: smtp://host:587 (STARTTLS), smtps://host:465,",
                "or smtp-plain://localhost:25. Without it mails about appointments wait.",
                "User and password in KIOSK_MAIL_USER and KIOSK_MAIL_PASSWORD."
            })
    private @Nullable URI mail;

    @Option(
            names = "--mail-from",
            paramLabel = "ADDRESS",
            description = "Address that mails come from; needed with --mail.")
    private String mailFrom = "";

    @Option(
            names = "--appointments-from",
            paramLabel = "INSTANT",
            hidden = true,
            description = "For demonstrations: the time that appointments begin to go by.")
    private @Nullable String appointmentsFrom;

    @Option(
            names = "--oidc",
            paramLabel = "FILE",
            description = {
                "How people of the desk sign in with the city's accounts (OpenID Connect).",
                "Default: desk/oidc.json in the data folder, where there is one."
            })
    private @Nullable Path oidc;

    @Option(
            names = "--restored",
            description = {
                "For the first start after the database came from a backup: goes past all numbers",
                "that may have been given out since, and makes open enrolment codes void."
            })
    private boolean restored;

    @Option(
            names = "--json",
            description = {
                "For scripts: no hints for people on standard error,",
                "and the one line of JSON also where it does not start."
            })
    private boolean json;

    @Override
    public Integer call() {
        var settings = settings();
        logToStandardError();
        var stopping = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        var main = Thread.currentThread();
        // Also while it starts: whoever is told to stop in the middle leaves no database behind.
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .name("centre-stop")
                                .unstarted(() -> {
                                    stopping.countDown();
                                    main.interrupt();
                                    awaitEnd(ended);
                                }));
        try (var ready =
                Centre.start(settings, environment(), InstantSource.system(), new SecureRandom())) {
            System.out.println(announcement(settings, ready));
            System.out.flush();
            if (!json) {
                hint(settings, ready);
            }
            return serve(ready, stopping);
        } catch (CentreTrouble e) {
            System.err.println(e.getMessage());
            if (json) {
                System.out.println(CanonicalJson.text(trouble(e)));
            }
            return 1;
        } catch (InterruptedException e) {
            return 0;
        } finally {
            ended.countDown();
        }
    }

    private static ObjectNode trouble(CentreTrouble trouble) {
        return CanonicalJson.object()
                .put("ready", false)
                .put("trouble", String.valueOf(trouble.getMessage()));
    }

    /** With the shift of appointments, where a demonstration wants one. */
    private Map<String, String> environment() {
        var environment = new HashMap<>(System.getenv());
        if (appointmentsFrom != null) {
            try {
                var shift =
                        Duration.between(
                                InstantSource.system().instant(), Instant.parse(appointmentsFrom));
                environment.put(Centre.APPOINTMENTS_SHIFT, "" + shift.toSeconds());
            } catch (DateTimeException e) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--appointments-from: must be like 2026-11-30T11:00:00Z");
            }
        }
        return environment;
    }

    private static void awaitEnd(CountDownLatch ended) {
        try {
            if (!ended.await(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
                System.err.println("the centre did not stop within " + STOP_SECONDS_MAX + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until the process is told to stop, or its own database dies. */
    private static int serve(Ready ready, CountDownLatch stopping) throws InterruptedException {
        while (!stopping.await(1, TimeUnit.SECONDS)) {
            var died = ready.embedded().map(own -> !own.process().isAlive()).orElse(false);
            if (died && stopping.getCount() > 0) {
                System.err.println(
                        "CEN-DB-DIED PostgreSQL ended by itself, so the centre stops; start it"
                                + " again: what was acknowledged is there");
                return 1;
            }
        }
        return 0;
    }

    private CentreSettings settings() {
        port("--device-port", devicePort);
        port("--enrol-port", enrolPort());
        port("--desk-port", deskPort);
        port("--citizens-port", citizensPort());
        if (citizensUrl != null
                && !citizensUrl.toString().matches("https://[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--citizens-url: " + citizensUrl + " must be like https://eid.city.example");
        }
        if (services != null && !Files.isDirectory(services)) {
            throw new ParameterException(
                    spec.commandLine(), "--services: " + services + " is not a folder");
        }
        if (!door.matches("device|desk|both")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--door: " + door + " is no door; use device, desk or both");
        }
        return new CentreSettings(
                data,
                host,
                devicePort,
                enrolPort(),
                deskPort,
                Optional.ofNullable(databaseUrl),
                Doors.valueOf(door.toUpperCase(Locale.ROOT)),
                new CentreSettings.Eid(
                        citizensPort(),
                        Optional.ofNullable(citizensUrl),
                        Optional.ofNullable(eid),
                        Optional.ofNullable(services)),
                Optional.ofNullable(oidc),
                CentreSettings.GERMANY,
                new CentreSettings.Mail(Optional.ofNullable(mail), mailFrom),
                restored);
    }

    private int citizensPort() {
        return beside(citizensPort, CITIZENS_PORT);
    }

    private int enrolPort() {
        return beside(enrolPort, ENROL_PORT);
    }

    /** Two centres on one machine: a free device port means free ports for what belongs to it. */
    private int beside(@Nullable Integer wished, int usual) {
        if (wished != null) {
            return wished;
        }
        return devicePort == 0 ? 0 : usual;
    }

    private void port(String option, int port) {
        if (port < 0 || port > PORT_MAX) {
            throw new ParameterException(
                    spec.commandLine(), option + ": " + port + " is not a port; use 0 to 65535");
        }
    }

    private static void hint(CentreSettings settings, Ready ready) {
        ready.device().ifPresent(d -> System.err.println("Kit of the first kiosk: " + d.kit()));
        ready.desk()
                .ifPresent(port ->
                        System.err.println(
                                "Desk: http://localhost:"
                                        + port
                                        + "  logins in "
                                        + FirstPeople.file(settings.data())));
        System.err.println("Stop with Ctrl-C.");
    }

    static String announcement(CentreSettings settings, Ready ready) {
        var line = CanonicalJson.object();
        line.put("ready", true);
        line.put("pid", ProcessHandle.current().pid());
        line.put("database", settings.databaseUrl().isPresent() ? "external" : "embedded");
        line.put("data", settings.data().toString());
        ready.device()
                .ifPresent(device -> {
                    line.put("devicePort", device.port());
                    line.put("citizensPort", device.citizensPort());
                    line.put("enrolPort", device.entryPort());
                    line.put("enrolUrl", device.entry().toString());
                    line.put("kit", device.kit().toString());
                });
        ready.desk()
                .ifPresent(port -> {
                    line.put("deskPort", port.intValue());
                    line.put("deskUrl", "http://localhost:" + port);
                    line.put("logins", FirstPeople.file(settings.data()).toString());
                });
        return CanonicalJson.text(line);
    }

    /** Standard output belongs to the announcement; Spring must not set up logging again. */
    private static void logToStandardError() {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty(
                    "logback.configurationFile", "de/buergerkiosk/central/log-to-stderr.xml");
        }
        // Tomcat speaks java.util.logging
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
