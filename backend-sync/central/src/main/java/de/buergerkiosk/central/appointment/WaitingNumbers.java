package de.buergerkiosk.central.appointment;

import de.buergerkiosk.central.appointment.Appointment.State;
import de.buergerkiosk.contract.appointment.CheckInReport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Lends numbers to kiosks and takes in the tickets and check-ins that they make of them. */
public final class WaitingNumbers {
    /** Numbers in a block. */
    public static final int BLOCK = 20;

    private static final int NUMBER_MAX = 9_999;

    /** How long a check-in may have waited at the kiosk while the line was down. */
    public static final Duration WAITED_MAX = Duration.ofHours(24);

    private final Appointments appointments;
    private final NumberBook book;
    private final InstantSource clock;

    public WaitingNumbers(Appointments appointments, NumberBook book, InstantSource clock) {
        this.appointments = appointments;
        this.book = book;
        this.clock = clock;
    }

    /** What comes of asking for numbers. */
    public sealed interface Lending {
        /** These, and nobody else gets them. */
        record Lent(NumberBlock block) implements Lending {}

        /** Another block was asked for under this number before. */
        record Conflicting() implements Lending {}

        /** No such venue, or no such day. */
        record Refused(String field, String problem) implements Lending {}
    }

    public Lending lend(UUID request, String kiosk, String venue, LocalDate day) {
        if (appointments.agenda().venue(venue).isEmpty()) {
            return new Lending.Refused("venue", "is not a venue of this city");
        }
        var today = appointments.agenda().day(clock.instant());
        if (day.isBefore(today) || day.isAfter(today.plusDays(1))) {
            return new Lending.Refused("day", "must be today or tomorrow");
        }
        var block = book.lend(request, kiosk, venue, day, BLOCK, clock.instant());
        if (!block.kiosk().equals(kiosk)
                || !block.venue().equals(venue)
                || !block.day().equals(day)) {
            return new Lending.Conflicting();
        }
        return block.last() > NUMBER_MAX
                ? new Lending.Refused("day", "has no numbers left")
                : new Lending.Lent(block);
    }

    /** Takes in a ticket without an appointment. */
    public TicketOutcome report(Ticket ticket) {
        var venue = appointments.agenda().venue(ticket.venue());
        if (venue.isEmpty()) {
            return new TicketOutcome.Refused("venue", "is not a venue of this city");
        }
        if (venue.get().offer(ticket.service()).isEmpty()) {
            return new TicketOutcome.Refused("service", "is not offered at this venue");
        }
        return book.keep(ticket, clock.instant());
    }

    /**
     * A citizen with an appointment.
     *
     * @param id chosen by the kiosk; the same for each repetition
     */
    public record CheckIn(UUID id, String kiosk, CheckInReport report) {
        int number() {
            return report.number();
        }

        String venue() {
            return report.venue();
        }

        /** By the kiosk's clock; the centre's own counts where that cannot be true. */
        Instant at() {
            return report.at();
        }
    }

    public CodeOutcome checkIn(CheckIn arrival) {
        var code = arrival.report().code();
        return code.isPresent()
                ? appointments.with(arrival.kiosk(), code.get(), found -> checkedIn(arrival, found))
                : appointments.withDigest(
                        arrival.kiosk(),
                        arrival.report().codeDigest().orElseThrow(),
                        moment(arrival),
                        found -> checkedIn(arrival, found));
    }

    /** When it was, as far as the kiosk's clock can be believed. */
    private Instant moment(CheckIn arrival) {
        var now = clock.instant();
        var credible = !arrival.at().isAfter(now) && arrival.at().isAfter(now.minus(WAITED_MAX));
        return credible ? arrival.at() : now;
    }

    private CodeOutcome checkedIn(CheckIn arrival, Appointment found) {
        return switch (found.state()) {
            case HELD, CANCELLED, EXPIRED, MISSED, FINISHED -> new CodeOutcome.NotNow(found);
            case ARRIVED -> kept(arrival, found);
            case BOOKED -> unfit(arrival, found).orElseGet(() -> kept(arrival, found));
        };
    }

    private Optional<CodeOutcome> unfit(CheckIn arrival, Appointment found) {
        if (!found.venue().equals(arrival.venue())) {
            return Optional.of(new CodeOutcome.Elsewhere(found));
        }
        var moment = moment(arrival);
        if (moment.isBefore(found.start().minus(Appointments.EARLY))) {
            return Optional.of(new CodeOutcome.TooEarly(found));
        }
        return moment.isAfter(found.start().plus(Appointments.LATE))
                ? Optional.of(new CodeOutcome.Past(found))
                : Optional.empty();
    }

    private CodeOutcome kept(CheckIn arrival, Appointment found) {
        var ticket =
                new Ticket(
                        arrival.id(),
                        arrival.kiosk(),
                        found.venue(),
                        appointments.agenda().day(found.start()),
                        arrival.number(),
                        found.service(),
                        Optional.of(found.id()),
                        arrival.at());
        return switch (book.keep(ticket, clock.instant())) {
            case TicketOutcome.Kept() -> new CodeOutcome.Done(found.in(State.ARRIVED));
            case TicketOutcome.Repeated() -> new CodeOutcome.Done(found.in(State.ARRIVED));
            case TicketOutcome.Conflicting() ->
                    found.state() == State.ARRIVED
                            ? new CodeOutcome.NotNow(found)
                            : new CodeOutcome.Refused(
                                    "number", "is on another ticket; take the next one");
            case TicketOutcome.NotLent() ->
                    new CodeOutcome.Refused("number", "was not lent to this kiosk for that day");
            case TicketOutcome.Refused(String field, String problem) ->
                    new CodeOutcome.Refused(field, problem);
        };
    }
}
