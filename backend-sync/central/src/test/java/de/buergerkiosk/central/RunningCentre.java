package de.buergerkiosk.central;

import de.buergerkiosk.central.database.DatabaseAddress;
import de.buergerkiosk.central.database.store.Database;
import de.buergerkiosk.central.main.Centre;
import de.buergerkiosk.central.main.CentreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One real centre for all tests of a run: embedded PostgreSQL, both doors, real sockets. */
public final class RunningCentre {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private RunningCentre() {}

    private static final class Holder {
        static final Path DATA = folder();
        static final Centre.Ready READY = begin(settings(DATA, Optional.empty()));
    }

    static Centre.Ready ready() {
        return Holder.READY;
    }

    static Path data() {
        return Holder.DATA;
    }

    static Path kit() {
        return ready().device().orElseThrow().kit();
    }

    static CentreSettings settings(Path data, Optional<String> databaseUrl) {
        var alone =
                CentreSettings.alone(data)
                        .withEid(
                                new CentreSettings.Eid(
                                        0,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(services())));
        return databaseUrl.map(alone::withDatabase).orElse(alone);
    }

    /** The services of this checkout: what they ask of an ID card decides what is read. */
    private static Path services() {
        return Path.of("..", "..", "provisioning", "services").toAbsolutePath().normalize();
    }

    /** What the running centre and its eID server tell each other. */
    static Path eid() {
        return data().resolve("eid");
    }

    static Centre.Ready begin(CentreSettings settings) {
        try {
            return Centre.start(settings, Map.of(), InstantSource.system(), new SecureRandom());
        } catch (CentreTrouble | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An empty database of its own on the running server. */
    public static DatabaseAddress freshDatabase() throws CentreTrouble {
        int number = DATABASES.getAndIncrement();
        var name = "test" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
        var server = ready().embedded().orElseThrow();
        Database.prepare(server.superuser(), name, "abc123");
        return new DatabaseAddress(server.url(name), name, "abc123");
    }

    /** The running centre's own rows, for what cannot be brought about from outside. */
    static JdbcClient sql() {
        var server = ready().embedded().orElseThrow();
        var address = server.superuser();
        return JdbcClient.create(
                new DriverManagerDataSource(
                        server.url("centre"), address.user(), address.password()));
    }

    /** A folder that PostgreSQL's account can enter; gone when the tests end. */
    static Path folder() {
        try {
            var folder = Files.createTempDirectory("centre-test");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().unstarted(() -> remove(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        if (folder.equals(Holder.DATA)) {
            Holder.READY.close();
        }
        try (var all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            System.err.println("left behind: " + folder + " " + e);
        }
    }
}
