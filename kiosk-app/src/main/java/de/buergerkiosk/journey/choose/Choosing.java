package de.buergerkiosk.journey.choose;

import de.buergerkiosk.forms.Localized;
import de.buergerkiosk.journey.Catalogue;
import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.journey.Errand;
import de.buergerkiosk.journey.Turn;
import de.buergerkiosk.journey.Visit;
import de.buergerkiosk.journey.appointment.AppointmentDesk;
import de.buergerkiosk.journey.appointment.Scans.Heard;
import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Ways;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Two touches from the attract page to any service. */
public final class Choosing {
    private final Counter counter;
    private final Catalogue catalogue;
    private final Supplier<LocalDate> today;
    private final Optional<AppointmentDesk> appointments;
    private final Reception reception;

    /**
     * @param appointments what is offered beside the services, and read from codes on any of these
     *     pages; empty for a kiosk without a venue
     * @param reception when there is something to choose, and who else may come
     */
    public Choosing(
            Counter counter,
            Catalogue catalogue,
            Supplier<LocalDate> today,
            Optional<AppointmentDesk> appointments,
            Reception reception) {
        this.counter = counter;
        this.catalogue = catalogue;
        this.today = today;
        this.appointments = appointments;
        this.reception = reception;
    }

    /** Shows what the machine is, until somebody touches it, or shows it a code. */
    public Reception.Arrival welcome() throws InterruptedException {
        return reception.receive(
                this::welcomePage,
                page ->
                        appointments.isPresent()
                                ? appointments.get().scans().once(page)
                                : new Heard.Touched(counter.ask(page)));
    }

    public Turn choose(Visit.Arrived visit) throws InterruptedException {
        var page = choicePage();
        return switch (ask(page)) {
            case Heard.Shown(var text) -> new Turn.Onward(new Errand.Scanned(visit.id(), text));
            case Heard.Touched(Answer.Chosen(var id)) -> new Turn.Onward(chosen(visit, id));
            case Heard.Touched(Answer.Back _) -> new Turn.Back();
            case Heard.Touched(Answer.Leave(var why)) -> Counter.leave(why);
            case Heard.Touched(var other) -> throw Counter.unexpected(page, other);
        };
    }

    private Visit chosen(Visit.Arrived visit, String tile) {
        return catalogue.on(today.get()).stream()
                .filter(service -> service.id().equals(tile))
                .findFirst()
                .<Visit>map(service -> new Visit.Chosen(visit.id(), service))
                .or(() -> appointments.flatMap(desk -> desk.begin(visit.id(), tile)))
                .orElseThrow(() -> new IllegalStateException("no such tile"));
    }

    private Heard ask(Page page) throws InterruptedException {
        return appointments.isPresent()
                ? appointments.get().scans().ask(page)
                : new Heard.Touched(counter.ask(page));
    }

    Page.Welcome welcomePage() {
        var words = counter.words();
        var offers = new ArrayList<Localized>();
        if (!errands().isEmpty()) {
            offers.add(words.say("welcome.errands"));
        }
        catalogue.on(today.get()).forEach(service -> offers.add(service.title()));
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
                Stream.concat(errands().stream(), services()).toList(),
                Ways.OPEN,
                words.banner());
    }

    private List<Page.Tile> errands() {
        return appointments.map(AppointmentDesk::tiles).orElseGet(List::of);
    }

    private Stream<Page.Tile> services() {
        return catalogue.on(today.get()).stream()
                .map(service ->
                        new Page.Tile(
                                service.id(), service.icon(), service.title(), service.summary()));
    }
}
