package de.buergerkiosk.payment.zvt.pay;

import de.buergerkiosk.payment.zvt.Standing;
import de.buergerkiosk.payment.zvt.ZvtSettings;
import de.buergerkiosk.payment.zvt.journal.JournalText;
import de.buergerkiosk.ports.payment.PaymentEntry;
import de.buergerkiosk.ports.payment.PaymentJournal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A journal for people and programs: every entry, and what became of each payment. */
final class ShownJournal {
    private final JournalText text;
    private final List<Standing> standings;

    ShownJournal(JournalText text, ZvtSettings settings, Instant now) {
        this.text = text;
        this.standings = standings(text, settings, now);
    }

    private static List<Standing> standings(JournalText text, ZvtSettings settings, Instant now) {
        var all = new LinkedHashMap<String, List<PaymentEntry>>();
        for (PaymentEntry entry : text.entries()) {
            all.computeIfAbsent(entry.reference(), _ -> new ArrayList<>()).add(entry);
        }
        var journal = new ReadOnly(all);
        return all.keySet().stream()
                .map(reference -> Standing.of(journal, reference, settings, now))
                .flatMap(Optional::stream)
                .toList();
    }

    ObjectNode json() {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        var entries = json.putArray("entries");
        int number = 0;
        for (PaymentEntry entry : text.entries()) {
            number++;
            entries.addObject()
                    .put("seq", number)
                    .put("at", entry.at().toString())
                    .put("reference", entry.reference())
                    .put("step", entry.step().name())
                    .put("receiptNumber", entry.receiptNumber())
                    .put("detail", entry.detail());
        }
        var payments = json.putArray("payments");
        standings.forEach(standing -> payments.add(json(standing)));
        json.put("open", standings.stream().filter(Standing::isOpen).count());
        json.put("unclear", standings.stream().filter(Standing::isUnclear).count());
        json.put("torn", text.torn());
        return json;
    }

    private static ObjectNode json(Standing standing) {
        String reference = standing.order().reference();
        long cents = standing.order().amountCents();
        return switch (standing.state()) {
            case Standing.State.Intended() -> unfinished(reference, cents, "intended");
            case Standing.State.Open() -> unfinished(reference, cents, "open");
            case Standing.State.Ended(var outcome) -> new Answer(reference, cents, outcome).json();
        };
    }

    private static ObjectNode unfinished(String reference, long cents, String outcome) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("outcome", outcome)
                .put("reference", reference)
                .put("amountCents", cents);
    }

    String lines() {
        var lines = new StringBuilder();
        for (PaymentEntry entry : text.entries()) {
            lines.append(
                    "%s  %-24s %-6s  %s%n"
                            .formatted(
                                    entry.at(), entry.reference(), entry.step(), entry.detail()));
        }
        return lines.toString().stripTrailing();
    }

    /** A journal that nobody can write. */
    private record ReadOnly(Map<String, List<PaymentEntry>> all) implements PaymentJournal {
        @Override
        public void write(PaymentEntry entry) {
            throw new UnsupportedOperationException("only shown");
        }

        @Override
        public List<PaymentEntry> entries(String reference) {
            return all.getOrDefault(reference, List.of());
        }

        @Override
        public List<String> references() {
            return List.copyOf(all.keySet());
        }

        @Override
        public int lastReceiptNumber() {
            throw new UnsupportedOperationException("only shown");
        }
    }
}
