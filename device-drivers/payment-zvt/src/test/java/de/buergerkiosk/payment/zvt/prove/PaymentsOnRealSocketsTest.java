package de.buergerkiosk.payment.zvt.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The proof in real time: sockets, journals on the disk, processes that are killed with SIGKILL. */
@Timeout(600)
class PaymentsOnRealSocketsTest {
    private static final int SOCKETS = 300;
    private static final int KILLS = 52;

    @TempDir Path scratch = Path.of("");

    private RealRuns runs() {
        return new RealRuns(scratch, InstantSource.system(), 20_261_123, Random::new);
    }

    @Test
    void journalAndLedgerAgreeOnSockets() throws Exception {
        try (var threads = Executors.newFixedThreadPool(24)) {
            List<RealRuns.Result> results = runs().onSockets(SOCKETS, threads);
            assertEquals(SOCKETS, results.size());
            for (RealRuns.Result result : results) {
                assertEquals(List.of(), result.wrong(), result.name());
                assertEquals(0, result.unclear(), result.name());
            }
            int booked = results.stream().mapToInt(RealRuns.Result::booked).sum();
            assertTrue(booked > SOCKETS / 2, "the runs prove nothing: " + booked);
        }
    }

    @Test
    void journalAndLedgerAgreeWhenThePayingProcessIsKilledAtEachMessage() throws Exception {
        RealRuns runs = runs();
        for (int kill = 1; kill <= KILLS; kill++) {
            RealRuns.Result result = runs.killed(kill);
            assertEquals(List.of(), result.wrong(), result.name());
            assertEquals(0, result.unclear(), result.name());
            assertEquals(1, result.booked(), "paid once: " + result.name());
        }
    }
}
