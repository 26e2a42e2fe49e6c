package de.buergerkiosk.central.main;

import de.buergerkiosk.central.CentreTrouble;
import de.buergerkiosk.central.audit.AuditTrail;
import de.buergerkiosk.central.identity.AskedServices;
import de.buergerkiosk.central.identity.Identifications;
import de.buergerkiosk.central.identity.Limits;
import de.buergerkiosk.central.identity.PortalAccounts;
import de.buergerkiosk.central.identity.PseudonymKey;
import de.buergerkiosk.central.identity.SignIns;
import de.buergerkiosk.central.identity.soap.Access;
import de.buergerkiosk.central.identity.soap.SoapEidServer;
import de.buergerkiosk.central.trust.CityTrust;
import de.buergerkiosk.central.trust.EidFolder;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** The eService with its own door and its line to the eID server. */
final class Eservice implements AutoCloseable {
    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Identifications identifications;
    private final int port;

    private Eservice(
            CentreSettings settings,
            CityTrust trust,
            AuditTrail audit,
            PortalAccounts accounts,
            InstantSource clock,
            SecureRandom chance)
            throws CentreTrouble {
        var complete = false;
        try {
            var base = new AtomicReference<>(URI.create("https://localhost"));
            var access =
                    new AtomicReference<Access>(
                            () -> new Access.Found.Missing("the centre is starting"));
            ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
            open.push(threads::shutdownNow);
            var server =
                    new SoapEidServer(
                            () -> access.get().find(), threads, CONNECT_MAX, Limits.CALL_MAX);
            open.push(server);
            identifications =
                    new Identifications(
                            new Identifications.Parts(
                                    services(settings), server, audit, base::get, Limits.KIOSKS),
                            clock,
                            chance);
            var signIns =
                    new SignIns(
                            new SignIns.Parts(
                                    server,
                                    accounts,
                                    new PseudonymKey(trust.pseudonymKey()),
                                    audit,
                                    base::get,
                                    Limits.SIGN_INS),
                            clock,
                            chance);
            var certificate = trust.citizensDoor(settings.host());
            var door = Doors.citizens(settings, certificate, identifications, signIns);
            open.push(door);
            port = door.port();
            base.set(settings.eid().url().orElseGet(() -> settings.reachedAt(door.port())));
            var folder =
                    trust.eidFolder(
                            settings.eid().folder().orElseGet(() -> settings.data().resolve("eid")),
                            base.get(),
                            certificate);
            access.set(() -> found(folder));
            complete = true;
        } finally {
            if (!complete) {
                close();
            }
        }
    }

    static Eservice open(
            CentreSettings settings,
            CityTrust trust,
            AuditTrail audit,
            PortalAccounts accounts,
            InstantSource clock,
            SecureRandom chance)
            throws CentreTrouble {
        return new Eservice(settings, trust, audit, accounts, clock, chance);
    }

    private static AskedServices services(CentreSettings settings) throws CentreTrouble {
        return settings.eid().services().isPresent()
                ? CityServices.read(settings.eid().services().get())
                : AskedServices.NONE;
    }

    private static Access.Found found(EidFolder folder) {
        return switch (folder.server()) {
            case EidFolder.Server.At(var address, var tls) -> new Access.Found.At(address, tls);
            case EidFolder.Server.Missing(var why) -> new Access.Found.Missing(why);
        };
    }

    Identifications identifications() {
        return identifications;
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            Doors.close(open.pop());
        }
    }
}
