package de.buergerkiosk.journey.appointment;

import de.buergerkiosk.contract.appointment.AppointmentCode;
import de.buergerkiosk.contract.appointment.CheckInReport;
import de.buergerkiosk.contract.appointment.KeptAppointment;
import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.journey.Errand;
import de.buergerkiosk.journey.Turn;
import de.buergerkiosk.journey.VisitId;
import de.buergerkiosk.journey.appointment.AppointmentLine.Reply;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody with an appointment is there. Number and report are durable before the centre hears of
 * them; without a line the number holds, and the centre is told later.
 */
final class Arriving {
    private final Counter counter;
    private final Here here;
    private final AppointmentLine line;
    private final Numbers numbers;
    private final Stock stock;
    private final ErrandPages pages;

    Arriving(Counter counter, Here here, AppointmentLine line, Numbers numbers, Stock stock) {
        this.counter = counter;
        this.here = here;
        this.line = line;
        this.numbers = numbers;
        this.stock = stock;
        this.pages = new ErrandPages(counter.words(), here);
    }

    /** Asks the centre which appointment it is, and checks in. */
    Turn byCode(Errand.Coded visit) throws InterruptedException {
        counter.screen().show(pages.asking(), _ -> {});
        return switch (line.show(visit.code())) {
            case Reply.Got<KeptAppointment>(var kept) -> known(visit.id(), kept);
            case Reply.Refused<KeptAppointment> no -> Queueing.backFrom(counter, pages.refused(no));
            case Reply.Away<KeptAppointment> _ -> unheard(visit.id(), visit.code());
        };
    }

    /** The appointment is known; the centre judges whether it can be checked in now. */
    Turn known(VisitId visit, KeptAppointment kept) throws InterruptedException {
        var unfit = unfit(kept);
        if (unfit.isPresent()) {
            return Queueing.backFrom(counter, pages.refused(unfit.get()));
        }
        var drawn = draw(visit, kept.code(), here.day(kept.start()), Optional.of(kept.start()));
        if (drawn.isEmpty()) {
            return Queueing.backFrom(counter, pages.noNumbers());
        }
        var slip = drawn.get().slip();
        var report = CheckInReport.of(kept.code(), here.venue(), slip.number(), slip.at());
        return switch (line.checkIn(drawn.get().report(), report)) {
            case Reply.Got<KeptAppointment> _ -> {
                numbers.told(visit);
                yield new Turn.Onward(new Errand.Given(visit, slip.nowTold()));
            }
            case Reply.Refused<KeptAppointment> no -> {
                numbers.giveBack(visit);
                yield Queueing.backFrom(counter, pages.refused(no));
            }
            case Reply.Away<KeptAppointment> _ -> new Turn.Onward(new Errand.Given(visit, slip));
        };
    }

    /** What needs no number to be known: no citizen sees one that would be taken back. */
    private Optional<Reply.Refused<KeptAppointment>> unfit(KeptAppointment kept) {
        if (kept.state() != KeptAppointment.State.BOOKED) {
            return Optional.of(no(AppointmentLine.Refusal.NOT_POSSIBLE, kept));
        }
        return kept.venue().equals(here.venue())
                ? Optional.empty()
                : Optional.of(no(AppointmentLine.Refusal.ELSEWHERE, kept));
    }

    private static Reply.Refused<KeptAppointment> no(
            AppointmentLine.Refusal why, KeptAppointment kept) {
        return new Reply.Refused<>(
                why,
                Optional.of(
                        new AppointmentLine.Standing(
                                kept.state().word(), kept.venue(), kept.start())),
                Optional.empty());
    }

    /** The centre cannot be asked, and the code has passed its own check. */
    private Turn unheard(VisitId visit, AppointmentCode code) throws InterruptedException {
        var drawn = draw(visit, code, here.today(), Optional.empty());
        return drawn.isPresent()
                ? new Turn.Onward(new Errand.Given(visit, drawn.get().slip()))
                : Queueing.backFrom(counter, pages.noNumbers());
    }

    private Optional<Numbers.Arrived> draw(
            VisitId visit, AppointmentCode code, LocalDate day, Optional<Instant> start)
            throws InterruptedException {
        if (stock.left(day) == 0) {
            stock.fetch(day);
        }
        return numbers.arrive(visit, here.venue(), day, code, start, here.clock().instant());
    }
}
