package de.buergerkiosk.journey.pay;

import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.journey.Visit;
import de.buergerkiosk.journey.Visit.Settlement;
import de.buergerkiosk.page.Answer;
import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.payment.Goods;
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
    private final Optional<IssueFirst> issueFirst;
    private final PayPages pages;

    CardTill(Counter counter, PaymentTerminal terminal, Optional<IssueFirst> issueFirst) {
        this.counter = counter;
        this.terminal = terminal;
        this.issueFirst = issueFirst;
        this.pages = new PayPages(counter.words());
    }

    @Override
    public Takings take(Visit.Paying visit) throws InterruptedException {
        var order = visit.order();
        var goods =
                issueFirst
                        .filter(first -> first.documents().isPrintedFor(visit.filed()))
                        .map(first -> new DocumentGoods(first, visit.filed()));
        var outcome = terminal.pay(order, new OnScreen(order, goods));
        if (goods.isEmpty()) {
            return takings(order, outcome, Visit.Issue.LATER);
        }
        switch (outcome) {
            case PaymentOutcome.Approved _, PaymentOutcome.Unclear _ -> {}
            case PaymentOutcome.Declined _, PaymentOutcome.Cancelled _, PaymentOutcome.Failed _ ->
                    goods.get().notBooked(order.reference());
        }
        var missing = goods.get().trouble();
        return missing.isPresent() && outcome instanceof PaymentOutcome.Failed
                ? new Takings.NotPaid(
                        counter.words().say("pay.notIssued"), missing.map(fault -> fault.code()))
                : takings(order, outcome, goods.get().issued());
    }

    @Override
    public Takings settle(PaymentOrder order) throws InterruptedException {
        return takings(order, terminal.settle(order), Visit.Issue.LATER);
    }

    @Override
    public DeviceState state() throws InterruptedException {
        return terminal.state();
    }

    private Takings takings(PaymentOrder order, PaymentOutcome outcome, Visit.Issue issue) {
        var words = counter.words();
        return switch (outcome) {
            case PaymentOutcome.Approved(var proof) ->
                    new Takings.Settled(new Settlement.Booked(order, proof, issue));
            case PaymentOutcome.Unclear(var fault) -> new Takings.Unclear(fault, issue);
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
        private final Optional<DocumentGoods> goods;
        private volatile boolean cancelled;

        OnScreen(PaymentOrder order, Optional<DocumentGoods> goods) {
            this.order = order;
            this.goods = goods;
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
        public Optional<Goods> goods() {
            return goods.map(each -> each);
        }

        @Override
        public boolean cancelWanted() {
            return cancelled;
        }
    }
}
