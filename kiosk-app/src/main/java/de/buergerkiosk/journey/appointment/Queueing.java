package de.buergerkiosk.journey.appointment;

import de.buergerkiosk.contract.appointment.VenueOffer;
import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.journey.Errand;
import de.buergerkiosk.journey.Turn;
import de.buergerkiosk.page.Answer;

/** A waiting number: drawn from the kiosk's own, so nobody waits for the line. */
final class Queueing {
    private final Counter counter;
    private final Here here;
    private final Numbers numbers;
    private final Stock stock;
    private final ErrandPages pages;

    Queueing(Counter counter, Here here, Numbers numbers, Stock stock) {
        this.counter = counter;
        this.here = here;
        this.numbers = numbers;
        this.stock = stock;
        this.pages = new ErrandPages(counter.words(), here);
    }

    Turn queue(Errand.Queueing visit) throws InterruptedException {
        var day = here.today();
        if (stock.left(day) == 0) {
            counter.screen().show(pages.asking(), _ -> {});
            stock.fetch(day);
        }
        var drawn =
                numbers.ticket(
                        visit.id(),
                        here.venue(),
                        visit.service().id(),
                        day,
                        here.clock().instant());
        if (drawn.isPresent()) {
            return new Turn.Onward(new Errand.Given(visit.id(), drawn.get()));
        }
        return backFrom(counter, pages.noNumbers());
    }

    /** A page with nothing but bad news, and the way back. */
    static Turn backFrom(Counter counter, de.buergerkiosk.page.Page.Notice page)
            throws InterruptedException {
        return switch (counter.ask(page)) {
            case Answer.Chosen _, Answer.Back _ -> new Turn.Back();
            case Answer.Leave(var why) -> Counter.leave(why);
            case Answer other -> throw Counter.unexpected(page, other);
        };
    }

    /** The tile of a service. */
    static String tile(VenueOffer.Item service) {
        return "ticket-" + service.id();
    }
}
