package de.buergerkiosk.ports.payment;

import java.util.ArrayList;
import java.util.List;

/**
 * A payment journal in memory for tests. It can die at a step: then the write throws, before or
 * after the entry is kept, and so does every later one until it is revived.
 */
public class ListPaymentJournal implements PaymentJournal {
    private final List<PaymentEntry> entries = new ArrayList<>();
    private int writesLeft = Integer.MAX_VALUE;
    private boolean keepsLast;

    /** What a dead journal throws. */
    public static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Died() {
            super("power cut");
        }
    }

    /** The power fails at the write after that many: before it is kept, or right after. */
    public synchronized void dieAfter(int writes, boolean lastIsKept) {
        writesLeft = writes;
        keepsLast = lastIsKept;
    }

    /** The power is back. */
    public synchronized void revive() {
        writesLeft = Integer.MAX_VALUE;
    }

    @Override
    public synchronized void write(PaymentEntry entry) {
        if (writesLeft == 0) {
            if (keepsLast) {
                entries.add(entry);
                keepsLast = false;
            }
            throw new Died();
        }
        writesLeft--;
        entries.add(entry);
    }

    @Override
    public synchronized List<PaymentEntry> entries(String reference) {
        return entries.stream().filter(entry -> entry.reference().equals(reference)).toList();
    }

    @Override
    public synchronized List<String> references() {
        return entries.stream().map(PaymentEntry::reference).distinct().toList();
    }

    @Override
    public synchronized int lastReceiptNumber() {
        return entries.reversed().stream()
                .mapToInt(PaymentEntry::receiptNumber)
                .filter(number -> number > 0)
                .findFirst()
                .orElse(0);
    }

    public synchronized List<PaymentEntry> all() {
        return List.copyOf(entries);
    }

    public synchronized List<PaymentStep> steps(String reference) {
        return entries(reference).stream().map(PaymentEntry::step).toList();
    }
}
