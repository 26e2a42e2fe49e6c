package de.buergerkiosk.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.journey.Journal.Stage;
import de.buergerkiosk.journey.VisitId;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalIsTamperedWithTest {
    private static final VisitId VISIT = new VisitId("a1");

    @TempDir private Path folder;

    @Test
    void anUntouchedJournalIsSound() {
        try (var store = Store.open(folder)) {
            write(store);

            assertTrue(Chain.firstBreak(store.database()).isEmpty());
        }
    }

    @Test
    void linesCanNeitherBeChangedNorDeleted() {
        try (var store = Store.open(folder)) {
            write(store);

            assertThrows(
                    Database.Unusable.class,
                    () -> store.database().change("update journal set detail = 'x'"));
            assertThrows(
                    Database.Unusable.class, () -> store.database().change("delete from journal"));
        }
    }

    @Test
    void whoeverLiftsTheGuardIsFoundByTheChain() {
        try (var store = Store.open(folder)) {
            write(store);
            store.database().change("drop trigger journal_is_append_only");
            store.database().change("update journal set detail = 'other' where seq = 2");

            assertEquals(2L, Chain.firstBreak(store.database()).orElseThrow());
        }
    }

    private static void write(Store store) {
        store.journal().begun(VISIT);
        store.journal().reached(VISIT, Stage.CHOSEN, "parking-permit 1.0.0");
        store.journal().ended(VISIT, "LEFT");
    }
}
