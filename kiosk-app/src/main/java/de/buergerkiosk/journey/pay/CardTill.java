package de.buergerkiosk.journey.pay;

import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.journey.Visit;
import de.buergerkiosk.journey.Visit.Settlement;
import de.buergerkiosk.page.Answer;
import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.payment.PaymentOrder;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import de.buergerkiosk.ports.payment.PaymentProgress;
import de.buergerkiosk.ports.payment.PaymentTerminal;
import de.buergerkiosk.ports.payment.PaymentWatch;
import java.util.Optional;

/** Money by card, at the terminal of the kiosk. */
final class CardTill implements Till {
    private final Counter counter;
    private final PaymentTerminal terminal;
    private final PayPages pages;

    CardTill(Counter counter, PaymentTerminal terminal) {
        this.counter = counter;
        this.terminal = terminal;
        this.pages = new PayPages(counter.words());
    }

    @Override
    public Takings take(Visit.Paying visit) throws InterruptedException {
        var order = visit.order();
        return takings(order, terminal.pay(order, new OnScreen(order)));
    }

    @Override
    public Takings settle(PaymentOrder order) throws InterruptedException {
        return takings(order, terminal.settle(order));
    }

    @Override
    public DeviceState state() throws InterruptedException {
        return terminal.state();
    }

    private Takings takings(PaymentOrder order, PaymentOutcome outcome) {
        var words = counter.words();
        return switch (outcome) {
            case PaymentOutcome.Approved(var proof) ->
                    new Takings.Settled(new Settlement.Booked(order, proof));
            case PaymentOutcome.Unclear(var fault) -> new Takings.Unclear(fault);
            case PaymentOutcome.Declined(int resultCode, _) ->
                    new Takings.NotPaid(
                            words.say(Declined.of(resultCode).words()), Optional.empty());
            case PaymentOutcome.Cancelled _ ->
                    new Takings.NotPaid(words.say("pay.cancelled"), Optional.empty());
            case PaymentOutcome.Failed(var fault) ->
                    new Takings.NotPaid(words.say("pay.failed"), Optional.of(fault.code()));
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
