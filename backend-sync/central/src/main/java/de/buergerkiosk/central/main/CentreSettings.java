package de.buergerkiosk.central.main;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How a centre is started.
 *
 * @param data keys, kits and the embedded database
 * @param host name or address that the device door listens on; the desk door stays on loopback
 * @param devicePort 0 for a free one
 * @param entryPort where machines enrol; 0 for a free one
 * @param deskPort 0 for a free one
 * @param databaseUrl JDBC address of a PostgreSQL; empty for the embedded one
 * @param eid how citizens identify
 * @param oidc how people sign in with the city's accounts; empty for {@code desk/oidc.json} in the
 *     data folder, where there is one
 * @param zone in which the desk tells times and receipts tell years
 * @param mail how citizens are written to
 * @param restored the database came from a backup, so numbers were given out that it does not know
 */
public record CentreSettings(
        Path data,
        String host,
        int devicePort,
        int entryPort,
        int deskPort,
        Optional<String> databaseUrl,
        Doors doors,
        Eid eid,
        Optional<Path> oidc,
        ZoneId zone,
        Mail mail,
        boolean restored) {
    /**
     * Everything on this computer alone: its own database, both doors on free ports, nobody who can
     * identify and no mail server.
     */
    public static CentreSettings alone(Path data) {
        return new CentreSettings(
                data,
                LOOPBACK,
                0,
                0,
                0,
                Optional.empty(),
                Doors.BOTH,
                Eid.NONE,
                Optional.empty(),
                GERMANY,
                Mail.NONE,
                false);
    }

    /** The same centre on that database. */
    public CentreSettings withDatabase(String url) {
        return new CentreSettings(
                data,
                host,
                devicePort,
                entryPort,
                deskPort,
                Optional.of(url),
                doors,
                eid,
                oidc,
                zone,
                mail,
                restored);
    }

    /** The same centre on those ports. */
    public CentreSettings withPorts(int device, int desk) {
        return new CentreSettings(
                data,
                host,
                device,
                entryPort,
                desk,
                databaseUrl,
                doors,
                eid,
                oidc,
                zone,
                mail,
                restored);
    }

    /** The same centre, where citizens identify like that. */
    public CentreSettings withEid(Eid other) {
        return new CentreSettings(
                data,
                host,
                devicePort,
                entryPort,
                deskPort,
                databaseUrl,
                doors,
                other,
                oidc,
                zone,
                mail,
                restored);
    }

    /** The same centre, whose database came from a backup. */
    public CentreSettings afterRestore() {
        return new CentreSettings(
                data,
                host,
                devicePort,
                entryPort,
                deskPort,
                databaseUrl,
                doors,
                eid,
                oidc,
                zone,
                mail,
                true);
    }

    /** The same centre with the accounts of that file. */
    public CentreSettings withOidc(Path file) {
        return new CentreSettings(
                data,
                host,
                devicePort,
                entryPort,
                deskPort,
                databaseUrl,
                doors,
                eid,
                Optional.of(file),
                zone,
                mail,
                restored);
    }

    /**
     * The eService.
     *
     * @param citizensPort of the door that eID clients come to; 0 for a free one
     * @param url under which eID clients reach that door; empty for this computer
     * @param folder shared with the eID server; empty for {@code eid} in the data folder
     * @param services folder of the municipal services, which say what is read; empty for none
     */
    public record Eid(
            int citizensPort, Optional<URI> url, Optional<Path> folder, Optional<Path> services) {
        static final Eid NONE = new Eid(0, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * The city's mail server.
     *
     * @param server such as {@code smtp://mail.city.example:587}; empty where there is none
     * @param from address that mails come from
     */
    public record Mail(Optional<URI> server, String from) {
        static final Mail NONE = new Mail(Optional.empty(), "");
    }

    public static final String LOOPBACK = "127.0.0.1";
    public static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");

    /** Which doors this process opens. */
    public enum Doors {
        DEVICE,
        DESK,
        BOTH;

        boolean device() {
            return this != DESK;
        }

        boolean desk() {
            return this != DEVICE;
        }
    }

    /** A door on that port, as others on the network reach it. */
    URI reachedAt(int port) {
        var own = host.equals("0.0.0.0") || host.equals("::") || host.equals(LOOPBACK);
        return URI.create("https://" + (own ? "localhost" : host) + ":" + port);
    }

    public CentreSettings {
        data = data.toAbsolutePath().normalize();
    }
}
