package de.buergerkiosk.central.main;

import de.buergerkiosk.central.appointment.Agenda;
import de.buergerkiosk.central.appointment.Venue;
import de.buergerkiosk.central.appointment.store.NumberStore;
import de.buergerkiosk.central.audit.AuditEntry;
import de.buergerkiosk.central.audit.AuditTrail;
import de.buergerkiosk.central.filing.store.FilingStore;
import de.buergerkiosk.central.fleet.store.FleetStore;
import de.buergerkiosk.central.rollout.store.RolloutStore;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A database from a backup counts from where it stood then, while kiosks and citizens hold what was
 * given out since. So every series goes on far above, and a gap tells of it; a code that may have
 * been used since counts no more.
 */
record Restoration(
        JdbcClient sql, TransactionOperations transactions, AuditTrail audit, InstantSource clock) {
    private static final Logger LOG = LoggerFactory.getLogger(Restoration.class);

    static Restoration of(
            JdbcClient sql,
            TransactionOperations transactions,
            AuditTrail audit,
            InstantSource clock) {
        return new Restoration(sql, transactions, audit, clock);
    }

    void pass(Agenda agenda) {
        var now = clock.instant();
        var today = agenda.day(now);
        transactions.executeWithoutResult(_ -> {
            new RolloutStore(sql, transactions).passGap();
            FilingStore.passGap(sql);
            var numbers = new NumberStore(sql, transactions);
            for (var venue : agenda.venues().stream().map(Venue::id).toList()) {
                // no others are lent
                numbers.passGap(venue, today);
                numbers.passGap(venue, today.plusDays(1));
            }
            var voided = new FleetStore(sql, transactions).voidOpenCodes();
            audit.append(
                    new AuditEntry(
                            now, "centre", "restored", "centre", voided + " enrolment codes void"));
        });
        LOG.warn(
                "CEN-RESTORED all series go on above a gap, and open enrolment codes are void; shut"
                        + " the door again to machines that were lost since the backup, and look"
                        + " at incidents for filings that the backup does not have");
    }
}
