package de.buergerkiosk.journey.pay;

import de.buergerkiosk.journey.Journal;
import de.buergerkiosk.journey.Turn;
import de.buergerkiosk.journey.Visit;
import de.buergerkiosk.journey.form.ShortCode;
import de.buergerkiosk.ports.payment.PaymentOrder;

/** Decides whether anything is due, and writes down the order before the terminal hears of it. */
public final class PaymentDesk {
    private final Journal journal;

    public PaymentDesk(Journal journal) {
        this.journal = journal;
    }

    public Turn prepare(Visit.Filed filed) {
        if (filed.dueCents() == 0) {
            var settlement = new Visit.Settlement.NothingDue();
            journal.released(filed.id(), filed.filing(), settlement.record());
            return new Turn.Onward(new Visit.Paid(filed, settlement));
        }
        var order = new PaymentOrder(reference(filed), filed.dueCents());
        journal.paying(filed.id(), filed.filing(), order);
        return new Turn.Onward(new Visit.Paying(filed, order));
    }

    /** Unique for ever: the filing's id and the number of the attempt. */
    private static String reference(Visit.Filed filed) {
        return "BK-%s-%d".formatted(ShortCode.whole(filed.filing()), filed.attempt());
    }
}
