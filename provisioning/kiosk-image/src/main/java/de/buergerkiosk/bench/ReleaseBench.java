package de.buergerkiosk.bench;

import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.demo.fleet.VirtualKiosk;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How soon a release is at all kiosks that wait for one. */
final class ReleaseBench {
    private static final int RELEASES = 3;

    /** So many come in at once; what is measured is a release, not a crowd of handshakes. */
    private static final int COMING_MAX = 16;

    /** All of them, on a machine that has other work too. */
    private static final Duration COMING = Duration.ofMinutes(10);

    /** From the last question on its way until the door has surely taken it in. */
    private static final Duration SEATED = Duration.ofMillis(1_500);

    private final VirtualFleet fleet;
    private final int kiosks;
    private final ConcurrentHashMap<Integer, VirtualKiosk> known = new ConcurrentHashMap<>();
    private final Semaphore coming = new Semaphore(COMING_MAX);

    ReleaseBench(VirtualFleet fleet, int kiosks) {
        this.fleet = fleet;
        this.kiosks = kiosks;
    }

    /** From the admin's word to the last of all kiosks that wait, in milliseconds. */
    List<Double> run() throws IOException, InterruptedException, ExecutionException {
        var took = new ArrayList<Double>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                long have = 0;
                for (int run = 0; run < RELEASES; run++) {
                    var heard = wait(threads, have);
                    long begun = System.nanoTime();
                    release();
                    for (var each : heard) {
                        have = version(each.get());
                    }
                    took.add((System.nanoTime() - begun) / 1e6);
                }
            } finally {
                // whoever still waits for an answer is not waited for
                threads.shutdownNow();
                for (var kiosk : known.values()) {
                    kiosk.close();
                }
            }
        }
        return took;
    }

    /** Every kiosk at the door, waiting for something newer than this. */
    private List<Future<VirtualKiosk.Said>> wait(ExecutorService threads, long have)
            throws InterruptedException {
        var asked = new CountDownLatch(kiosks);
        var path = "/v1/desired?have=" + have + "&wait=55";
        var heard = new ArrayList<Future<VirtualKiosk.Said>>();
        for (int i = 0; i < kiosks; i++) {
            int number = i;
            heard.add(
                    threads.submit(() -> {
                        VirtualKiosk kiosk;
                        try {
                            kiosk = comes(number);
                        } finally {
                            // also where it failed: its future says why
                            asked.countDown();
                        }
                        return asksUntilAnswered(kiosk, path);
                    }));
        }
        if (!asked.await(COMING.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    asked.getCount()
                            + " of "
                            + kiosks
                            + " kiosks could not connect; ask for fewer");
        }
        Thread.sleep(SEATED);
        return heard;
    }

    /** The first come first, and wait for the last as real ones do: nothing new, so once more. */
    private static VirtualKiosk.Said asksUntilAnswered(VirtualKiosk kiosk, String path)
            throws IOException {
        var said = kiosk.get(path);
        while (said.status() == 204) {
            said = kiosk.get(path);
        }
        return said;
    }

    private VirtualKiosk comes(int number)
            throws IOException, GeneralSecurityException, InterruptedException {
        var here = known.get(number);
        if (here != null) {
            return here;
        }
        coming.acquire();
        try {
            var kiosk = fleet.kiosk("waiting-" + number, Instant.now());
            known.put(number, kiosk);
            return kiosk;
        } finally {
            coming.release();
        }
    }

    private static long version(VirtualKiosk.Said said) {
        if (said.status() != 200) {
            throw new IllegalStateException("the door says " + said);
        }
        return CanonicalJson.read(said.body(), 10_000).path("version").asLong();
    }

    private void release() throws IOException, InterruptedException {
        var secret = "verwaltung:" + fleet.adminPassword();
        var basic = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
        try (var client = HttpClient.newHttpClient()) {
            var answer =
                    client.send(
                            HttpRequest.newBuilder(fleet.desk().resolve("/api/fleet/releases"))
                                    .timeout(Duration.ofSeconds(60))
                                    .header("Authorization", "Basic " + basic)
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString("{\"to\":\"site:bench\"}"))
                                    .build(),
                            BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new IOException("the desk says " + answer.statusCode() + answer.body());
            }
        }
    }
}
