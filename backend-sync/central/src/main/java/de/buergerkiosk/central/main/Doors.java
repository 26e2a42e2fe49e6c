package de.buergerkiosk.central.main;

import de.buergerkiosk.central.CentreTrouble;
import de.buergerkiosk.central.appointment.Appointments;
import de.buergerkiosk.central.appointment.WaitingNumbers;
import de.buergerkiosk.central.audit.AuditTrail;
import de.buergerkiosk.central.citizen.CitizensDoor;
import de.buergerkiosk.central.console.FleetConsole;
import de.buergerkiosk.central.desk.DeskDoor;
import de.buergerkiosk.central.device.DeviceDoor;
import de.buergerkiosk.central.device.EntryDoor;
import de.buergerkiosk.central.filing.Intake;
import de.buergerkiosk.central.fleet.Enrolments;
import de.buergerkiosk.central.identity.Identifications;
import de.buergerkiosk.central.identity.SignIns;
import de.buergerkiosk.central.offices.OfficeDirectory;
import de.buergerkiosk.central.oidc.CityAccounts;
import de.buergerkiosk.central.people.Logins;
import de.buergerkiosk.central.reading.ReadingRoom;
import de.buergerkiosk.central.trust.CityTrust.DoorCertificate;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Opens the doors: each a Spring context of its own with its own server. */
final class Doors {
    private static final Logger LOG = LoggerFactory.getLogger(Doors.class);

    private Doors() {}

    /** An open door. */
    record Door(ConfigurableApplicationContext context, int port) implements AutoCloseable {
        @Override
        public void close() {
            context.close();
        }
    }

    /** What the desk works with; the device door gets none of it. */
    record DeskParts(
            Logins logins,
            ReadingRoom room,
            AuditTrail audit,
            OfficeDirectory offices,
            FleetDesk fleet,
            QueueDesk queue,
            Optional<CityAccounts> accounts,
            DataSource database) {}

    /** What the device door works with; nothing of it opens a filing. */
    record DeviceParts(
            Intake intake,
            Appointments appointments,
            WaitingNumbers numbers,
            Identifications identifications,
            Enrolments enrolments,
            FleetDevices fleet) {}

    /** The door for eID clients: anybody may come, and nothing there opens a filing. */
    static Door citizens(
            CentreSettings settings,
            DoorCertificate certificate,
            Identifications identifications,
            SignIns signIns)
            throws CentreTrouble {
        var options =
                List.of(
                        "server.address=" + settings.host(),
                        "server.port=" + settings.eid().citizensPort(),
                        // a proxy of the city says who calls: all would be one caller otherwise
                        "server.forward-headers-strategy="
                                + (settings.eid().url().isPresent() ? "native" : "none"),
                        "server.ssl.certificate=" + certificate.chain().toUri(),
                        "server.ssl.certificate-private-key=" + certificate.key().toUri(),
                        // eID clients speak 1.2 (TR-03116-4, chapter 2)
                        "server.ssl.enabled-protocols=TLSv1.2,TLSv1.3",
                        "spring.web.resources.add-mappings=false");
        return open(
                List.of(CitizensDoor.class),
                options,
                context -> {
                    context.registerBean(Identifications.class, () -> identifications);
                    context.registerBean(SignIns.class, () -> signIns);
                },
                "--citizens-port " + settings.eid().citizensPort());
    }

    /** Where machines enrol: TLS without a certificate of theirs. */
    static Door entry(
            CentreSettings settings,
            DoorCertificate certificate,
            Enrolments enrolments,
            InstantSource clock)
            throws CentreTrouble {
        var options =
                List.of(
                        "server.address=" + settings.host(),
                        "server.port=" + settings.entryPort(),
                        "server.ssl.certificate=" + certificate.chain().toUri(),
                        "server.ssl.certificate-private-key=" + certificate.key().toUri(),
                        "server.ssl.enabled-protocols=TLSv1.3",
                        "server.tomcat.max-connections=200",
                        "spring.web.resources.add-mappings=false");
        return open(
                List.of(EntryDoor.class),
                options,
                context -> {
                    context.registerBean(Enrolments.class, () -> enrolments);
                    context.registerBean(InstantSource.class, () -> clock);
                },
                "--enrol-port " + settings.entryPort());
    }

    static Door device(CentreSettings settings, DoorCertificate certificate, DeviceParts parts)
            throws CentreTrouble {
        var options =
                List.of(
                        "server.address=" + settings.host(),
                        "server.port=" + settings.devicePort(),
                        "server.ssl.certificate=" + certificate.certificate().toUri(),
                        "server.ssl.certificate-private-key=" + certificate.key().toUri(),
                        "server.ssl.trust-certificate=" + certificate.authority().toUri(),
                        "server.ssl.client-auth=need",
                        // kiosks that wait for news hold a connection each
                        "server.tomcat.max-connections=" + FleetDevices.CONNECTIONS_MAX,
                        "server.tomcat.accept-count=1000",
                        // when all kiosks come at once, the last handshake takes longer than the
                        // usual ten seconds; cut off, they would all come again, and none get
                        // through
                        "server.tomcat.connection-timeout=90s",
                        // a kiosk keeps its connection for as long as it likes, because each new
                        // one costs both ends a handshake; it beats once a minute, so a minute and
                        // a bit of silence means that it is gone
                        "server.tomcat.max-keep-alive-requests=-1",
                        "server.tomcat.keep-alive-timeout=75s",
                        "server.ssl.enabled-protocols=TLSv1.3",
                        "spring.web.resources.add-mappings=false");
        return open(
                List.of(DeviceDoor.class),
                options,
                context -> {
                    context.registerBean(Intake.class, parts::intake);
                    context.registerBean(Appointments.class, parts::appointments);
                    context.registerBean(WaitingNumbers.class, parts::numbers);
                    context.registerBean(Identifications.class, parts::identifications);
                    context.registerBean(Enrolments.class, parts::enrolments);
                    parts.fleet().register(context);
                },
                "--device-port " + settings.devicePort());
    }

    static Door desk(CentreSettings settings, DeskParts parts) throws CentreTrouble {
        var options =
                List.of(
                        "server.address=" + CentreSettings.LOOPBACK,
                        "server.port=" + settings.deskPort(),
                        // behind a reverse proxy on this machine the cookie becomes Secure
                        "server.forward-headers-strategy=native",
                        "server.servlet.session.timeout=15m",
                        "server.servlet.session.tracking-modes=cookie",
                        "server.servlet.session.cookie.name=desk",
                        "server.servlet.session.cookie.http-only=true",
                        // an identity provider leads people back from another site; what changes
                        // anything wants the token of a form besides
                        "server.servlet.session.cookie.same-site="
                                + (parts.accounts().isPresent() ? "lax" : "strict"),
                        "spring.thymeleaf.prefix=classpath:/de/buergerkiosk/central/desk/pages/",
                        "spring.web.resources.static-locations="
                                + "classpath:/de/buergerkiosk/central/desk/static/,"
                                + "classpath:/de/buergerkiosk/central/console/static/",
                        "management.endpoints.web.exposure.include=health",
                        "management.endpoint.health.show-details=never");
        return open(
                List.of(DeskDoor.class, FleetConsole.class),
                options,
                context -> {
                    context.registerBean(Logins.class, parts::logins);
                    context.registerBean(ReadingRoom.class, parts::room);
                    context.registerBean(AuditTrail.class, parts::audit);
                    context.registerBean(OfficeDirectory.class, parts::offices);
                    context.registerBean(ZoneId.class, settings::zone);
                    parts.fleet().register(context);
                    parts.queue().register(context);
                    parts.accounts()
                            .ifPresent(
                                    known -> context.registerBean(CityAccounts.class, () -> known));
                    // the database is closed by whoever opened it
                    context.registerBean(
                            DataSource.class,
                            parts::database,
                            bean -> bean.setDestroyMethodName(null));
                },
                "--desk-port " + settings.deskPort());
    }

    /** Closes one part; trouble with it must not keep the others open. */
    static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.warn("{} did not close in order", part.getClass().getSimpleName(), e);
        }
    }

    private static Door open(
            List<Class<?>> parts,
            List<String> options,
            Consumer<GenericApplicationContext> beans,
            String portOption)
            throws CentreTrouble {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "--spring.config.location=optional:classpath:/no-other-settings/",
                                "--spring.threads.virtual.enabled=true",
                                "--spring.mvc.problemdetails.enabled=true",
                                "--spring.main.allow-bean-definition-overriding=false",
                                "--server.shutdown=graceful",
                                "--spring.lifecycle.timeout-per-shutdown-phase=5s",
                                "--server.error.whitelabel.enabled=false"));
        options.forEach(option -> arguments.add("--" + option));
        try {
            var context =
                    new SpringApplicationBuilder(parts.toArray(Class<?>[]::new))
                            // may be said otherwise by a door
                            .properties("server.tomcat.connection-timeout=10s")
                            .web(WebApplicationType.SERVLET)
                            .bannerMode(Banner.Mode.OFF)
                            .logStartupInfo(false)
                            .registerShutdownHook(false)
                            .initializers(
                                    started -> beans.accept((GenericApplicationContext) started))
                            .run(arguments.toArray(String[]::new));
            var server = ((WebServerApplicationContext) context).getWebServer();
            return new Door(context, server == null ? -1 : server.getPort());
        } catch (ApplicationContextException | PortInUseException e) {
            var taken = portTaken(e, portOption);
            if (taken.isPresent()) {
                throw taken.get();
            }
            throw e;
        }
    }

    /** Spring wraps it or not, by the moment of the failure. */
    private static Optional<CentreTrouble> portTaken(Throwable failure, String portOption) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException taken) {
                return Optional.of(
                        new CentreTrouble(
                                "CEN-PORT-TAKEN",
                                portOption
                                        + ": another program listens on port "
                                        + taken.getPort()
                                        + "; stop it, or choose another port (0 takes a free"
                                        + " one)"));
            }
        }
        return Optional.empty();
    }
}
