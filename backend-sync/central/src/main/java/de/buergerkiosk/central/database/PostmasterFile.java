package de.buergerkiosk.central.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a PostgreSQL server writes about itself into {@code postmaster.pid} of its cluster (source:
 * {@code src/include/utils/pidfile.h}): process id in line 1, port in line 4, state in line 8.
 */
record PostmasterFile(long pid, int port, String state) {
    private static final int LINES = 8;

    /** Empty while there is none, or it is not complete yet. */
    static Optional<PostmasterFile> read(Path cluster) throws IOException {
        var file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < LINES
                || !lines.get(0).matches("\\d{1,10}")
                || !lines.get(3).matches("\\d{1,5}")) {
            return Optional.empty();
        }
        return Optional.of(
                new PostmasterFile(
                        Long.parseLong(lines.get(0)),
                        Integer.parseInt(lines.get(3)),
                        lines.get(7).strip()));
    }

    boolean ready() {
        return state.equals("ready");
    }

    /** Whether the process lives and is a PostgreSQL; numbers of processes are used again. */
    boolean alive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(process ->
                        process.info()
                                .command()
                                .map(command -> command.endsWith("/postgres"))
                                .orElse(true))
                .orElse(false);
    }
}
