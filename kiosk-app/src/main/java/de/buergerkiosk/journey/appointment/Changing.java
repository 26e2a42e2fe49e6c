package de.buergerkiosk.journey.appointment;

import de.buergerkiosk.contract.appointment.KeptAppointment;
import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.journey.Errand;
import de.buergerkiosk.journey.Journal;
import de.buergerkiosk.journey.Turn;
import de.buergerkiosk.journey.appointment.AppointmentLine.Reply;
import de.buergerkiosk.page.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** An appointment that somebody has: looked at, checked in, moved, cancelled. */
final class Changing {
    /** As the centre has it: earlier or later the offer would only be refused. */
    private static final Duration EARLY = Duration.ofMinutes(60);

    private static final Duration LATE = Duration.ofMinutes(30);

    private final Counter counter;
    private final Here here;
    private final AppointmentLine line;
    private final Journal journal;
    private final Numbers numbers;
    private final Arriving arriving;
    private final Times times;
    private final ErrandPages pages;

    Changing(
            Counter counter,
            Here here,
            AppointmentLine line,
            Journal journal,
            Numbers numbers,
            Arriving arriving,
            Times times) {
        this.counter = counter;
        this.here = here;
        this.line = line;
        this.journal = journal;
        this.numbers = numbers;
        this.arriving = arriving;
        this.times = times;
        this.pages = new ErrandPages(counter.words(), here);
    }

    Turn offer(Errand.Found visit) throws InterruptedException {
        var kept = visit.appointment();
        var now = here.clock().instant();
        var booked = kept.state() == KeptAppointment.State.BOOKED;
        var arrive =
                booked
                        && kept.venue().equals(here.venue())
                        && !now.isBefore(kept.start().minus(EARLY))
                        && !now.isAfter(kept.start().plus(LATE));
        var page = pages.found(kept, arrive, booked && now.isBefore(kept.start()));
        while (true) {
            var turn =
                    switch (counter.ask(page)) {
                        case Answer.Chosen(var id) -> chosen(id, visit);
                        case Answer.Back _ -> Optional.<Turn>of(new Turn.Back());
                        case Answer.Leave(var why) -> Optional.of(Counter.leave(why));
                        case Answer other -> throw Counter.unexpected(page, other);
                    };
            if (turn.isPresent()) {
                return turn.get();
            }
        }
    }

    private Optional<Turn> chosen(String button, Errand.Found visit) throws InterruptedException {
        var kept = visit.appointment();
        return switch (button) {
            case "check-in" -> Optional.of(arriving.known(visit.id(), kept));
            case "move" -> Optional.of(new Turn.Onward(new Errand.Moving(visit.id(), kept)));
            case "cancel" -> cancel(visit);
            default -> Optional.of(new Turn.Back());
        };
    }

    /** Empty where it is kept after all. */
    private Optional<Turn> cancel(Errand.Found visit) throws InterruptedException {
        var page = pages.reallyCancel(visit.appointment());
        return switch (counter.ask(page)) {
            case Answer.Chosen(var id) when id.equals("cancel") -> Optional.of(cancelled(visit));
            case Answer.Chosen _, Answer.Back _ -> Optional.empty();
            case Answer.Leave(var why) -> Optional.of(Counter.leave(why));
            case Answer other -> throw Counter.unexpected(page, other);
        };
    }

    private Turn cancelled(Errand.Found visit) throws InterruptedException {
        counter.screen().show(pages.asking(), _ -> {});
        return switch (line.cancel(visit.appointment().code())) {
            case Reply.Got<KeptAppointment>(var gone) -> {
                journal.reached(visit.id(), Journal.Stage.ARRANGED, "cancelled " + gone.service());
                yield new Turn.Onward(
                        new Errand.Given(
                                visit.id(),
                                new Slip.Cancelled(gone.venue(), gone.service(), gone.start())));
            }
            case Reply.Refused<KeptAppointment> no -> Queueing.backFrom(counter, pages.refused(no));
            case Reply.Away<KeptAppointment> _ ->
                    Queueing.backFrom(counter, pages.away("appointment.away.change"));
        };
    }

    Turn move(Errand.Moving visit) throws InterruptedException {
        var kept = visit.appointment();
        var taken = false;
        while (true) {
            switch (times.ask(kept.venue(), kept.service(), taken)) {
                case Times.Picked.At(var start) -> {
                    var turn = moved(visit, start);
                    if (turn instanceof Outcome.Done(var next)) {
                        return next;
                    }
                    taken = turn instanceof Outcome.Again(var gone) && gone;
                }
                case Times.Picked.Elsewhere(var turn) -> {
                    return turn;
                }
                case Times.Picked.Away() -> {
                    return Queueing.backFrom(counter, pages.away("appointment.away.change"));
                }
            }
        }
    }

    /** Whether the way ends there, or another time is asked for. */
    private sealed interface Outcome {
        record Done(Turn turn) implements Outcome {}

        record Again(boolean taken) implements Outcome {}
    }

    private Outcome moved(Errand.Moving visit, Instant start) throws InterruptedException {
        var kept = visit.appointment();
        var page = pages.reallyMove(kept, start);
        switch (counter.ask(page)) {
            case Answer.Chosen _ -> {}
            case Answer.Back _ -> {
                return new Outcome.Again(false);
            }
            case Answer.Leave(var why) -> {
                return new Outcome.Done(Counter.leave(why));
            }
            case Answer other -> throw Counter.unexpected(page, other);
        }
        counter.screen().show(pages.asking(), _ -> {});
        var slip = new Slip.Booked(kept.venue(), kept.service(), kept.code(), start, true);
        numbers.arranging(visit.id(), slip);
        return switch (line.move(kept.code(), start)) {
            case Reply.Got<KeptAppointment> _ -> {
                journal.reached(visit.id(), Journal.Stage.ARRANGED, "moved " + kept.service());
                yield new Outcome.Done(new Turn.Onward(new Errand.Given(visit.id(), slip)));
            }
            case Reply.Refused<KeptAppointment> no -> {
                numbers.handed(visit.id(), "refused");
                yield no.why() == AppointmentLine.Refusal.TAKEN
                        ? new Outcome.Again(true)
                        : new Outcome.Done(Queueing.backFrom(counter, pages.refused(no)));
            }
            case Reply.Away<KeptAppointment> _ -> {
                numbers.handed(visit.id(), "unclear");
                journal.incident("APT-UNCLEAR", "moving " + kept.id());
                yield new Outcome.Done(
                        Queueing.backFrom(counter, pages.away("appointment.away.unclear")));
            }
        };
    }
}
