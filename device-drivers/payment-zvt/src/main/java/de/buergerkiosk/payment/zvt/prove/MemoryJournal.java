package de.buergerkiosk.payment.zvt.prove;

import de.buergerkiosk.ports.payment.PaymentEntry;
import de.buergerkiosk.ports.payment.PaymentJournal;
import de.buergerkiosk.ports.payment.PaymentStep;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** A journal whose disk survives the kiosk's death. */
class MemoryJournal implements PaymentJournal {
    private final List<PaymentEntry> entries = new ArrayList<>();
    private final Mortality mortality;

    MemoryJournal(Mortality mortality) {
        this.mortality = mortality;
    }

    @Override
    public void write(PaymentEntry entry) {
        mortality.live();
        entries.add(entry);
        mortality.live();
    }

    @Override
    public List<PaymentEntry> entries(String reference) {
        return entries.stream().filter(entry -> entry.reference().equals(reference)).toList();
    }

    @Override
    public int lastReceiptNumber() {
        return entries.reversed().stream()
                .mapToInt(PaymentEntry::receiptNumber)
                .filter(number -> number > 0)
                .findFirst()
                .orElse(0);
    }

    @Override
    public List<String> references() {
        var all = new LinkedHashSet<String>();
        entries.forEach(entry -> all.add(entry.reference()));
        return List.copyOf(all);
    }

    List<PaymentEntry> all() {
        return List.copyOf(entries);
    }

    /** What the last line says. */
    boolean endsWith(PaymentStep step) {
        return !entries.isEmpty() && entries.getLast().step() == step;
    }
}
