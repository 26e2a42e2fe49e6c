package de.buergerkiosk.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.journey.Journal.OpenVisit;
import de.buergerkiosk.journey.PaymentWay;
import de.buergerkiosk.journey.VisitId;
import de.buergerkiosk.ports.payment.PaymentEntry;
import de.buergerkiosk.ports.payment.PaymentOrder;
import de.buergerkiosk.ports.payment.PaymentStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseFileIsDamagedTest {
    private static final VisitId VISIT = new VisitId("a1");
    private static final PaymentOrder ORDER = new PaymentOrder("BK-1", 18_000);

    @TempDir private Path folder;

    @Test
    void aFileFullOfGarbageIsKeptAsideAndTheKioskStartsFresh() throws IOException {
        Files.writeString(folder.resolve("kiosk.db"), "not a database".repeat(1000));

        try (var store = Store.open(folder)) {
            assertEquals("STO-DAMAGED", incident(store));
            assertTrue(Files.exists(aside()));
        }
    }

    @Test
    void aFileThatLostItsBytesDoesNotPassForANewOne() throws Exception {
        try (var store = Store.open(folder)) {
            store.file(VISIT, 18_000);
        }
        Files.write(folder.resolve("kiosk.db"), new byte[0]);
        Files.deleteIfExists(folder.resolve("kiosk.db-wal"));

        try (var store = Store.open(folder)) {
            assertEquals("STO-DAMAGED", incident(store));
            assertEquals(0, Files.size(aside()));
        }
    }

    @Test
    void queuedFilingsAreCarriedOverFromADamagedFile() throws Exception {
        FilingId id;
        try (var store = Store.open(folder)) {
            id = store.file(VISIT, 18_000);
            store.journal().released(VISIT, id, Store.paid(18_000));
            fill(store);
        }
        Damage.lastPageOf("incident", folder);

        try (var store = Store.open(folder)) {
            assertEquals("queued", store.state(id));
            assertEquals("STO-DAMAGED", incident(store));
            assertEquals(id, store.outbox().due(Store.NOON).orElseThrow().id());
        }
    }

    @Test
    void whereBothJournalsAreWholeAnOpenVisitIsSettledAsAfterAnyCut() throws Exception {
        FilingId id;
        try (var store = Store.open(folder)) {
            id = store.file(VISIT, 18_000);
            store.journal().paying(VISIT, id, ORDER, PaymentWay.CARD);
            new TerminalJournal(store.database())
                    .write(new PaymentEntry("BK-1", PaymentStep.SENT, Store.NOON, "06 01", 0));
            fill(store);
        }
        Damage.lastPageOf("incident", folder);

        try (var store = Store.open(folder)) {
            assertEquals(
                    List.of(new OpenVisit.Paying(VISIT, id, ORDER, PaymentWay.CARD)),
                    store.journal().open());
            assertEquals(1, new TerminalJournal(store.database()).entries("BK-1").size());
            assertTrue(Chain.firstBreak(store.database()).isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"journal", "payment", "page_payment"})
    void aHeldFilingThatMayBePaidIsKeptForStaffWhereAJournalIsNotWhole(String damaged)
            throws Exception {
        FilingId id;
        try (var store = Store.open(folder)) {
            id = store.file(VISIT, 18_000);
            fill(store);
        }
        Damage.lastPageOf(damaged, folder);

        try (var store = Store.open(folder)) {
            assertEquals("held", store.state(id));
            assertTrue(store.journal().open().isEmpty());
            assertTrue(detail(store).contains("kept for staff 1: " + id), detail(store));
            assertTrue(Chain.firstBreak(store.database()).isEmpty());
        }
    }

    @Test
    void rowsBehindABrokenPageAreReadFromTheOtherEnd() throws Exception {
        try (var store = Store.open(folder)) {
            fill(store);
        }
        Damage.middlePageOf("journal", folder);

        try (var store = Store.open(folder)) {
            var details =
                    store.database()
                            .all(
                                    "select detail from journal where detail like 'line %' order by"
                                            + " seq",
                                    row -> row.getString(1));
            assertTrue(details.getFirst().startsWith("line 0 "), details.getFirst());
            assertTrue(details.getLast().startsWith("line 299 "), details.getLast());
            assertTrue(details.size() < 300, "" + details.size());
            assertTrue(detail(store).contains("journal in part"), detail(store));
            assertTrue(Chain.firstBreak(store.database()).isEmpty());
        }
    }

    @Test
    void aFilingThatIsLostIsNamedByItsJournalLine() throws Exception {
        try (var store = Store.open(folder)) {
            for (int i = 0; i < 60; i++) {
                store.file(new VisitId("b" + i), 0);
            }
        }
        Damage.lastPageOf("filing", folder);

        try (var store = Store.open(folder)) {
            assertTrue(detail(store).contains("; lost "), detail(store));
            assertTrue(detail(store).contains("filings in part"), detail(store));
            assertTrue(store.journal().open().size() >= 50);
        }
    }

    /** Enough in every table that its rows take several pages. */
    private static void fill(Store store) {
        var visit = new VisitId("f1");
        store.journal().begun(visit);
        store.database()
                .transaction(c -> {
                    for (int i = 0; i < 300; i++) {
                        var text = "line " + i + " " + "filler ".repeat(100);
                        Incidents.record(c, Store.NOON, "KSK-BUG", text);
                        Chain.append(c, "f1", Store.NOON, "CHOSEN", text);
                        for (var table : List.of("payment", "page_payment")) {
                            Database.update(
                                    c,
                                    "insert into %s (reference, step, at, detail, receipt_number)"
                                                    .formatted(table)
                                            + " values ('BK-0', 'SENT', ?, ?, 0)",
                                    Store.NOON.toString(),
                                    text);
                        }
                    }
                    return true;
                });
        store.journal().ended(visit, "LEFT");
    }

    @Test
    void aFolderThatCannotBeMadeNamesTheFieldAndTheCure() throws IOException {
        var file = Files.writeString(folder.resolve("occupied"), "");

        var trouble =
                assertThrows(
                        Database.Unusable.class, () -> Store.open(file.resolve("data")).close());

        assertTrue(String.valueOf(trouble.getMessage()).startsWith("kiosk.data: "));
    }

    private static String incident(Store store) {
        return new Incidents(store.database()).all().getLast().code();
    }

    private static String detail(Store store) {
        return new Incidents(store.database()).all().getLast().detail();
    }

    private Path aside() {
        return folder.resolve("kiosk.damaged-20261123110000.db");
    }
}
