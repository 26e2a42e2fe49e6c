package de.buergerkiosk.store;

import de.buergerkiosk.journey.PaymentWay;
import de.buergerkiosk.ports.payment.PaymentEntry;
import de.buergerkiosk.ports.payment.PaymentJournal;
import de.buergerkiosk.ports.payment.PaymentStep;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The write-ahead journal of the payment terminal, or of the payment page. */
public final class TerminalJournal implements PaymentJournal {
    private final Database database;
    private final PaymentWay way;

    public TerminalJournal(Database database) {
        this(database, PaymentWay.CARD);
    }

    /** The journal of that way to pay; each has its own, because a terminal closes its days by it. */
    public TerminalJournal(Database database, PaymentWay way) {
        this.database = database;
        this.way = way;
    }

    private static String table(PaymentWay way) {
        return switch (way) {
            case CARD -> "payment";
            case PAGE -> "page_payment";
        };
    }

    @Override
    public void write(PaymentEntry entry) {
        database.change(
                "insert into %s (reference, step, at, detail, receipt_number) values (?, ?, ?, ?, ?)"
                        .formatted(table(way)),
                entry.reference(),
                entry.step().name(),
                entry.at().toString(),
                entry.detail(),
                entry.receiptNumber());
    }

    @Override
    public List<PaymentEntry> entries(String reference) {
        return database.transaction(c -> entries(c, way, reference));
    }

    static List<PaymentEntry> entries(Connection c, PaymentWay way, String reference)
            throws SQLException {
        return Database.query(
                c,
                "select reference, step, at, detail, receipt_number from %s where reference = ? order by seq"
                        .formatted(table(way)),
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
                "select reference from %s group by reference order by min(seq)"
                        .formatted(table(way)),
                row -> row.getString(1));
    }

    @Override
    public int lastReceiptNumber() {
        return database.first(
                        "select receipt_number from %s where receipt_number > 0 order by seq desc limit 1"
                                .formatted(table(way)),
                        row -> row.getInt(1))
                .orElse(0);
    }
}
