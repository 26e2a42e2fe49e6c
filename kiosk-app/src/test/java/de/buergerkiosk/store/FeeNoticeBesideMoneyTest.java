package de.buergerkiosk.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.contract.filing.PaymentRecord;
import de.buergerkiosk.journey.PaymentWay;
import de.buergerkiosk.journey.VisitId;
import de.buergerkiosk.ports.payment.PaymentEntry;
import de.buergerkiosk.ports.payment.PaymentOrder;
import de.buergerkiosk.ports.payment.PaymentStep;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A bug would send a fee notice to somebody who may have paid: the file does not take it. */
class FeeNoticeBesideMoneyTest {
    private static final VisitId VISIT = new VisitId("f0");
    private static final PaymentRecord NOTICE =
            new PaymentRecord.Invoiced(4_900, "BK-9", LocalDate.parse("2026-12-07"));

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SENT | amount=4900",
                "STATUS | rc=0",
                "ACKED | receipt=7",
                "DONE | approved receipt=7",
                "DONE | unclear code=PAY-UNCLEAR"
            })
    void whereAnEarlierOrderMayBePaidTheFilingStaysHeld(PaymentStep step, String detail) {
        for (var way : PaymentWay.values()) {
            try (var store = Store.open(folder.resolve(way.name()))) {
                var id = ordered(store, way, step, detail);

                assertThrows(
                        IllegalStateException.class,
                        () -> store.journal().released(VISIT, id, NOTICE));

                assertEquals("held", store.state(id));
                assertTrue(store.outbox().due(Store.NOON).isEmpty());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(PaymentWay.class)
    void onlyTheOrderBeforeItIsUnpaidAndTheOneBeforeThatIsNot(PaymentWay way) {
        try (var store = Store.open(folder)) {
            var id = ordered(store, way, PaymentStep.DONE, "unclear code=X");
            order(store, id, "BK-2", way, PaymentStep.DONE, "cancelled");

            assertThrows(
                    IllegalStateException.class, () -> store.journal().released(VISIT, id, NOTICE));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INTENT | amount=4900",
                "DONE | declined rc=5",
                "DONE | cancelled",
                "DONE | failed code=PAY-MUTE"
            })
    void afterAnOrderThatIsUnpaidForCertainTheNoticeGoesOut(PaymentStep step, String detail) {
        for (var way : PaymentWay.values()) {
            try (var store = Store.open(folder.resolve(way.name()))) {
                var id = ordered(store, way, step, detail);

                store.journal().released(VISIT, id, NOTICE);

                assertEquals("queued", store.state(id));
            }
        }
    }

    @Test
    void withoutAnyOrderTheNoticeGoesOut() {
        try (var store = Store.open(folder)) {
            var id = store.file(VISIT, 4_900);

            store.journal().released(VISIT, id, NOTICE);

            assertEquals("queued", store.state(id));
        }
    }

    private static FilingId ordered(Store store, PaymentWay way, PaymentStep step, String detail) {
        var id = store.file(VISIT, 4_900);
        order(store, id, "BK-1", way, step, detail);
        return id;
    }

    private static void order(
            Store store,
            FilingId id,
            String reference,
            PaymentWay way,
            PaymentStep step,
            String detail) {
        store.journal().paying(VISIT, id, new PaymentOrder(reference, 4_900), way);
        new TerminalJournal(store.database(), way)
                .write(new PaymentEntry(reference, step, Store.NOON, detail, 0));
    }
}
