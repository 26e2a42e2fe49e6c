package de.buergerkiosk.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.contract.filing.Delivery;
import de.buergerkiosk.contract.filing.PaymentRecord;
import de.buergerkiosk.journey.Journal.OpenVisit;
import de.buergerkiosk.journey.PaymentWay;
import de.buergerkiosk.journey.VisitId;
import de.buergerkiosk.ports.payment.PaymentOrder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilingIsHeldUntilMoneyIsSettledTest {
    private static final VisitId VISIT = new VisitId("a1");

    @TempDir private Path folder;

    @Test
    void theCourierDoesNotSeeAHeldFiling() {
        try (var store = Store.open(folder)) {
            store.file(VISIT, 18_000);

            assertTrue(store.outbox().due(Store.NOON).isEmpty());
        }
    }

    @Test
    void aReleasedFilingGoesOutByteForByteTheSameAfterARestart() {
        byte[] before;
        try (var store = Store.open(folder)) {
            var id = store.file(VISIT, 18_000);
            store.journal().released(VISIT, id, Store.paid(18_000));
            before = store.outbox().due(Store.NOON).orElseThrow().body();
        }
        try (var store = Store.open(folder)) {
            var parcel = store.outbox().due(Store.NOON).orElseThrow();

            assertArrayEquals(before, parcel.body());
            assertEquals(Delivery.parse(before).digest(), parcel.digest());
            assertEquals(Store.paid(18_000), Delivery.parse(before).payment());
        }
    }

    @Test
    void aVoidedFilingLeavesNoContentBehind() {
        try (var store = Store.open(folder)) {
            var id = store.file(VISIT, 18_000);
            store.journal().voided(VISIT, id, "declined");

            assertEquals("void", store.state(id));
            assertTrue(
                    store.database()
                            .first("select sealed from filing", row -> row.getString(1) == null)
                            .orElseThrow());
        }
    }

    @Test
    void sequenceNumbersHaveNoGapsAlthoughFilingsAreVoided() {
        try (var store = Store.open(folder)) {
            for (int i = 1; i <= 6; i++) {
                var visit = new VisitId("b" + i);
                var id = store.file(visit, 100);
                if (i % 2 == 0) {
                    store.journal().voided(visit, id, "declined");
                } else {
                    store.journal().released(visit, id, Store.paid(100));
                }
            }

            assertEquals(
                    java.util.List.of(1L, 2L, 3L),
                    store.database()
                            .all(
                                    "select sequence from filing where sequence is not null"
                                            + " order by sequence",
                                    row -> row.getLong(1)));
        }
    }

    @Test
    void aFilingCannotBeReleasedTwice() {
        try (var store = Store.open(folder)) {
            var id = store.file(VISIT, 18_000);
            store.journal().released(VISIT, id, Store.paid(18_000));

            assertThrows(
                    IllegalStateException.class,
                    () ->
                            store.journal()
                                    .released(
                                            VISIT, id, new PaymentRecord.Unclear(18_000, "BK-1")));
        }
    }

    @Test
    void anAcknowledgedFilingKeepsTheReceiptAndForgetsTheContent() {
        try (var store = Store.open(folder)) {
            var id = store.file(VISIT, 0);
            store.journal().released(VISIT, id, new PaymentRecord.NothingDue());
            store.outbox().acknowledged(id, "signed");

            assertEquals("acknowledged", store.state(id));
            assertEquals(
                    "signed", store.outbox().whereabouts(id).orElseThrow().receipt().orElseThrow());
            assertTrue(
                    store.database()
                            .first("select body from filing", row -> row.getBytes(1) == null)
                            .orElseThrow());
        }
    }

    @Test
    void aVisitThatWasCutWhilePayingIsFoundWithItsLastOrder() {
        try (var store = Store.open(folder)) {
            var id = store.file(VISIT, 18_000);
            store.journal().paying(VISIT, id, new PaymentOrder("BK-1", 18_000), PaymentWay.CARD);
            store.journal().paying(VISIT, id, new PaymentOrder("BK-2", 18_000), PaymentWay.CARD);
        }
        try (var store = Store.open(folder)) {
            var open = assertInstanceOf(OpenVisit.Paying.class, store.journal().open().getFirst());

            assertEquals(new PaymentOrder("BK-2", 18_000), open.order());
        }
    }

    @Test
    void aVisitThatWasCutAfterTheCentreHadTheFilingStillGetsItsReceipt() {
        try (var store = Store.open(folder)) {
            var id = store.file(VISIT, 18_000);
            store.journal().released(VISIT, id, Store.paid(18_000));
            store.outbox().acknowledged(id, "signed");

            var open =
                    assertInstanceOf(OpenVisit.Released.class, store.journal().open().getFirst());
            assertEquals(Store.paid(18_000), open.payment());
        }
    }

    @Test
    void nothingThatTheCitizenEnteredIsReadableInTheFiles() throws IOException {
        try (var store = Store.open(folder)) {
            store.file(VISIT, 18_000);
            try (var files = Files.list(folder)) {
                for (var file : files.toList()) {
                    var text = Files.readString(file, StandardCharsets.ISO_8859_1);
                    var marker =
                            new String(
                                    Store.MARKER.getBytes(StandardCharsets.UTF_8),
                                    StandardCharsets.ISO_8859_1);
                    assertFalse(text.contains(marker), file.toString());
                }
            }
        }
    }
}
