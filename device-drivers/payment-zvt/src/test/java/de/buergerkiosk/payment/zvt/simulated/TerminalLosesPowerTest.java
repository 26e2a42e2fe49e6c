package de.buergerkiosk.payment.zvt.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalLosesPowerTest {
    @TempDir Path directory = Path.of("unset");

    private static LedgerEntry entry(int receipt, LedgerEntry.Kind kind) {
        return new LedgerEntry(
                kind,
                receipt,
                receipt + 5,
                18_000,
                "28004869",
                Instant.parse("2026-11-23T09:15:00Z"),
                "");
    }

    @Test
    void numbersGoOnAndTheLastBookingIsRemembered() throws Exception {
        TerminalLedger before = TerminalLedger.in(directory);
        before.write(entry(8, LedgerEntry.Kind.BOOKED));
        before.write(entry(9, LedgerEntry.Kind.REVERSED));

        TerminalLedger after = TerminalLedger.in(directory);

        assertEquals(before.all(), after.all());
        assertEquals(10, after.nextReceiptNumber());
        assertEquals(15, after.nextTraceNumber());
        assertEquals(Optional.of(8), after.lastBooking().map(LedgerEntry::receiptNumber));
    }

    @Test
    void aLineThatWasCutOffIsForgotten() throws Exception {
        TerminalLedger.in(directory).write(entry(8, LedgerEntry.Kind.BOOKED));
        Path file = directory.resolve(TerminalLedger.FILE_NAME);
        Files.writeString(file, "{\"kind\":\"BOO", StandardOpenOption.APPEND);

        TerminalLedger after = TerminalLedger.in(directory);
        after.write(entry(9, LedgerEntry.Kind.BOOKED));

        assertEquals(2, TerminalLedger.in(directory).all().size());
    }

    @Test
    void aFileThatIsNoLedgerIsNotOverwritten() throws Exception {
        Path file = directory.resolve(TerminalLedger.FILE_NAME);
        Files.writeString(file, "shopping list\n");

        assertThrows(IOException.class, () -> TerminalLedger.in(directory));
        assertEquals("shopping list\n", Files.readString(file));
    }

    @Test
    void receiptNumbersStartAgainAfterTheLargest() throws Exception {
        TerminalLedger ledger = TerminalLedger.inMemory();
        ledger.write(entry(9999, LedgerEntry.Kind.BOOKED));

        assertEquals(1, ledger.nextReceiptNumber());
    }
}
