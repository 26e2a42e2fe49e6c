package de.buergerkiosk.central.main;

import de.buergerkiosk.central.appointment.Agenda;
import de.buergerkiosk.central.appointment.CallBoard;
import de.buergerkiosk.central.appointment.Queue;
import de.buergerkiosk.central.appointment.store.QueueStore;
import de.buergerkiosk.central.audit.AuditTrail;
import de.buergerkiosk.central.mail.MailBook;
import de.buergerkiosk.central.mail.store.MailStore;
import java.time.InstantSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What clerks at counters work with, the screens in their waiting rooms, and stuck mails. */
record QueueDesk(Queue queue, CallBoard board, MailBook mails) {
    static QueueDesk of(
            Agenda agenda,
            JdbcClient sql,
            TransactionOperations transactions,
            AuditTrail audit,
            InstantSource clock) {
        var store = new QueueStore(sql, transactions, audit);
        return new QueueDesk(
                new Queue(agenda, store, clock),
                new CallBoard(agenda, store, clock),
                new MailStore(sql));
    }

    void register(GenericApplicationContext context) {
        context.registerBean(Queue.class, () -> queue);
        context.registerBean(CallBoard.class, () -> board);
        context.registerBean(MailBook.class, () -> mails);
    }
}
