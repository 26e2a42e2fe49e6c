package de.buergerkiosk.journey.appointment;

import de.buergerkiosk.contract.filing.FilingContent;
import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.contract.filing.PaymentRecord;
import de.buergerkiosk.contract.filing.Row;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.seal.OfficeKeys;
import de.buergerkiosk.contract.seal.Seal;
import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.journey.Errand;
import de.buergerkiosk.journey.Journal;
import de.buergerkiosk.journey.Journal.HeldFiling;
import de.buergerkiosk.journey.Turn;
import de.buergerkiosk.journey.form.ShortCode;
import de.buergerkiosk.page.Answer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.random.RandomGenerator;

/**
 * A wish for an appointment while the centre cannot be asked. It goes the way of every filing: sealed
 * to the office, kept in the outbox, carried when the line is back. It never promises anything.
 */
final class Wishing {
    /** What the office sees it as; the centre's {@code offices.json} has its name. */
    private static final String SERVICE = "appointment-request";

    private static final String VERSION = "1.0.0";

    private final Counter counter;
    private final Here here;
    private final Journal journal;
    private final OfficeKeys keys;
    private final InstantSource clock;
    private final RandomGenerator chance;
    private final ErrandPages errands;
    private final BookingPages pages;

    Wishing(
            Counter counter,
            Here here,
            Journal journal,
            OfficeKeys keys,
            InstantSource clock,
            RandomGenerator chance) {
        this.counter = counter;
        this.here = here;
        this.journal = journal;
        this.keys = keys;
        this.clock = clock;
        this.chance = chance;
        this.errands = new ErrandPages(counter.words(), here);
        this.pages = new BookingPages(counter.words(), here);
    }

    Turn wish(Errand.Wishing visit) throws InterruptedException {
        var office = here.offer().flatMap(venue -> venue.office()).orElse("");
        if (!keys.offices().contains(office)) {
            return Queueing.backFrom(counter, errands.away("appointment.away.book"));
        }
        var when = "soon";
        var mail = "";
        var wrong = false;
        while (true) {
            var page = pages.wish(Here.localized(visit.service().name()), when, mail, wrong);
            switch (counter.ask(page)) {
                case Answer.Filled(var values) -> {
                    when = values.reveal().getOrDefault(BookingPages.WISH, when);
                    mail = values.reveal().getOrDefault(BookingPages.MAIL, "").strip();
                    wrong = !mail.isEmpty() && !Booking.MAIL.matcher(mail).matches();
                    if (!wrong) {
                        return submitted(visit, office, when, mail);
                    }
                }
                case Answer.Back _ -> {
                    return new Turn.Back();
                }
                case Answer.Leave(var why) -> {
                    return Counter.leave(why);
                }
                case Answer other -> throw Counter.unexpected(page, other);
            }
        }
    }

    private Turn submitted(Errand.Wishing visit, String office, String when, String mail) {
        var id = FilingId.next(clock, chance);
        var now = clock.instant();
        journal.filed(
                visit.id(),
                new HeldFiling(
                        id,
                        SERVICE,
                        VERSION,
                        office,
                        now,
                        Seal.seal(content(visit, when, mail), id, keys.of(office)),
                        0));
        journal.released(visit.id(), id, new PaymentRecord.NothingDue());
        return new Turn.Onward(
                new Errand.Given(
                        visit.id(),
                        new Slip.Wished(
                                here.venue(), visit.service().id(), ShortCode.of(id), now)));
    }

    private FilingContent content(Errand.Wishing visit, String when, String mail) {
        var words = counter.words();
        var rows = new ArrayList<Row>();
        rows.add(new Row(words.say("appointment.what").in("de"), visit.service().name().german()));
        rows.add(
                new Row(
                        words.say("appointment.where").in("de"),
                        here.venueName(here.venue()).in("de")));
        rows.add(
                new Row(
                        words.say("appointment.wish.when").in("de"),
                        words.say(
                                        switch (when) {
                                            case "mornings" -> "appointment.wish.mornings";
                                            case "afternoons" -> "appointment.wish.afternoons";
                                            default -> "appointment.wish.soon";
                                        })
                                .in("de")));
        rows.add(
                new Row(
                        words.say("appointment.mail").in("de"),
                        mail.isEmpty() ? words.say("appointment.mail.none").in("de") : mail));
        var data = CanonicalJson.object();
        data.put("venue", here.venue()).put("service", visit.service().id()).put("when", when);
        if (!mail.isEmpty()) {
            data.put("mail", mail);
        }
        return new FilingContent(
                SERVICE,
                VERSION,
                counter.screen().language(),
                rows,
                data,
                java.util.Optional.empty());
    }
}
