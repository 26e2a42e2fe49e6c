package de.buergerkiosk.journey.pay;

import de.buergerkiosk.forms.Localized;
import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.journey.Journal;
import de.buergerkiosk.journey.Turn;
import de.buergerkiosk.journey.Visit;
import de.buergerkiosk.page.Answer;
import de.buergerkiosk.ports.payment.PaymentOrder;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import de.buergerkiosk.ports.payment.PaymentProgress;
import de.buergerkiosk.ports.payment.PaymentTerminal;
import de.buergerkiosk.ports.payment.PaymentWatch;
import java.util.Optional;

/** One attempt at the terminal, and what follows from each outcome. */
public final class Paying {
    private final Counter counter;
    private final PaymentTerminal terminal;
    private final Journal journal;
    private final PayPages pages;

    public Paying(Counter counter, PaymentTerminal terminal, Journal journal) {
        this.counter = counter;
        this.terminal = terminal;
        this.journal = journal;
        this.pages = new PayPages(counter.words());
    }

    public Turn pay(Visit.Paying visit) throws InterruptedException {
        var order = visit.order();
        var words = counter.words();
        return switch (terminal.pay(order, new OnScreen(order))) {
            case PaymentOutcome.Approved(var proof) ->
                    settled(visit, new Visit.Settlement.Booked(order, proof));
            case PaymentOutcome.Unclear(var fault) -> {
                journal.incident(fault.code(), order.reference() + ": " + fault.detail());
                yield settled(visit, new Visit.Settlement.Unclear(order));
            }
            case PaymentOutcome.Declined(int resultCode, _) ->
                    notPaid(visit, words.say(Declined.of(resultCode).words()), Optional.empty());
            case PaymentOutcome.Cancelled _ ->
                    notPaid(visit, words.say("pay.cancelled"), Optional.empty());
            case PaymentOutcome.Failed(var fault) ->
                    notPaid(visit, words.say("pay.failed"), Optional.of(fault.code()));
        };
    }

    private Turn settled(Visit.Paying visit, Visit.Settlement settlement) {
        journal.released(visit.id(), visit.filed().filing(), settlement.record());
        return new Turn.Onward(new Visit.Paid(visit.filed(), settlement));
    }

    private Turn notPaid(Visit.Paying visit, Localized why, Optional<String> code)
            throws InterruptedException {
        var page = pages.notPaid(why, code);
        return switch (counter.ask(page)) {
            case Answer.Chosen(var id) when id.equals("again") ->
                    new Turn.Onward(visit.filed().nextAttempt());
            case Answer.Chosen _, Answer.Leave _ -> {
                journal.voided(visit.id(), visit.filed().filing(), visit.order().reference());
                yield new Turn.Leave(Turn.Ending.NOT_PAID);
            }
            case Answer other -> throw Counter.unexpected(page, other);
        };
    }

    /** Shows how far the terminal is, and hears the cancel button. */
    private final class OnScreen implements PaymentWatch {
        private final PaymentOrder order;
        private volatile boolean cancelled;

        OnScreen(PaymentOrder order) {
            this.order = order;
            progress(PaymentProgress.PREPARING);
        }

        @Override
        public void progress(PaymentProgress progress) {
            counter.screen()
                    .show(
                            pages.progress(progress, order.amountCents()),
                            pressed -> cancelled |= pressed instanceof Answer.Leave);
        }

        @Override
        public boolean cancelWanted() {
            return cancelled;
        }
    }
}
