package de.buergerkiosk.store;

import de.buergerkiosk.ports.payment.PaymentEntry;
import de.buergerkiosk.ports.payment.PaymentJournal;
import de.buergerkiosk.ports.payment.PaymentStep;
import java.time.Instant;
import java.util.List;

/** The payment terminal's write-ahead journal. */
public final class TerminalJournal implements PaymentJournal {
    private final Database database;

    public TerminalJournal(Database database) {
        this.database = database;
    }

    @Override
    public void write(PaymentEntry entry) {
        database.change(
                "insert into payment (reference, step, at, detail, receipt_number) values (?, ?, ?,"
                        + " ?, ?)",
                entry.reference(),
                entry.step().name(),
                entry.at().toString(),
                entry.detail(),
                entry.receiptNumber());
    }

    @Override
    public List<PaymentEntry> entries(String reference) {
        return database.all(
                "select reference, step, at, detail, receipt_number from payment"
                        + " where reference = ? order by seq",
                row ->
                        new PaymentEntry(
                                row.getString(1),
                                PaymentStep.valueOf(row.getString(2)),
                                Instant.parse(row.getString(3)),
                                row.getString(4),
                                row.getInt(5)),
                reference);
    }

    @Override
    public List<String> references() {
        return database.all(
                "select reference from payment group by reference order by min(seq)",
                row -> row.getString(1));
    }

    @Override
    public int lastReceiptNumber() {
        return database.first(
                        "select receipt_number from payment where receipt_number > 0 order by seq"
                                + " desc limit 1",
                        row -> row.getInt(1))
                .orElse(0);
    }
}
