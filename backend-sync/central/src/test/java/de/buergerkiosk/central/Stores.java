package de.buergerkiosk.central;

import de.buergerkiosk.central.audit.store.AuditStore;
import de.buergerkiosk.central.database.store.Database;
import de.buergerkiosk.central.filing.store.FilingStore;
import de.buergerkiosk.central.reading.store.ShelfStore;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The stores on a database of their own. */
final class Stores implements AutoCloseable {
    private final Database database;
    final JdbcClient sql;
    final AuditStore audit;
    final FilingStore filings;
    final ShelfStore shelf;

    Stores() throws CentreTrouble {
        database = Database.open(RunningCentre.freshDatabase());
        sql = JdbcClient.create(database.source());
        var transactions =
                new TransactionTemplate(new DataSourceTransactionManager(database.source()));
        audit = new AuditStore(sql, transactions);
        filings = new FilingStore(sql, transactions, audit, InstantSource.system());
        shelf = new ShelfStore(sql, transactions, audit);
    }

    @Override
    public void close() {
        database.close();
    }
}
