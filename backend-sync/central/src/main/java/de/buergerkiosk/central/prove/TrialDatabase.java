package de.buergerkiosk.central.prove;

import de.buergerkiosk.central.CentreTrouble;
import de.buergerkiosk.central.database.DatabaseAddress;
import de.buergerkiosk.central.database.DatabasePlace;
import de.buergerkiosk.central.database.EmbeddedPostgres;
import de.buergerkiosk.central.database.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;

/**
 * A centre's database for one run: a PostgreSQL of its own with the settings of the real one, below
 * the system's folder for temporary files, gone afterwards.
 */
public final class TrialDatabase implements AutoCloseable {
    private static final String ROLE = "trial";

    private final Path folder;
    private final EmbeddedPostgres server;
    private final DatabaseAddress address;
    private final Database database;
    private boolean closed;

    private TrialDatabase(
            Path folder, EmbeddedPostgres server, DatabaseAddress address, Database database) {
        this.folder = folder;
        this.server = server;
        this.address = address;
        this.database = database;
    }

    /**
     * Starts it, with the tables of the centre.
     *
     * @param connectionsMax how many clients are served at once, at most 40
     */
    public static TrialDatabase start(int connectionsMax, InstantSource clock, SecureRandom chance)
            throws CentreTrouble, InterruptedException, IOException {
        var folder =
                Files.createTempDirectory(
                        "buergerkiosk-trial-",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx--x--x")));
        var server = EmbeddedPostgres.start(DatabasePlace.of(folder, chance), clock);
        try {
            var bytes = new byte[24];
            chance.nextBytes(bytes);
            var password = HexFormat.of().formatHex(bytes);
            Database.prepare(server.superuser(), ROLE, password);
            var address = new DatabaseAddress(server.url(ROLE), ROLE, password);
            return new TrialDatabase(
                    folder, server, address, Database.open(address, connectionsMax));
        } catch (CentreTrouble e) {
            server.close();
            throw e;
        }
    }

    public Database database() {
        return database;
    }

    /** For whoever measures with connections of their own. */
    public DatabaseAddress address() {
        return address;
    }

    /** May come twice: at the end, and when the process is told to stop. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        database.close();
        server.close();
        try (var all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            System.err.println("left behind: " + folder + " (" + e + ")");
        }
    }
}
