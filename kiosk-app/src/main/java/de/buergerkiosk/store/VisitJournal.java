package de.buergerkiosk.store;

import static de.buergerkiosk.store.Database.update;

import de.buergerkiosk.contract.filing.Delivery;
import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.contract.filing.PaymentRecord;
import de.buergerkiosk.journey.Journal;
import de.buergerkiosk.journey.PaymentWay;
import de.buergerkiosk.journey.VisitId;
import de.buergerkiosk.ports.payment.PaymentOrder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The journal of visits and the filings that they hold, in one file and one transaction. */
public final class VisitJournal implements Journal {
    private final Database database;
    private final InstantSource clock;
    private final String kiosk;

    /**
     * The journal in an open file.
     *
     * @param kiosk this kiosk's id, as its certificate names it; part of every delivery
     */
    public VisitJournal(Database database, InstantSource clock, String kiosk) {
        this.database = database;
        this.clock = clock;
        this.kiosk = kiosk;
    }

    @Override
    public void begun(VisitId visit) {
        database.transaction(c -> {
            update(
                    c,
                    "insert into visit (id, begun_at) values (?, ?)",
                    visit.value(),
                    now().toString());
            return chain(c, visit, Stage.ARRIVED, "");
        });
    }

    @Override
    public void reached(VisitId visit, Stage stage, String detail) {
        database.transaction(c -> chain(c, visit, stage, detail));
    }

    @Override
    public void filed(VisitId visit, HeldFiling filing) {
        database.transaction(c -> {
            update(
                    c,
                    "insert into filing (id, visit, service, service_version, office,"
                            + " submitted_at, due_cents, state, sealed)"
                            + " values (?, ?, ?, ?, ?, ?, ?, 'held', ?)",
                    filing.id().toString(),
                    visit.value(),
                    filing.service(),
                    filing.serviceVersion(),
                    filing.office(),
                    filing.submittedAt().toString(),
                    filing.dueCents(),
                    filing.sealed());
            return chain(
                    c,
                    visit,
                    Stage.FILED,
                    filing.id() + " " + filing.service() + " " + filing.dueCents());
        });
    }

    @Override
    public void paying(VisitId visit, FilingId filing, PaymentOrder order, PaymentWay way) {
        database.transaction(c -> chain(c, visit, Stage.PAYING, OrderLine.of(order, way)));
    }

    @Override
    public void released(VisitId visit, FilingId filing, PaymentRecord payment) {
        database.transaction(c -> {
            if (payment instanceof PaymentRecord.Invoiced) {
                UnpaidOrders.require(c, visit);
            }
            release(c, filing, payment);
            return chain(c, visit, Stage.PAID, payment.json().toString());
        });
    }

    private void release(Connection c, FilingId filing, PaymentRecord payment) throws SQLException {
        long sequence =
                Database.query(
                                c,
                                "select coalesce(max(sequence), 0) + 1 from filing",
                                row -> row.getLong(1))
                        .getFirst();
        var held =
                Database.query(
                        c,
                        "select * from filing where id = ? and state = 'held'",
                        row -> delivery(row, filing, sequence, payment),
                        filing.toString());
        if (held.isEmpty()) {
            throw new IllegalStateException("no held filing " + filing);
        }
        var delivery = held.getFirst();
        update(
                c,
                "update filing set state = 'queued', sequence = ?, body = ?, digest = ?,"
                        + " sealed = null, due_at = ? where id = ?",
                sequence,
                delivery.canonicalJson(),
                delivery.digest(),
                now().toEpochMilli(),
                filing.toString());
    }

    private Delivery delivery(ResultSet row, FilingId id, long sequence, PaymentRecord payment)
            throws SQLException {
        return new Delivery(
                id,
                kiosk,
                sequence,
                row.getString("service"),
                row.getString("service_version"),
                row.getString("office"),
                Instant.parse(row.getString("submitted_at")),
                row.getString("sealed"),
                payment);
    }

    @Override
    public void voided(VisitId visit, FilingId filing, String why) {
        database.transaction(c -> {
            int voided =
                    update(
                            c,
                            "update filing set state = 'void', sealed = null"
                                    + " where id = ? and state = 'held'",
                            filing.toString());
            if (voided != 1) {
                throw new IllegalStateException("no held filing " + filing);
            }
            return chain(c, visit, Stage.VOID, why);
        });
    }

    @Override
    public void printed(VisitId visit, String outcome) {
        database.transaction(c -> chain(c, visit, Stage.PRINTED, outcome));
    }

    @Override
    public void ended(VisitId visit, String why) {
        database.transaction(c -> {
            update(
                    c,
                    "update visit set ended_at = ?, ended_by = ? where id = ?",
                    now().toString(),
                    why,
                    visit.value());
            return chain(c, visit, Stage.ENDED, why);
        });
    }

    @Override
    public void incident(String code, String detail) {
        Incidents.record(database, now(), code, detail);
    }

    @Override
    public List<OpenVisit> open() {
        return database.transaction(c -> OpenVisits.read(c));
    }

    private Instant now() {
        return clock.instant();
    }

    private int chain(Connection c, VisitId visit, Stage stage, String detail) throws SQLException {
        return Chain.append(c, visit.value(), now(), stage.name(), detail);
    }
}
