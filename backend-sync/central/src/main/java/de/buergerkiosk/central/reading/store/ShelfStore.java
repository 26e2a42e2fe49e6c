package de.buergerkiosk.central.reading.store;

import de.buergerkiosk.central.audit.AuditEntry;
import de.buergerkiosk.central.audit.AuditTrail;
import de.buergerkiosk.central.reading.Evidence;
import de.buergerkiosk.central.reading.KeptFiling;
import de.buergerkiosk.central.reading.Shelf;
import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.contract.filing.PaymentRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Reads filings, and marks the first look at each. */
public final class ShelfStore implements Shelf {
    private static final String FILING_AND_PAYMENT =
            " from filing join payment on payment.filing = filing.id";

    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final AuditTrail audit;

    public ShelfStore(JdbcClient sql, TransactionOperations transactions, AuditTrail audit) {
        this.sql = sql;
        this.transactions = transactions;
        this.audit = audit;
    }

    @Override
    public Page list(Question question) {
        var where = new StringBuilder(" where true");
        var values = new ArrayList<Object>();
        if (!question.offices().isEmpty()) {
            where.append(" and office = any (string_to_array(?, ','))");
            values.add(String.join(",", question.offices()));
        }
        question.service()
                .ifPresent(service -> {
                    where.append(" and service = ?");
                    values.add(service);
                });
        question.opened()
                .ifPresent(opened ->
                        where.append(
                                opened ? " and opened_at is not null" : " and opened_at is null"));
        question.number()
                .ifPresent(number -> {
                    where.append(" and strpos(number, ?) > 0");
                    values.add(number);
                });
        var total =
                sql.sql("select count(*) from filing" + where)
                        .params(values)
                        .query(Long.class)
                        .single();
        values.add(Question.ROWS_PER_PAGE);
        values.add((question.page() - 1L) * Question.ROWS_PER_PAGE);
        var filings =
                sql.sql(
                                "select *"
                                        + FILING_AND_PAYMENT
                                        + where
                                        + " order by received_at desc, id desc limit ? offset ?")
                        .params(values)
                        .query((row, _) -> filing(row))
                        .list();
        return new Page(filings, total);
    }

    @Override
    public Optional<Evidence> find(FilingId id) {
        return sql.sql("select *" + FILING_AND_PAYMENT + " where id = ?")
                .param(id.value())
                .query((row, _) ->
                        new Evidence(
                                filing(row), row.getString("delivery"), row.getString("receipt")))
                .optional();
    }

    @Override
    public void opened(FilingId id, String person, Instant now, AuditEntry entry) {
        transactions.executeWithoutResult(_ -> {
            sql.sql(
                            """
                            update filing set opened_at = ?, opened_by = ?
                            where id = ? and opened_at is null
                            """)
                    .params(OffsetDateTime.ofInstant(now, ZoneOffset.UTC), person, id.value())
                    .update();
            audit.append(entry);
        });
    }

    @Override
    public void note(AuditEntry entry) {
        audit.append(entry);
    }

    @Override
    public List<KioskTally> kiosks() {
        return sql.sql(
                        """
                        with arrived as (
                            select distinct kiosk, sequence from filing
                        ), jump as (
                            select kiosk, sequence,
                                   lag(sequence, 1, 0::bigint) over (partition by kiosk order by sequence) as before
                            from arrived
                        )
                        select j.kiosk, max(j.sequence) as last, count(*) as received,
                               max(j.sequence) - count(*) as missing,
                               coalesce(min(j.before + 1) filter (where j.sequence > j.before + 1), 0)
                                   as first_missing,
                               (select max(received_at) from filing f where f.kiosk = j.kiosk) as last_at
                        from jump j
                        group by j.kiosk
                        order by j.kiosk
                        """)
                .query((row, _) ->
                        new KioskTally(
                                row.getString("kiosk"),
                                row.getLong("last"),
                                row.getLong("received"),
                                row.getLong("missing"),
                                row.getLong("first_missing"),
                                instant(row, "last_at")))
                .list();
    }

    private static KeptFiling filing(ResultSet row) throws SQLException {
        return new KeptFiling(
                new FilingId(row.getObject("id", UUID.class)),
                row.getString("number"),
                row.getString("kiosk"),
                row.getLong("sequence"),
                row.getString("service"),
                row.getString("office"),
                instant(row, "submitted_at"),
                instant(row, "received_at"),
                payment(row),
                row.getString("reused_from") != null,
                row.getString("opened_by") == null
                        ? Optional.empty()
                        : Optional.of(
                                new KeptFiling.Opened(
                                        row.getString("opened_by"), instant(row, "opened_at"))));
    }

    private static PaymentRecord payment(ResultSet row) throws SQLException {
        return switch (row.getString("state")) {
            case "paid" ->
                    new PaymentRecord.Paid(
                            row.getLong("amount_cents"),
                            row.getString("reference"),
                            row.getInt("receipt_number"),
                            row.getInt("trace_number"),
                            row.getString("terminal"),
                            row.getString("card_name"),
                            row.getObject("booked_at", LocalDateTime.class));
            case "paid-on-page" ->
                    new PaymentRecord.PaidOnPage(
                            row.getLong("amount_cents"),
                            row.getString("reference"),
                            row.getString("transaction_id"),
                            row.getString("method"),
                            row.getObject("booked_at", LocalDateTime.class));
            case "invoiced" ->
                    new PaymentRecord.Invoiced(
                            row.getLong("amount_cents"),
                            row.getString("reference"),
                            row.getObject("due_on", LocalDate.class));
            case "unclear" ->
                    new PaymentRecord.Unclear(
                            row.getLong("amount_cents"), row.getString("reference"));
            default -> new PaymentRecord.NothingDue();
        };
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
