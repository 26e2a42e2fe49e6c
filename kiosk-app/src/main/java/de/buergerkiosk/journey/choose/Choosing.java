package de.buergerkiosk.journey.choose;

import de.buergerkiosk.forms.Localized;
import de.buergerkiosk.journey.Catalogue;
import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.journey.Turn;
import de.buergerkiosk.journey.Visit;
import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Ways;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

/** Two touches from the attract page to any service. */
public final class Choosing {
    private final Counter counter;
    private final Catalogue catalogue;
    private final Supplier<LocalDate> today;
    private final Reception reception;

    /** Open day and night. */
    public Choosing(Counter counter, Catalogue catalogue, Supplier<LocalDate> today) {
        this(counter, catalogue, today, Reception.alwaysOpen(counter));
    }

    public Choosing(
            Counter counter,
            Catalogue catalogue,
            Supplier<LocalDate> today,
            Reception reception) {
        this.counter = counter;
        this.catalogue = catalogue;
        this.today = today;
        this.reception = reception;
    }

    /** Shows what the machine is, until somebody touches it. */
    public Reception.Arrival welcome() throws InterruptedException {
        return reception.receive(this::welcomePage);
    }

    public Turn choose(Visit.Arrived visit) throws InterruptedException {
        var offers = catalogue.on(today.get());
        var page = choicePage();
        return switch (counter.ask(page)) {
            case Answer.Chosen(var id) ->
                    offers.stream()
                            .filter(service -> service.id().equals(id))
                            .findFirst()
                            .<Turn>map(service ->
                                    new Turn.Onward(new Visit.Chosen(visit.id(), service)))
                            .orElseThrow(() -> new IllegalStateException("no such tile"));
            case Answer.Back _ -> new Turn.Back();
            case Answer.Leave(var why) -> Counter.leave(why);
            case Answer other -> throw Counter.unexpected(page, other);
        };
    }

    Page.Welcome welcomePage() {
        var words = counter.words();
        List<Localized> offers =
                catalogue.on(today.get()).stream().map(service -> service.title()).toList();
        return new Page.Welcome(
                words.say("welcome.title"),
                words.say("welcome.what"),
                offers,
                words.say("welcome.touch"),
                words.languages(),
                words.banner(),
                reception.staff());
    }

    Page.Choices choicePage() {
        var words = counter.words();
        return new Page.Choices(
                "choose",
                words.say("choose.title"),
                words.say("choose.lead"),
                catalogue.on(today.get()).stream()
                        .map(service ->
                                new Page.Tile(
                                        service.id(),
                                        service.icon(),
                                        service.title(),
                                        service.summary()))
                        .toList(),
                Ways.OPEN,
                words.banner());
    }
}
