package de.buergerkiosk.journey.appointment;

import de.buergerkiosk.contract.appointment.VenueOffer;
import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.journey.Errand;
import de.buergerkiosk.journey.Turn;
import de.buergerkiosk.journey.VisitId;
import de.buergerkiosk.page.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Appointments and waiting numbers in one switch, beside the story of a filing. A kiosk whose settings
 * name no venue has no such desk.
 */
public final class AppointmentDesk {
    /** So many tiles for numbers; a venue with more services has its numbers at its own machine. */
    private static final int QUEUES_MAX = 6;

    private final Counter counter;
    private final Here here;
    private final Scans scans;
    private final Queueing queueing;
    private final Recognising recognising;
    private final Arriving arriving;
    private final Changing changing;
    private final Booking booking;
    private final Wishing wishing;
    private final HandingOut handingOut;

    private AppointmentDesk(Parts parts) {
        this.counter = parts.counter();
        this.here = parts.here();
        this.scans = parts.scans();
        var times = new Times(counter, here, parts.line());
        this.queueing = new Queueing(counter, here, parts.numbers(), parts.stock());
        this.recognising = new Recognising(counter, here, parts.line(), scans);
        this.arriving = new Arriving(counter, here, parts.line(), parts.numbers(), parts.stock());
        this.changing =
                new Changing(
                        counter,
                        here,
                        parts.line(),
                        parts.journal(),
                        parts.numbers(),
                        arriving,
                        times);
        this.booking =
                new Booking(
                        counter,
                        here,
                        parts.line(),
                        parts.journal(),
                        parts.numbers(),
                        times,
                        parts.names());
        this.wishing =
                new Wishing(
                        counter, here, parts.journal(), parts.keys(), here.clock(), parts.chance());
        this.handingOut = parts.handingOut();
    }

    public static AppointmentDesk of(Parts parts) {
        return new AppointmentDesk(parts);
    }

    /** Which step takes an errand from each stage to the next. */
    public Turn step(Errand errand) throws InterruptedException {
        return switch (errand) {
            case Errand.Queueing wanted -> queueing.queue(wanted);
            case Errand.Scanned scanned -> recognising.scanned(scanned);
            case Errand.Asking asking -> recognising.ask(asking);
            case Errand.Coded coded ->
                    switch (coded.want()) {
                        case CHECK_IN -> arriving.byCode(coded);
                        case CHANGE -> recognising.look(coded);
                    };
            case Errand.Found found -> changing.offer(found);
            case Errand.Moving moving -> changing.move(moving);
            case Errand.Booking wanted -> booking.service(wanted);
            case Errand.Picking picking -> booking.pick(picking);
            case Errand.Held held -> booking.confirm(held);
            case Errand.Wishing wanted -> wishing.wish(wanted);
            case Errand.Given given -> handingOut.handOut(given);
            case Errand.HandedOut out -> handingOut.farewell(out);
        };
    }

    public Scans scans() {
        return scans;
    }

    /** What stands beside the services; nothing as long as the centre has not told of the venue. */
    public List<Page.Tile> tiles() {
        return here.offer().map(this::tiles).orElseGet(List::of);
    }

    private List<Page.Tile> tiles(VenueOffer venue) {
        var words = counter.words();
        var tiles = new ArrayList<Page.Tile>();
        var several = venue.services().size() > 1;
        venue.services().stream()
                .limit(QUEUES_MAX)
                .map(item ->
                        new Page.Tile(
                                Queueing.tile(item),
                                "receipt",
                                words.say("errand.ticket"),
                                several
                                        ? Here.localized(item.name())
                                        : words.say("errand.ticket.summary")))
                .forEach(tiles::add);
        tiles.add(tile("check-in", "check-circle", "errand.checkIn", "errand.checkIn.summary"));
        tiles.add(tile("book", "calendar", "errand.book", "errand.book.summary"));
        tiles.add(tile("change", "pencil-simple", "errand.change", "errand.change.summary"));
        return tiles;
    }

    private Page.Tile tile(String id, String icon, String title, String summary) {
        var words = counter.words();
        return new Page.Tile(id, icon, words.say(title), words.say(summary));
    }

    /** What a tile begins; empty where it is none of ours. */
    public Optional<Errand> begin(VisitId visit, String tile) {
        var services = here.offer().map(VenueOffer::services).orElseGet(List::of);
        return switch (tile) {
            case "check-in" -> Optional.of(new Errand.Asking(visit, Errand.Want.CHECK_IN));
            case "change" -> Optional.of(new Errand.Asking(visit, Errand.Want.CHANGE));
            // a page with one tile asks nothing
            case "book" ->
                    Optional.of(
                            services.size() == 1
                                    ? new Errand.Picking(visit, services.getFirst())
                                    : new Errand.Booking(visit));
            default ->
                    services.stream()
                            .filter(item -> Queueing.tile(item).equals(tile))
                            .findFirst()
                            .map(item -> new Errand.Queueing(visit, item));
        };
    }
}
