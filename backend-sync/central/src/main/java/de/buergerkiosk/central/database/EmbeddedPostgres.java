package de.buergerkiosk.central.database;

import de.buergerkiosk.central.CentreTrouble;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The centre's own PostgreSQL: passwords (SCRAM), checksums, fsync on, loopback only, no socket
 * file, its own account when we are root. A server that an earlier centre left behind is stopped
 * first; a second centre on the same folder is refused.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final String VERSION = "18.6";
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final PostgresCluster cluster;
    private final PostgresCluster.Running running;
    private final FileChannel lock;
    private final String password;

    private EmbeddedPostgres(
            PostgresCluster cluster,
            PostgresCluster.Running running,
            FileChannel lock,
            String password) {
        this.cluster = cluster;
        this.running = running;
        this.lock = lock;
        this.password = password;
    }

    /**
     * Starts the server of this folder, and makes it first where there is none.
     *
     * @param place folder for programs, cluster and log; made where missing
     * @throws CentreTrouble with the cause and the cure
     */
    public static EmbeddedPostgres start(Path place, InstantSource clock)
            throws CentreTrouble, InterruptedException {
        try {
            var account = ServerAccount.choose();
            Folders.makeOpen(place);
            if (!account.enters(place)) {
                throw new CentreTrouble(
                        "CEN-DATA-UNREACHABLE",
                        "PostgreSQL runs as "
                                + account
                                + ", which cannot enter "
                                + place
                                + "; choose a folder outside root's home with --data, or open the"
                                + " way with chmod o+x");
            }
            var lock = lock(place);
            try {
                var programs = PostgresBinaries.unpacked(place.resolve("programs-" + VERSION));
                var password = password(place);
                var cluster = new PostgresCluster(place, programs, account, clock);
                cluster.stopOrphan();
                cluster.make(password);
                return new EmbeddedPostgres(cluster, cluster.start(), lock, password);
            } catch (CentreTrouble | IOException | InterruptedException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new CentreTrouble(
                    "CEN-DB-START",
                    "PostgreSQL cannot be prepared in "
                            + place
                            + " ("
                            + e
                            + "); check free space and rights, or use --database-url");
        }
    }

    /** As the cluster's superuser, to make roles and databases. */
    public DatabaseAddress superuser() {
        return new DatabaseAddress(url("postgres"), PostgresCluster.SUPERUSER, password);
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + running.port() + "/" + database;
    }

    /** The server's process; tests end it the hard way. */
    public ProcessHandle process() {
        return running.server().toHandle();
    }

    /**
     * Stops the server: no new clients, running work rolled back, everything on disk. Also a thread
     * that is interrupted waits for it, for a database that is ended otherwise has to repair itself.
     */
    @Override
    public void close() {
        var interrupted = Thread.interrupted();
        try (lock) {
            if (running.server().isAlive()) {
                cluster.stop();
            }
        } catch (IOException | CentreTrouble e) {
            LOG.warn("PostgreSQL did not stop in order and is ended: {}", e.toString());
            running.server().destroyForcibly();
        } catch (InterruptedException e) {
            interrupted = true;
            running.server().destroyForcibly();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static FileChannel lock(Path place) throws IOException, CentreTrouble {
        var channel =
                FileChannel.open(
                        place.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // held by this very process: as good a refusal as the other
            LOG.debug("locked here", e);
        }
        channel.close();
        throw new CentreTrouble(
                "CEN-DATA-IN-USE",
                "another centre uses " + place + "; stop it, or choose another folder with --data");
    }

    private static String password(Path place) throws IOException {
        var file = place.resolve("superuser.password");
        if (!Files.exists(file)) {
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            var fresh = place.resolve("superuser.password.new");
            Files.deleteIfExists(fresh);
            Files.createFile(
                    fresh,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, HexFormat.of().formatHex(bytes));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }
}
