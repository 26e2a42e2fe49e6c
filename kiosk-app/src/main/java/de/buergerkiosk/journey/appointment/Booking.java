package de.buergerkiosk.journey.appointment;

import de.buergerkiosk.contract.appointment.AppointmentWish;
import de.buergerkiosk.contract.appointment.KeptAppointment;
import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.journey.Errand;
import de.buergerkiosk.journey.Journal;
import de.buergerkiosk.journey.Turn;
import de.buergerkiosk.journey.appointment.AppointmentLine.Reply;
import de.buergerkiosk.page.Answer;
import de.buergerkiosk.ports.Personal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** From a wish to a booked appointment: the place is held while the citizen looks at it once more. */
final class Booking {
    /** As the centre takes it: one address in the plain form that people have. */
    static final Pattern MAIL =
            Pattern.compile(
                    "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,8}");

    /** A confirmation whose answer was lost may be asked for once more: it is the same one. */
    private static final int CONFIRMATIONS_MAX = 2;

    private final Counter counter;
    private final Here here;
    private final AppointmentLine line;
    private final Journal journal;
    private final Numbers numbers;
    private final Times times;
    private final Supplier<UUID> names;
    private final ErrandPages errands;
    private final BookingPages pages;

    Booking(
            Counter counter,
            Here here,
            AppointmentLine line,
            Journal journal,
            Numbers numbers,
            Times times,
            Supplier<UUID> names) {
        this.counter = counter;
        this.here = here;
        this.line = line;
        this.journal = journal;
        this.numbers = numbers;
        this.times = times;
        this.names = names;
        this.errands = new ErrandPages(counter.words(), here);
        this.pages = new BookingPages(counter.words(), here);
    }

    Turn service(Errand.Booking visit) throws InterruptedException {
        var venue = here.offer();
        if (venue.isEmpty()) {
            return Queueing.backFrom(counter, errands.away("appointment.away.book"));
        }
        var page = pages.services(venue.get());
        return switch (counter.ask(page)) {
            case Answer.Chosen(var id) ->
                    venue.get()
                            .service(id)
                            .<Turn>map(
                                    item -> new Turn.Onward(new Errand.Picking(visit.id(), item)))
                            .orElseThrow(() -> new IllegalStateException("no such tile"));
            case Answer.Back _ -> new Turn.Back();
            case Answer.Leave(var why) -> Counter.leave(why);
            case Answer other -> throw Counter.unexpected(page, other);
        };
    }

    Turn pick(Errand.Picking visit) throws InterruptedException {
        var taken = false;
        while (true) {
            switch (times.ask(here.venue(), visit.service().id(), taken)) {
                case Times.Picked.Elsewhere(var turn) -> {
                    return turn;
                }
                case Times.Picked.Away() -> {
                    return wish(visit);
                }
                case Times.Picked.At(var start) -> {
                    var turn = hold(visit, start);
                    if (turn.isPresent()) {
                        return turn.get();
                    }
                    taken = true;
                }
            }
        }
    }

    /** Empty when somebody was quicker. */
    private Optional<Turn> hold(Errand.Picking visit, Instant start) throws InterruptedException {
        counter.screen().show(errands.asking(), _ -> {});
        var wish =
                new AppointmentWish(
                        here.venue(), visit.service().id(), start, counter.screen().language());
        return switch (line.hold(names.get(), wish)) {
            case Reply.Got<KeptAppointment>(var held) ->
                    Optional.of(
                            new Turn.Onward(new Errand.Held(visit.id(), visit.service(), held)));
            case Reply.Refused<KeptAppointment> no when no.why() == AppointmentLine.Refusal.TAKEN ->
                    Optional.empty();
            case Reply.Refused<KeptAppointment> no ->
                    Optional.of(Queueing.backFrom(counter, errands.refused(no)));
            case Reply.Away<KeptAppointment> _ -> Optional.of(wish(visit));
        };
    }

    /** The office takes wishes, if the venue has one; else there is nothing to be done now. */
    private Turn wish(Errand.Picking visit) throws InterruptedException {
        return here.offer().flatMap(venue -> venue.office()).isPresent()
                ? new Turn.Onward(new Errand.Wishing(visit.id(), visit.service()))
                : Queueing.backFrom(counter, errands.away("appointment.away.book"));
    }

    Turn confirm(Errand.Held visit) throws InterruptedException {
        var held = visit.appointment();
        var mail = "";
        var wrong = false;
        while (true) {
            var page = pages.confirm(held, mail, wrong);
            switch (counter.ask(page)) {
                case Answer.Filled(var values) -> {
                    mail = values.reveal().getOrDefault(BookingPages.MAIL, "").strip();
                    wrong = !mail.isEmpty() && !MAIL.matcher(mail).matches();
                    if (!wrong) {
                        return booked(visit, Optional.of(mail).filter(m -> !m.isEmpty()));
                    }
                }
                case Answer.Back _ -> {
                    var _ = line.cancel(held.code());
                    return new Turn.Back();
                }
                case Answer.Leave(var why) -> {
                    var _ = line.cancel(held.code());
                    return Counter.leave(why);
                }
                case Answer other -> throw Counter.unexpected(page, other);
            }
        }
    }

    private Turn booked(Errand.Held visit, Optional<String> mail) throws InterruptedException {
        var held = visit.appointment();
        var slip = new Slip.Booked(held.venue(), held.service(), held.code(), held.start(), false);
        counter.screen().show(errands.asking(), _ -> {});
        numbers.arranging(visit.id(), slip);
        var reply = line.confirm(held.code(), mail.map(Personal::of));
        for (int i = 1; i < CONFIRMATIONS_MAX && reply instanceof Reply.Away<?>; i++) {
            reply = line.confirm(held.code(), mail.map(Personal::of));
        }
        return switch (reply) {
            case Reply.Got<KeptAppointment> _ -> {
                journal.reached(visit.id(), Journal.Stage.ARRANGED, "booked " + held.service());
                yield new Turn.Onward(new Errand.Given(visit.id(), slip));
            }
            case Reply.Refused<KeptAppointment> no -> {
                numbers.handed(visit.id(), "refused");
                yield Queueing.backFrom(counter, errands.refused(no));
            }
            case Reply.Away<KeptAppointment> _ -> {
                numbers.handed(visit.id(), "unclear");
                journal.incident("APT-UNCLEAR", "confirming " + held.id());
                yield Queueing.backFrom(counter, errands.away("appointment.away.unclear"));
            }
        };
    }
}
