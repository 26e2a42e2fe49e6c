package de.buergerkiosk.eid.prove;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How much memory is in use.
 *
 * @param heapBytes of this Java, after garbage collection
 * @param rssBytes resident memory of this process; 0 where the system does not tell
 * @param ausweisAppBytes the same of AusweisApp
 */
record Memory(long heapBytes, long rssBytes, long ausweisAppBytes) {
    /** Caches that fill once; a leak of a kilobyte in each of 200 runs is smaller, one of ten is not. */
    private static final long SLACK_BYTES = 2 << 20;

    private static final int COLLECTIONS = 3;

    static Memory now(Optional<Long> ausweisApp) {
        var heap = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < COLLECTIONS; i++) {
            heap.gc();
        }
        return new Memory(
                heap.getHeapMemoryUsage().getUsed(),
                resident(ProcessHandle.current().pid()),
                ausweisApp.map(Memory::resident).orElse(0L));
    }

    private static long resident(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Whether the heap has not grown since, beyond what caches take. */
    boolean isFlatSince(Memory early) {
        return heapBytes <= early.heapBytes + SLACK_BYTES;
    }
}
