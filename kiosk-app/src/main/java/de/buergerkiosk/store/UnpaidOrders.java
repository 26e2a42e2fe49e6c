package de.buergerkiosk.store;

import de.buergerkiosk.journey.Journal.Stage;
import de.buergerkiosk.journey.VisitId;
import de.buergerkiosk.ports.payment.PaymentEntry;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Nobody gets a fee notice who may have paid: every order of the visit must have ended, and for
 * certain without money.
 */
final class UnpaidOrders {
    private UnpaidOrders() {}

    /**
     * In the transaction that releases the filing.
     *
     * @throws IllegalStateException naming the order that may have been paid
     */
    static void require(Connection c, VisitId visit) throws SQLException {
        var orders =
                Database.query(
                        c,
                        "select detail from journal where visit = ? and stage = ? order by seq",
                        row -> OrderLine.read(row.getString(1)),
                        visit.value(),
                        Stage.PAYING.name());
        for (var order : orders) {
            var entries = TerminalJournal.entries(c, order.way(), order.order().reference());
            if (!entries.isEmpty() && !isUnpaid(entries.getLast())) {
                throw new IllegalStateException(
                        order.order().reference() + " may have been paid: no fee notice");
            }
        }
    }

    private static boolean isUnpaid(PaymentEntry last) {
        return switch (last.step()) {
            case INTENT -> true;
            case SENT, STATUS, ACKED -> false;
            case DONE ->
                    !last.detail().startsWith("approved") && !last.detail().startsWith("unclear");
        };
    }
}
