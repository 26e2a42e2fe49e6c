package de.buergerkiosk.payment.zvt;

import de.buergerkiosk.payment.zvt.wire.Bcd;
import de.buergerkiosk.payment.zvt.wire.Fields;
import de.buergerkiosk.payment.zvt.wire.MalformedException;
import de.buergerkiosk.payment.zvt.wire.Octets;
import java.util.Optional;

/**
 * The sums of a terminal since its last daily closing (BMP 04, 60 of 04 0F).
 *
 * @param amountCents over all cards
 * @param firstReceipt 0 where the terminal does not say
 * @param transactions over all cards; empty where the terminal does not say
 */
public record DayTotals(
        long amountCents, int firstReceipt, int lastReceipt, Optional<Integer> transactions) {
    /** Receipt range, then seven kinds of card, each a number and an amount. */
    private static final int RECORD_BYTES = 4 + 7 * 7;

    /** Whether what was open then is among what is open now; nothing is never. */
    boolean holds(DayTotals then) {
        boolean something = then.amountCents() > 0 || then.transactions().orElse(0) > 0;
        return something
                && firstReceipt == then.firstReceipt()
                && amountCents >= then.amountCents()
                && transactions.orElse(0) >= then.transactions().orElse(0);
    }

    /** Empty where the result holds no sum. */
    static Optional<DayTotals> read(Octets statusInformation) throws MalformedException {
        Fields fields = Fields.parse(statusInformation, 0);
        Optional<Octets> record = fields.value(0x60).filter(each -> each.length() >= RECORD_BYTES);
        long sum = fields.number(0x04).orElse(-1);
        if (record.isEmpty()) {
            return sum < 0 ? Optional.empty() : Optional.of(new DayTotals(sum, 0, 0, none()));
        }
        Octets all = record.get();
        int transactions = 0;
        long cents = 0;
        for (int at = 4; at < RECORD_BYTES; at += 7) {
            transactions += all.at(at);
            cents += Bcd.decode(all.slice(at + 1, at + 7)).orElse(0);
        }
        return Optional.of(
                new DayTotals(
                        sum < 0 ? cents : sum,
                        (int) Bcd.decode(all.slice(0, 2)).orElse(0),
                        (int) Bcd.decode(all.slice(2, 4)).orElse(0),
                        Optional.of(transactions)));
    }

    private static Optional<Integer> none() {
        return Optional.empty();
    }
}
