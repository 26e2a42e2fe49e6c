package de.buergerkiosk.store;

import static de.buergerkiosk.store.Database.query;

import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.contract.filing.PaymentRecord;
import de.buergerkiosk.journey.Journal.Stage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What the file knows of the visits that filed something: for staff, reports and proofs. */
public final class Accounts {
    private final Database database;

    public Accounts(Database database) {
        this.database = database;
    }

    /**
     * One filing and what became of it.
     *
     * @param state {@code held}, {@code queued}, {@code acknowledged}, {@code rejected} or {@code
     *     void}
     * @param payment empty until the money is settled
     * @param paper what came of printing; empty until then
     * @param digest and {@code receipt}: what the centre's receipt has to verify against
     */
    public record Account(
            FilingId filing,
            String state,
            Optional<PaymentRecord> payment,
            Optional<String> paper,
            Optional<String> digest,
            Optional<String> receipt) {}

    /** Oldest first. */
    public List<Account> all() {
        return database.transaction(Accounts::read);
    }

    private static List<Account> read(Connection c) throws SQLException {
        return query(
                c,
                "select id, state, visit, digest, receipt from filing order by rowid",
                row ->
                        new Account(
                                FilingId.parse(row.getString(1)),
                                row.getString(2),
                                line(c, row.getString(3), Stage.PAID).map(OpenVisits::payment),
                                line(c, row.getString(3), Stage.PRINTED),
                                Optional.ofNullable(row.getString(4)),
                                Optional.ofNullable(row.getString(5))));
    }

    private static Optional<String> line(Connection c, String visit, Stage stage)
            throws SQLException {
        return query(
                        c,
                        "select detail from journal where visit = ? and stage = ? order by seq",
                        row -> row.getString(1),
                        visit,
                        stage.name())
                .stream()
                .findFirst();
    }
}
