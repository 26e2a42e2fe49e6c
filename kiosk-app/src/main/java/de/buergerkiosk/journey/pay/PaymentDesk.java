package de.buergerkiosk.journey.pay;

import de.buergerkiosk.forms.PayLater;
import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.journey.Journal;
import de.buergerkiosk.journey.PaymentWay;
import de.buergerkiosk.journey.Turn;
import de.buergerkiosk.journey.Visit;
import de.buergerkiosk.journey.form.ShortCode;
import de.buergerkiosk.page.Answer;
import de.buergerkiosk.ports.payment.PaymentOrder;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Decides whether anything is due and how it is paid, and writes down the order before terminal or
 * payment page hear of it.
 */
public final class PaymentDesk {
    private final Counter counter;
    private final Tills tills;
    private final Journal journal;
    private final ZoneId zone;
    private final ChoicePages pages;

    public PaymentDesk(Counter counter, Tills tills, Journal journal, ZoneId zone) {
        this.counter = counter;
        this.tills = tills;
        this.journal = journal;
        this.zone = zone;
        this.pages = new ChoicePages(counter.words());
    }

    public Turn prepare(Visit.Filed filed) throws InterruptedException {
        if (filed.dueCents() == 0) {
            return settled(filed, new Visit.Settlement.NothingDue());
        }
        return hasOtherWays(filed) ? choose(filed) : begin(filed, PaymentWay.CARD);
    }

    /** Whether there is more to choose from than the card. */
    boolean hasOtherWays(Visit.Filed filed) {
        return Offer.of(filed, tills.offersPage(filed.attempt())).size() > 1;
    }

    /** Writes the order down; from here on it is paid that way, or not at all. */
    Turn begin(Visit.Filed filed, PaymentWay way) {
        var order = order(filed);
        journal.paying(filed.id(), filed.filing(), order, way);
        return new Turn.Onward(new Visit.Paying(filed, order, way));
    }

    /** The citizen goes without paying: the office must not get the filing. */
    Turn leave(Visit.Filed filed, String why) {
        journal.voided(filed.id(), filed.filing(), why);
        return new Turn.Leave(Turn.Ending.NOT_PAID);
    }

    private Turn choose(Visit.Filed filed) throws InterruptedException {
        var page = pages.ways(Offer.of(filed, tills.offersPage(filed.attempt())), filed.dueCents());
        while (true) {
            switch (counter.ask(page)) {
                case Answer.Chosen(var id) -> {
                    switch (Offer.named(id)) {
                        case CARD -> {
                            return begin(filed, PaymentWay.CARD);
                        }
                        case PAGE -> {
                            return begin(filed, PaymentWay.PAGE);
                        }
                        case LATER -> {
                            var agreed = later(filed);
                            if (agreed.isPresent()) {
                                return agreed.get();
                            }
                        }
                    }
                }
                case Answer.Leave _ -> {
                    return leave(filed, "left before paying");
                }
                case Answer other -> throw Counter.unexpected(page, other);
            }
        }
    }

    /** Empty when the citizen would rather pay another way. */
    private Optional<Turn> later(Visit.Filed filed) throws InterruptedException {
        var terms = filed.filled().service().payLater().orElseThrow();
        var settlement = new Visit.Settlement.Invoiced(order(filed), dueOn(terms, filed));
        var page = pages.feeNotice(terms, settlement);
        return switch (counter.ask(page)) {
            case Answer.Chosen(var id) when id.equals("agree") ->
                    Optional.of(settled(filed, settlement));
            case Answer.Chosen _ -> Optional.empty();
            case Answer.Leave _ -> Optional.of(leave(filed, "left before paying"));
            case Answer other -> throw Counter.unexpected(page, other);
        };
    }

    private LocalDate dueOn(PayLater terms, Visit.Filed filed) {
        return terms.dueOn(filed.submittedAt().atZone(zone).toLocalDate());
    }

    private Turn settled(Visit.Filed filed, Visit.Settlement settlement) {
        journal.released(filed.id(), filed.filing(), settlement.record());
        return new Turn.Onward(new Visit.Paid(filed, settlement));
    }

    /** Its reference is unique for ever: the filing's id and the number of the attempt. */
    private static PaymentOrder order(Visit.Filed filed) {
        return new PaymentOrder(
                "BK-%s-%d".formatted(ShortCode.whole(filed.filing()), filed.attempt()),
                filed.dueCents());
    }
}
