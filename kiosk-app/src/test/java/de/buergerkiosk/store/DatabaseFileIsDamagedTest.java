package de.buergerkiosk.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.journey.VisitId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseFileIsDamagedTest {
    private static final VisitId VISIT = new VisitId("a1");

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
    void queuedFilingsAreCarriedOverFromADamagedFile() throws IOException {
        FilingId id;
        try (var store = Store.open(folder)) {
            id = store.file(VISIT, 18_000);
            store.journal().released(VISIT, id, Store.paid(18_000));
            for (int i = 0; i < 300; i++) {
                store.journal().incident("KSK-BUG", "filler ".repeat(100));
            }
        }
        damageTheLastPage();

        try (var store = Store.open(folder)) {
            assertEquals("queued", store.state(id));
            assertEquals("STO-DAMAGED", incident(store));
            assertEquals(id, store.outbox().due(Store.NOON).orElseThrow().id());
        }
    }

    @Test
    void aHeldFilingThatMayBePaidIsKeptForStaffAndNeverVoided() throws IOException {
        FilingId id;
        try (var store = Store.open(folder)) {
            id = store.file(VISIT, 18_000);
            for (int i = 0; i < 300; i++) {
                store.journal().incident("KSK-BUG", "filler ".repeat(100));
            }
        }
        damageTheLastPage();

        try (var store = Store.open(folder)) {
            assertEquals("held", store.state(id));
            assertTrue(store.journal().open().isEmpty());
        }
    }

    @Test
    void aFolderThatCannotBeMadeNamesTheFieldAndTheCure() throws IOException {
        var file = Files.writeString(folder.resolve("occupied"), "");

        var trouble =
                assertThrows(
                        Database.Unusable.class, () -> Store.open(file.resolve("data")).close());

        assertTrue(String.valueOf(trouble.getMessage()).startsWith("kiosk.data: "));
    }

    private void damageTheLastPage() throws IOException {
        try (var file = FileChannel.open(folder.resolve("kiosk.db"), StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(new byte[4096 * 4]), file.size() - 4096 * 4);
        }
    }

    private static String incident(Store store) {
        return new Incidents(store.database()).all().getFirst().code();
    }

    private Path aside() {
        return folder.resolve("kiosk.damaged-20261123110000.db");
    }
}
