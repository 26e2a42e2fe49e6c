package de.buergerkiosk.journey.pay;

import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.journey.Visit;
import de.buergerkiosk.journey.Visit.Settlement;
import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.payment.PageOutcome;
import de.buergerkiosk.ports.payment.PageWatch;
import de.buergerkiosk.ports.payment.PayPage;
import de.buergerkiosk.ports.payment.PaymentOrder;
import java.net.URI;
import java.util.Optional;

/** Money on a payment page: the citizen scans a code and pays on the own telephone. */
final class PageTill implements Till {
    private final Counter counter;
    private final PayPage page;
    private final ScanPages pages;

    PageTill(Counter counter, PayPage page) {
        this.counter = counter;
        this.page = page;
        this.pages = new ScanPages(counter.words());
    }

    @Override
    public Takings take(Visit.Paying visit) throws InterruptedException {
        var order = visit.order();
        var watch = new OnScreen(order.amountCents());
        return takings(order, page.pay(order, purpose(visit.filed()), watch));
    }

    /** What the citizen finds on the bank statement: the number on the receipt. */
    private static String purpose(Visit.Filed filed) {
        return "Kiosk " + filed.code();
    }

    @Override
    public Takings settle(PaymentOrder order) throws InterruptedException {
        return takings(order, page.settle(order));
    }

    @Override
    public DeviceState state() throws InterruptedException {
        return page.state();
    }

    private Takings takings(PaymentOrder order, PageOutcome outcome) {
        var words = counter.words();
        return switch (outcome) {
            case PageOutcome.Paid(var proof) ->
                    new Takings.Settled(new Settlement.PaidOnPage(order, proof));
            case PageOutcome.Unclear(var fault) -> new Takings.Unclear(fault, Visit.Issue.LATER);
            case PageOutcome.NotPaid(var why) ->
                    new Takings.NotPaid(
                            words.say(
                                    switch (why) {
                                        case CANCELLED_AT_KIOSK, CANCELLED_ON_PAGE ->
                                                "pay.cancelled";
                                        case REFUSED -> "pay.page.refused";
                                        case TOO_LATE -> "pay.page.tooLate";
                                    }),
                            Optional.empty());
            case PageOutcome.Failed(var fault) ->
                    new Takings.NotPaid(words.say("pay.page.failed"), Optional.of(fault.code()));
        };
    }

    /** Shows the code, and hears the cancel button. */
    private final class OnScreen implements PageWatch {
        private final long cents;
        private volatile boolean cancelled;

        OnScreen(long cents) {
            this.cents = cents;
            show(pages.preparing(cents));
        }

        @Override
        public void opened(URI address) {
            if (!cancelled) {
                show(pages.scan(address, cents));
            }
        }

        @Override
        public void findingOut() {
            show(pages.findingOut(cents));
        }

        @Override
        public boolean cancelWanted() {
            return cancelled;
        }

        private void show(Page shown) {
            counter.screen().show(shown, pressed -> cancelled |= pressed instanceof Answer.Leave);
        }
    }
}
