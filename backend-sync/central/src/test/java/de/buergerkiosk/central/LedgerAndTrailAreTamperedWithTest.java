package de.buergerkiosk.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.central.audit.AuditEntry;
import de.buergerkiosk.central.audit.AuditTrail.Verdict;
import de.buergerkiosk.central.filing.Arrival;
import de.buergerkiosk.central.filing.FilingBook.Stamped;
import de.buergerkiosk.contract.filing.Delivery;
import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.contract.filing.PaymentRecord;
import de.buergerkiosk.contract.receipt.DeliveryReceipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** On a database of its own. */
class LedgerAndTrailAreTamperedWithTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private static Stores stores;

    @BeforeAll
    static void open() throws Exception {
        stores = new Stores();
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    /** Back to an empty trail, past the lock that the centre itself cannot take off. */
    @BeforeEach
    void clear() {
        asOwner("delete from audit");
        stores.sql.sql("update audit_head set position = 0, hash = repeat('0', 64)").update();
    }

    @Test
    void wholeTrailVerifiesAlsoWithManyWriters() throws Exception {
        var writers = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 60; i++) {
            var subject = "s" + i;
            writers.add(() -> {
                stores.audit.append(new AuditEntry(NOW, "test", "noted", subject, ""));
                return true;
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(writers)) {
                assertTrue(done.resultNow());
            }
        }
        assertEquals(new Verdict.Whole(60), stores.audit.verify());
    }

    @Test
    void changedEntryIsFoundWhereItIs() {
        notes(20);
        asOwner("update audit set detail = 'nothing happened' where position = 7");
        assertEquals(new Verdict.Broken(7), stores.audit.verify());
    }

    @Test
    void removedEntriesAreFoundInTheMiddleAndAtTheEnd() {
        notes(20);
        asOwner("delete from audit where position = 11");
        assertEquals(new Verdict.Broken(11), stores.audit.verify());
        asOwner("delete from audit where position >= 11");
        assertEquals(new Verdict.Broken(11), stores.audit.verify());
    }

    @Test
    void usualWaysToChangeThePastAreClosed() {
        var id = TestKiosk.newId();
        keep(delivery(id, 1, new PaymentRecord.Unclear(500, "ref-1")));
        for (var change :
                new String[] {
                    "update audit set actor = 'x'",
                    "delete from audit",
                    "update payment set amount_cents = 1",
                    "delete from payment",
                    "delete from filing",
                    "update filing set receipt = 'x'",
                    "update filing set delivery = 'x'"
                }) {
            assertThrows(DataAccessException.class, () -> stores.sql.sql(change).update(), change);
        }
    }

    @Test
    void secondFilingWithAPaymentReferenceIsKeptAndMarked() {
        var first = TestKiosk.newId();
        var second = TestKiosk.newId();
        keep(delivery(first, 1, new PaymentRecord.Unclear(500, "ref-2")));
        keep(delivery(second, 2, new PaymentRecord.Unclear(500, "ref-2")));
        assertFalse(stores.shelf.find(first).orElseThrow().filing().referenceReused());
        assertTrue(stores.shelf.find(second).orElseThrow().filing().referenceReused());
        assertEquals(1, events("payment-reference-reused"));
    }

    @Test
    void parallelFilingsWithOneReferenceHaveExactlyOneFirst() throws Exception {
        var calls = new ArrayList<Callable<Arrival>>();
        for (int i = 1; i <= 16; i++) {
            var delivery = delivery(TestKiosk.newId(), i, new PaymentRecord.Unclear(500, "ref-3"));
            calls.add(() -> keep(delivery));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(calls)) {
                assertInstanceOf(Arrival.Accepted.class, done.resultNow());
            }
        }
        assertEquals(
                15L,
                stores.sql
                        .sql(
                                "select count(*) from payment where reused_from is not null and"
                                        + " reference = 'ref-3'")
                        .query(Long.class)
                        .single());
        assertInstanceOf(Verdict.Whole.class, stores.audit.verify());
    }

    @Test
    void missingNumbersOfAKioskShow() {
        var kiosk = "kiosk-gaps";
        for (long sequence : new long[] {1, 2, 5, 6, 9}) {
            keep(delivery(kiosk, sequence));
        }
        var tally =
                stores.shelf.kiosks().stream()
                        .filter(k -> k.kiosk().equals(kiosk))
                        .findFirst()
                        .orElseThrow();
        assertEquals(9, tally.last());
        assertEquals(4, tally.missing());
        assertEquals(3, tally.firstMissing());
    }

    @Test
    void numberUsedTwiceByAKioskIsNotedAndBothFilingsStay() {
        keep(delivery("kiosk-copied", 3));
        keep(delivery("kiosk-copied", 3));
        assertEquals(1, events("kiosk-sequence-reused"));
        assertEquals(
                2L,
                stores.sql
                        .sql("select count(*) from filing where kiosk = 'kiosk-copied'")
                        .query(Long.class)
                        .single());
    }

    private void notes(int count) {
        for (int i = 0; i < count; i++) {
            stores.audit.append(new AuditEntry(NOW, "test", "noted", "", ""));
        }
    }

    private long events(String event) {
        return stores.sql
                .sql("select count(*) from audit where event = ?")
                .param(event)
                .query(Long.class)
                .single();
    }

    /** As somebody who owns the table and takes the lock off. */
    private void asOwner(String change) {
        stores.sql.sql("alter table audit disable trigger all").update();
        stores.sql.sql(change).update();
        stores.sql.sql("alter table audit enable trigger all").update();
    }

    private Arrival keep(Delivery delivery) {
        return stores.filings.keep(
                delivery,
                serial ->
                        new Stamped(
                                new DeliveryReceipt(
                                        delivery.id(), delivery.digest(), NOW, "N-" + serial),
                                "receipt " + serial));
    }

    private static Delivery delivery(String kiosk, long sequence) {
        return delivery(kiosk, TestKiosk.newId(), sequence, new PaymentRecord.NothingDue());
    }

    private static Delivery delivery(FilingId id, long sequence, PaymentRecord payment) {
        return delivery("kiosk-a", id, sequence, payment);
    }

    private static Delivery delivery(
            String kiosk, FilingId id, long sequence, PaymentRecord payment) {
        return new Delivery(id, kiosk, sequence, "s", "1", "o", NOW, "a.b.c.d.e", payment);
    }
}
