package de.buergerkiosk.central.database;

import de.buergerkiosk.central.CentreTrouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One cluster of PostgreSQL on disk: made once with initdb, then started and stopped. */
final class PostgresCluster {
    /** Superuser of the cluster; the centre itself works as a plain role. */
    static final String SUPERUSER = "postgres";

    private static final Duration START_MAX = Duration.ofSeconds(60);
    private static final int END_SECONDS_MAX = 10;
    private static final int PORT_TRIES = 3;
    private static final Logger LOG = LoggerFactory.getLogger(PostgresCluster.class);

    private final Path place;
    private final Path cluster;
    private final PostgresBinaries programs;
    private final ServerAccount account;
    private final InstantSource clock;

    PostgresCluster(
            Path place, PostgresBinaries programs, ServerAccount account, InstantSource clock) {
        this.place = place;
        this.cluster = place.resolve("cluster");
        this.programs = programs;
        this.account = account;
        this.clock = clock;
    }

    /** A server that accepts clients on 127.0.0.1. */
    record Running(Process server, int port) {}

    /** Makes the cluster unless it is there. */
    void make(String password) throws IOException, CentreTrouble, InterruptedException {
        if (Files.exists(cluster)) {
            return;
        }
        // made beside and moved when complete: a crash in between leaves no half cluster
        var nursery = place.resolve("cluster-in-making");
        Folders.delete(nursery);
        account.makeOwnFolder(nursery);
        var passwordFile = nursery.resolve("password");
        Files.createFile(
                passwordFile,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile, password);
        account.give(passwordFile);
        var made = nursery.resolve("cluster");
        run(
                "initdb",
                "--pgdata=" + made,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--data-checksums",
                "--no-instructions");
        Files.delete(passwordFile);
        Files.move(made, cluster, StandardCopyOption.ATOMIC_MOVE);
        Folders.delete(nursery);
    }

    Running start() throws IOException, CentreTrouble, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            var running = launch(freePort());
            if (becomesReadyOrEnds(running)) {
                return running;
            }
            var log = Files.readString(log());
            // between our look and its start somebody else may have taken the port
            if (attempt == PORT_TRIES || !log.contains("could not bind")) {
                throw new CentreTrouble(
                        "CEN-DB-START",
                        "PostgreSQL does not start; its log "
                                + log()
                                + " ends with: "
                                + log.lines().reduce("nothing", (before, line) -> line));
            }
        }
    }

    private Running launch(int port) throws IOException {
        var command =
                account.command(
                        List.of(
                                programs.program("postgres"),
                                "-D",
                                cluster.toString(),
                                "-c",
                                "listen_addresses=127.0.0.1",
                                "-c",
                                "port=" + port,
                                "-c",
                                "unix_socket_directories=",
                                "-c",
                                "fsync=on",
                                "-c",
                                "synchronous_commit=on",
                                "-c",
                                "full_page_writes=on",
                                "-c",
                                "max_connections=50",
                                "-c",
                                "shared_buffers=64MB"));
        return new Running(process(command, log()).start(), port);
    }

    /** Whoever is interrupted meanwhile leaves no server behind. */
    private boolean becomesReadyOrEnds(Running running) throws IOException, InterruptedException {
        try {
            return becomesReady(running);
        } catch (InterruptedException | IOException e) {
            endAndWait(running.server());
            throw e;
        }
    }

    private boolean becomesReady(Running running) throws IOException, InterruptedException {
        var deadline = clock.instant().plus(START_MAX);
        while (clock.instant().isBefore(deadline)) {
            if (running.server().waitFor(20, TimeUnit.MILLISECONDS)) {
                return false;
            }
            var file = PostmasterFile.read(cluster);
            if (file.isPresent() && file.get().port() == running.port() && file.get().ready()) {
                return true;
            }
        }
        running.server().destroyForcibly();
        return false;
    }

    /** Stops a server that an earlier centre left behind when it was killed. */
    void stopOrphan() throws IOException, CentreTrouble, InterruptedException {
        var file = PostmasterFile.read(cluster);
        if (file.isPresent() && file.get().alive()) {
            LOG.warn("stopping PostgreSQL {} that an earlier centre left", file.get().pid());
            stop();
        }
    }

    /** No new clients, running work rolled back, everything on disk. */
    void stop() throws IOException, CentreTrouble, InterruptedException {
        run("pg_ctl", "stop", "-D", cluster.toString(), "-m", "fast", "-w", "-t", "30");
    }

    private void run(String program, String... arguments)
            throws IOException, CentreTrouble, InterruptedException {
        var command = new ArrayList<>(List.of(programs.program(program)));
        command.addAll(List.of(arguments));
        var output = place.resolve(program + ".log");
        var process = process(account.command(command), output).start();
        if (!endsInTime(process)) {
            process.destroyForcibly();
            throw new CentreTrouble(
                    "CEN-DB-START",
                    program + " did not end within " + START_MAX + "; see " + output);
        }
        if (process.exitValue() != 0) {
            throw new CentreTrouble(
                    "CEN-DB-START",
                    program
                            + " ended with "
                            + process.exitValue()
                            + ": "
                            + Files.readString(output).strip().replace('\n', ' '));
        }
    }

    private static boolean endsInTime(Process process) throws InterruptedException {
        try {
            return process.waitFor(START_MAX.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            endAndWait(process);
            throw e;
        }
    }

    /** Waits although the thread is interrupted, for what is told to end still writes. */
    private static void endAndWait(Process process) {
        process.destroy();
        var _ =
                process.onExit()
                        .completeOnTimeout(process, END_SECONDS_MAX, TimeUnit.SECONDS)
                        .join();
    }

    private ProcessBuilder process(List<String> command, Path output) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(output.toFile());
        builder.directory(place.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    private Path log() {
        return place.resolve("postgres.log");
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
