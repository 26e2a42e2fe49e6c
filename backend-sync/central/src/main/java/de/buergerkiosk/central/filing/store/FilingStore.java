package de.buergerkiosk.central.filing.store;

import de.buergerkiosk.central.audit.AuditEntry;
import de.buergerkiosk.central.audit.AuditTrail;
import de.buergerkiosk.central.filing.Arrival;
import de.buergerkiosk.central.filing.FilingBook;
import de.buergerkiosk.contract.filing.Delivery;
import de.buergerkiosk.contract.filing.PaymentRecord;
import de.buergerkiosk.contract.receipt.DeliveryReceipt;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Filings in PostgreSQL. The primary key decides between parallel puts of one filing: the second
 * waits for the first and then finds its receipt. The audit head is always locked last, so no two
 * transactions wait for each other.
 */
public final class FilingStore implements FilingBook {
    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final AuditTrail audit;
    private final InstantSource clock;

    public FilingStore(
            JdbcClient sql,
            TransactionOperations transactions,
            AuditTrail audit,
            InstantSource clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Arrival keep(Delivery delivery, LongFunction<Stamped> stamp) {
        return Objects.requireNonNull(
                transactions.execute(_ ->
                        known(delivery)
                                .orElseGet(() -> {
                                    var stamped = stamp.apply(nextSerial());
                                    return insert(delivery, stamped)
                                            ? accepted(delivery, stamped)
                                            : known(delivery).orElseThrow();
                                })));
    }

    @Override
    public void note(AuditEntry entry) {
        audit.append(entry);
    }

    /** Goes past all receipt numbers that a database from a backup does not know. */
    public static void passGap(JdbcClient sql) {
        sql.sql("select setval('receipt_serial', nextval('receipt_serial') + 1000)")
                .query(Long.class)
                .single();
    }

    private long nextSerial() {
        return sql.sql("select nextval('receipt_serial')").query(Long.class).single();
    }

    /** What an earlier delivery under the same number means for this one. */
    private Optional<Arrival> known(Delivery delivery) {
        return sql.sql("select digest, receipt from filing where id = ?")
                .param(delivery.id().value())
                .query(Kept.class)
                .optional()
                .map(kept -> {
                    if (kept.digest().equals(delivery.digest())) {
                        return new Arrival.Repeated(kept.receipt());
                    }
                    note(
                            delivery,
                            clock.instant(),
                            "other-content-refused",
                            "kept " + kept.digest());
                    return new Arrival.Conflicting();
                });
    }

    /** Waits for a parallel transaction with the same number; false when that one won. */
    private boolean insert(Delivery delivery, Stamped stamped) {
        return sql.sql(
                                """
                                insert into filing (id, digest, kiosk, sequence, service, service_version, office,
                                                    submitted_at, received_at, number, delivery, receipt)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                on conflict (id) do nothing
                                """)
                        .params(
                                delivery.id().value(),
                                stamped.receipt().digest(),
                                delivery.kiosk(),
                                delivery.sequence(),
                                delivery.service(),
                                delivery.serviceVersion(),
                                delivery.office(),
                                utc(delivery.submittedAt()),
                                utc(stamped.receipt().receivedAt()),
                                stamped.receipt().number(),
                                new String(delivery.canonicalJson(), StandardCharsets.UTF_8),
                                stamped.jws())
                        .update()
                == 1;
    }

    private Arrival accepted(Delivery delivery, Stamped stamped) {
        DeliveryReceipt receipt = stamped.receipt();
        var reused = book(delivery);
        note(delivery, receipt.receivedAt(), "filing-received", receipt.number());
        reused.ifPresent(first ->
                note(
                        delivery,
                        receipt.receivedAt(),
                        "payment-reference-reused",
                        "first by " + first));
        if (sequenceTwice(delivery)) {
            note(
                    delivery,
                    receipt.receivedAt(),
                    "kiosk-sequence-reused",
                    "number " + delivery.sequence());
        }
        return new Arrival.Accepted(stamped.jws());
    }

    /** Books the payment; says which filing had the reference before, if one had. */
    private Optional<UUID> book(Delivery delivery) {
        return switch (delivery.payment()) {
            case PaymentRecord.NothingDue() -> {
                insertPayment(delivery, "nothing-due", Map.of());
                yield Optional.empty();
            }
            case PaymentRecord.Paid paid ->
                    book(
                            delivery,
                            "paid",
                            paid.amountCents(),
                            paid.reference(),
                            Map.of(
                                    "receipt_number", paid.receiptNumber(),
                                    "trace_number", paid.traceNumber(),
                                    "terminal", paid.terminalId(),
                                    "card_name", paid.cardName(),
                                    "booked_at", paid.bookedAt()));
            case PaymentRecord.PaidOnPage paid ->
                    book(
                            delivery,
                            "paid-on-page",
                            paid.amountCents(),
                            paid.reference(),
                            Map.of(
                                    "transaction_id", paid.transactionId(),
                                    "method", paid.method(),
                                    "booked_at", paid.paidAt()));
            case PaymentRecord.Invoiced invoiced ->
                    book(
                            delivery,
                            "invoiced",
                            invoiced.amountCents(),
                            invoiced.reference(),
                            Map.of("due_on", invoiced.dueOn()));
            case PaymentRecord.Unclear unclear ->
                    book(delivery, "unclear", unclear.amountCents(), unclear.reference(), Map.of());
        };
    }

    private Optional<UUID> book(
            Delivery delivery,
            String state,
            long amountCents,
            String reference,
            Map<String, Object> more) {
        var first = holder(reference);
        var values = new HashMap<>(more);
        values.put("amount_cents", amountCents);
        values.put("reference", reference);
        first.ifPresent(filing -> values.put("reused_from", filing));
        insertPayment(delivery, state, values);
        return first;
    }

    /** The columns are named above and nowhere else; what is not named stays empty. */
    private void insertPayment(Delivery delivery, String state, Map<String, Object> values) {
        var columns = List.copyOf(values.keySet());
        sql.sql(
                        "insert into payment (filing, state%s) values (:filing, :state%s)"
                                .formatted(listed(columns, ", "), listed(columns, ", :")))
                .param("filing", delivery.id().value())
                .param("state", state)
                .params(values)
                .update();
    }

    private static String listed(List<String> columns, String before) {
        return columns.stream().map(column -> before + column).collect(Collectors.joining());
    }

    /** Locks the reference first, so that two parallel filings with it cannot both be the first. */
    private Optional<UUID> holder(String reference) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(?, 1))")
                .param(reference)
                .query((_, _) -> true)
                .list();
        return sql.sql("select filing from payment where reference = ? and reused_from is null")
                .param(reference)
                .query(UUID.class)
                .optional();
    }

    private boolean sequenceTwice(Delivery delivery) {
        return sql.sql("select count(*) from filing where kiosk = ? and sequence = ?")
                        .params(delivery.kiosk(), delivery.sequence())
                        .query(Long.class)
                        .single()
                > 1;
    }

    private void note(Delivery delivery, Instant at, String event, String detail) {
        audit.append(
                new AuditEntry(
                        at, "kiosk:" + delivery.kiosk(), event, delivery.id().toString(), detail));
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private record Kept(String digest, String receipt) {}
}
