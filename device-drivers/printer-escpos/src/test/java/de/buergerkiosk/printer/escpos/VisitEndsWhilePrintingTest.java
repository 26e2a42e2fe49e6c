package de.buergerkiosk.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.ports.print.PrintOutcome;
import de.buergerkiosk.printer.escpos.simulated.PrinterFault;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class VisitEndsWhilePrintingTest {
    @Test
    void interruptionIsHeardAndTheNextReceiptIsAlone() throws Exception {
        try (Bench bench = Bench.with(PrinterFault.SLOW);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var begun = new CountDownLatch(1);
            var interrupted = new CountDownLatch(1);
            Future<?> visit =
                    threads.submit(() -> {
                        begun.countDown();
                        try {
                            bench.driver().print(Bench.permit());
                        } catch (InterruptedException e) {
                            interrupted.countDown();
                        }
                    });
            assertTrue(begun.await(60, TimeUnit.SECONDS));
            assertFalse(interrupted.await(300, TimeUnit.MILLISECONDS));
            visit.cancel(true);
            assertTrue(interrupted.await(60, TimeUnit.SECONDS));
            bench.device().switchOff(PrinterFault.SLOW);

            assertEquals(
                    new PrintOutcome.Printed(),
                    bench.driver().print(Bench.receipt("K-2", Bench.text("für den Nächsten"))));
            assertEquals("für den Nächsten", bench.papers().getLast().strip());
        }
    }
}
