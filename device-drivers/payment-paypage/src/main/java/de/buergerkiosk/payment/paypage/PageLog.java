package de.buergerkiosk.payment.paypage;

import de.buergerkiosk.ports.Fault;
import de.buergerkiosk.ports.payment.PageOutcome;
import de.buergerkiosk.ports.payment.PageProof;
import de.buergerkiosk.ports.payment.PaymentEntry;
import de.buergerkiosk.ports.payment.PaymentJournal;
import de.buergerkiosk.ports.payment.PaymentOrder;
import de.buergerkiosk.ports.payment.PaymentStep;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes one payment ahead, and reads after a cut how far it came. When the journal throws, nothing
 * goes to the provider and no page is shown. The page's address is never written: whoever reads it
 * could open it.
 */
final class PageLog {
    private final PaymentJournal journal;
    private final PaymentOrder order;
    private final InstantSource clock;

    PageLog(PaymentJournal journal, PaymentOrder order, InstantSource clock) {
        this.journal = journal;
        this.order = order;
        this.clock = clock;
    }

    /** How far an earlier payment came. */
    sealed interface Past {
        /** Nobody has seen a page. */
        record NeverOpened() implements Past {}

        /** Somebody may have seen the page of that transaction. */
        record Opened(String transaction) implements Past {}

        record Ended(PageOutcome outcome) implements Past {}
    }

    void intent() {
        write(PaymentStep.INTENT, "amount=" + order.amountCents());
    }

    /** The page is about to be shown. */
    void sent(String transaction) {
        write(PaymentStep.SENT, "tx=" + transaction + " amount=" + order.amountCents());
    }

    PageOutcome done(PageOutcome outcome) {
        write(
                PaymentStep.DONE,
                switch (outcome) {
                    case PageOutcome.Paid(var proof) ->
                            "approved tx=%s amount=%d at=%s method=%s"
                                    .formatted(
                                            proof.transactionId(),
                                            proof.amountCents(),
                                            proof.paidAt(),
                                            proof.method());
                    case PageOutcome.NotPaid(var why) ->
                            "unpaid why=" + why.name().toLowerCase(Locale.ROOT);
                    case PageOutcome.Failed(var fault) -> "failed code=" + fault.code();
                    case PageOutcome.Unclear(var fault) -> "unclear code=" + fault.code();
                });
        return outcome;
    }

    Past past() {
        var entries = journal.entries(order.reference());
        var last = entries.isEmpty() ? Optional.<PaymentEntry>empty() : last(entries);
        if (last.isPresent() && last.get().step() == PaymentStep.DONE) {
            return new Past.Ended(outcome(last.get().detail()));
        }
        return entries.stream()
                .filter(entry -> entry.step() == PaymentStep.SENT)
                .<Past>map(entry -> new Past.Opened(value(entry.detail(), "tx")))
                .findFirst()
                .orElseGet(Past.NeverOpened::new);
    }

    private static Optional<PaymentEntry> last(List<PaymentEntry> entries) {
        return Optional.of(entries.getLast());
    }

    private static PageOutcome outcome(String detail) {
        return switch (detail.split(" ", 2)[0]) {
            case "approved" ->
                    new PageOutcome.Paid(
                            new PageProof(
                                    Long.parseLong(value(detail, "amount")),
                                    value(detail, "tx"),
                                    // at the end, because it may hold blanks
                                    detail.substring(detail.indexOf(" method=") + 8),
                                    LocalDateTime.parse(value(detail, "at"))));
            case "unpaid" ->
                    new PageOutcome.NotPaid(
                            PageOutcome.Why.valueOf(value(detail, "why").toUpperCase(Locale.ROOT)));
            case "failed" -> new PageOutcome.Failed(asWritten(detail));
            default -> new PageOutcome.Unclear(asWritten(detail));
        };
    }

    private static Fault asWritten(String detail) {
        return new Fault(value(detail, "code"), "as the journal says");
    }

    private static String value(String detail, String name) {
        for (var word : detail.split(" ", -1)) {
            if (word.startsWith(name + "=")) {
                return word.substring(name.length() + 1);
            }
        }
        throw new IllegalStateException("the journal of the payment page has no " + name);
    }

    private void write(PaymentStep step, String detail) {
        journal.write(new PaymentEntry(order.reference(), step, clock.instant(), detail, 0));
    }
}
