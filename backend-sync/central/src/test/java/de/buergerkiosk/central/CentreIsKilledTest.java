package de.buergerkiosk.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.contract.filing.Delivery;
import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.courier.Backoff;
import de.buergerkiosk.courier.Courier;
import de.buergerkiosk.courier.HttpsCentreLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/**
 * The centre as a process, killed with SIGKILL, then its PostgreSQL killed the same way, then
 * stopped in order. The kiosk's real courier carries throughout.
 */
class CentreIsKilledTest {
    private final Path data = RunningCentre.folder();
    private final WaitingOutbox outbox = new WaitingOutbox();
    private final List<Delivery> sent = new ArrayList<>();

    @Test
    void everyAcknowledgedFilingIsThereAfterEachKillAndTheRestCatchesUp() throws Exception {
        int port;
        try (var centre = CentreProcess.start(data, 0)) {
            port = centre.devicePort();
            file(centre, 10);
            assertEquals(10, carry(centre.kit()));
            var orphan = centre.postgres();
            centre.killHard();
            assertTrue(orphan.isAlive(), "PostgreSQL outlives a killed centre");
            file(centre, 5);
            assertEquals(0, carry(centre.kit()));
            assertTrue(outbox.lastReason().startsWith("SYN-CENTRE-UNREACHABLE"));
        }
        var receipts = outbox.receipts();
        try (var centre = CentreProcess.start(data, port)) {
            assertTrue(centre.said().contains("stopping PostgreSQL"), centre.said());
            assertEquals(5, carry(centre.kit()));
            assertSameReceipts(centre, receipts);
            receipts = outbox.receipts();
            assertTrue(centre.postgres().destroyForcibly());
            file(centre, 3);
            carry(centre.kit());
            assertEquals(3, outbox.count(), "nothing is acknowledged without the database");
            assertEquals(1, centre.waitForEnd());
            assertTrue(centre.said().contains("CEN-DB-DIED"), centre.said());
        }
        try (var centre = CentreProcess.start(data, port)) {
            assertEquals(3, carry(centre.kit()));
            assertSameReceipts(centre, receipts);
            var postgres = centre.postgres();
            centre.stop();
            assertFalse(postgres.isAlive(), "stopped in order, it takes PostgreSQL along");
            assertFalse(Files.exists(data.resolve("database/cluster/postmaster.pid")));
        }
    }

    private void file(CentreProcess centre, int count) {
        try (var kiosk = new TestKiosk(centre.kit())) {
            for (int i = 0; i < count; i++) {
                var delivery = kiosk.permit(TestKiosk.newId(), "LU-K " + i);
                sent.add(delivery);
                outbox.add(delivery);
            }
        }
    }

    /** One round of the real courier over the real line. */
    private int carry(Path kit) throws InterruptedException {
        try (var kiosk = new TestKiosk(kit);
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                var line = HttpsCentreLine.of(kiosk.kit, threads)) {
            var courier =
                    new Courier(
                            outbox,
                            line,
                            kiosk.kit.receipts(),
                            // so late that whatever was postponed is due again
                            Clock.offset(Clock.systemUTC(), Duration.ofMinutes(sent.size())),
                            new SplittableRandom(1),
                            new Backoff(Duration.ofMillis(1), Duration.ofMillis(2)));
            return courier.carryAllDue();
        }
    }

    /** Repeats everything that was acknowledged before: the answers must be the old receipts. */
    private void assertSameReceipts(CentreProcess centre, Map<FilingId, String> receipts)
            throws Exception {
        try (var kiosk = new TestKiosk(centre.kit())) {
            for (var delivery : sent) {
                var before = receipts.get(delivery.id());
                if (before != null) {
                    var again = kiosk.put(delivery);
                    assertEquals(200, again.statusCode());
                    assertEquals(before, again.body());
                }
            }
        }
    }
}
