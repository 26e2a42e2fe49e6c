package de.buergerkiosk.journey.pay;

import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.journey.Journal;
import de.buergerkiosk.journey.Turn;
import de.buergerkiosk.journey.Visit;
import de.buergerkiosk.page.Answer;

/** One attempt at a till, and what follows from each outcome. */
public final class Paying {
    private final Counter counter;
    private final Tills tills;
    private final Journal journal;
    private final PaymentDesk desk;
    private final PayPages pages;

    public Paying(Counter counter, Tills tills, Journal journal, PaymentDesk desk) {
        this.counter = counter;
        this.tills = tills;
        this.journal = journal;
        this.desk = desk;
        this.pages = new PayPages(counter.words());
    }

    public Turn pay(Visit.Paying visit) throws InterruptedException {
        return switch (tills.of(visit.way()).take(visit)) {
            case Takings.Settled(var settlement) -> settled(visit, settlement);
            case Takings.Unclear(var fault, var issue) -> {
                journal.incident(fault.code(), visit.order().reference() + ": " + fault.detail());
                yield settled(visit, new Visit.Settlement.Unclear(visit.order(), issue));
            }
            case Takings.NotPaid nothing -> notPaid(visit, nothing);
        };
    }

    private Turn settled(Visit.Paying visit, Visit.Settlement settlement) {
        journal.released(visit.id(), visit.filed().filing(), settlement.record());
        return new Turn.Onward(new Visit.Paid(visit.filed(), settlement));
    }

    private Turn notPaid(Visit.Paying visit, Takings.NotPaid nothing) throws InterruptedException {
        var next = visit.filed().nextAttempt();
        var page = pages.notPaid(nothing, desk.hasOtherWays(next));
        return switch (counter.ask(page)) {
            case Answer.Chosen(var id) when id.equals("again") -> desk.begin(next, visit.way());
            case Answer.Chosen(var id) when id.equals("other") -> new Turn.Onward(next);
            case Answer.Chosen _, Answer.Leave _ ->
                    desk.leave(visit.filed(), visit.order().reference());
            case Answer other -> throw Counter.unexpected(page, other);
        };
    }
}
