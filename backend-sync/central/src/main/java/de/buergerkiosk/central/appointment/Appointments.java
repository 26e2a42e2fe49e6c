package de.buergerkiosk.central.appointment;

import de.buergerkiosk.central.appointment.Appointment.State;
import de.buergerkiosk.central.appointment.AppointmentBook.Day;
import de.buergerkiosk.central.appointment.AppointmentBook.Draft;
import de.buergerkiosk.central.appointment.AppointmentBook.KeptAlready;
import de.buergerkiosk.central.appointment.Venue.Offer;
import de.buergerkiosk.central.throttle.Throttle;
import de.buergerkiosk.contract.appointment.AppointmentCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Finds, holds, confirms, moves and cancels appointments. */
public final class Appointments {
    /** How long a place waits for the citizen to finish. */
    public static final Duration HOLD = Duration.ofMinutes(10);

    /** How long before its start one can check in. */
    public static final Duration EARLY = Duration.ofMinutes(60);

    /** How long after its start one can still check in. */
    public static final Duration LATE = Duration.ofMinutes(30);

    private static final int DAYS_MAX = 31;
    private static final int FREE_MAX = 500;
    private static final int CODES_TRIED_MAX = 3;

    /** Unknown codes at one kiosk: beyond them somebody guesses. */
    private static final int MISSES_MAX = 10;

    private static final Duration MISSES_WITHIN = Duration.ofMinutes(10);

    private final Agenda agenda;
    private final AppointmentBook book;
    private final RandomGenerator chance;
    private final InstantSource clock;
    private final Throttle throttle;
    private final Set<Day> laid = ConcurrentHashMap.newKeySet();

    /**
     * Works on a book.
     *
     * @param chance unpredictable: codes are made of it
     */
    public Appointments(
            Agenda agenda, AppointmentBook book, RandomGenerator chance, InstantSource clock) {
        this.agenda = agenda;
        this.book = book;
        this.chance = chance;
        this.clock = clock;
        this.throttle = new Throttle(MISSES_MAX, MISSES_WITHIN, clock);
    }

    public Agenda agenda() {
        return agenda;
    }

    /** The time that appointments go by. */
    public Instant now() {
        return clock.instant();
    }

    /** What a search finds. */
    public sealed interface Search {
        /** Starts, ascending; at most 500. */
        record Found(List<Instant> starts) implements Search {}

        /** No such venue or service, or no such days. */
        record Refused(String field, String problem) implements Search {}
    }

    /** Free starts on so many days from this one on. */
    public Search free(String venueId, String service, LocalDate from, int days) {
        var venue = agenda.venue(venueId);
        var offer = venue.flatMap(v -> v.offer(service));
        if (venue.isEmpty()) {
            return new Search.Refused("venue", "is not a venue of this city");
        }
        if (offer.isEmpty()) {
            return new Search.Refused("service", "has no appointments at this venue");
        }
        if (days < 1 || days > DAYS_MAX) {
            return new Search.Refused("days", "must be 1 to " + DAYS_MAX);
        }
        var now = clock.instant();
        book.releaseExpired(now);
        var today = agenda.day(now);
        if (from.isAfter(today.plusDays(venue.get().daysAhead()))) {
            return new Search.Found(List.of());
        }
        var first = from.isBefore(today) ? today : from;
        var last = earlier(from.plusDays(days - 1L), today.plusDays(venue.get().daysAhead()));
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            lay(venue.get(), day);
        }
        var soonest = now.plus(Duration.ofMinutes(venue.get().leadMinutes()));
        var begin = first.atStartOfDay(agenda.zone()).toInstant();
        return new Search.Found(
                book.free(
                        venueId,
                        begin.isAfter(soonest) ? begin : soonest,
                        last.plusDays(1).atStartOfDay(agenda.zone()).toInstant(),
                        venue.get().slots(offer.get()),
                        FREE_MAX));
    }

    /** Keeps the place for some minutes, until it is confirmed. */
    public HoldOutcome hold(Wish wish) {
        return take(wish, State.HELD, Contact.none());
    }

    /** Books at once, without holding first. */
    public HoldOutcome book(Wish wish, Contact contact) {
        return take(wish, State.BOOKED, contact);
    }

    private HoldOutcome take(Wish wish, State state, Contact contact) {
        var venue = agenda.venue(wish.venue());
        var offer = venue.flatMap(v -> v.offer(wish.service()));
        if (venue.isEmpty()) {
            return new HoldOutcome.Refused("venue", "is not a venue of this city");
        }
        if (offer.isEmpty()) {
            return new HoldOutcome.Refused("service", "has no appointments at this venue");
        }
        var now = clock.instant();
        var unfit = unfit(venue.get(), wish.start(), now);
        if (unfit.isPresent()) {
            // a repetition is answered even when its time has come meanwhile
            return again(wish).orElseGet(() -> new HoldOutcome.Refused("start", unfit.get()));
        }
        if (!isOnGrid(venue.get(), wish.start())) {
            return again(wish).orElseGet(HoldOutcome.Taken::new);
        }
        lay(venue.get(), agenda.day(wish.start()));
        var granted = granted(wish, venue.get(), offer.get(), state, contact, now);
        if (granted instanceof HoldOutcome.Taken) {
            // its own place may be the one that is taken, or one that was held too long
            var known = again(wish);
            if (known.isPresent()) {
                return known.get();
            }
            return book.releaseExpired(now) == 0
                    ? granted
                    : granted(wish, venue.get(), offer.get(), state, contact, now);
        }
        return granted;
    }

    private HoldOutcome granted(
            Wish wish, Venue venue, Offer offer, State state, Contact contact, Instant now) {
        for (int i = 0; i < CODES_TRIED_MAX; i++) {
            var slots = venue.slots(offer);
            var appointment =
                    new Appointment(
                            wish.id(),
                            venue.id(),
                            offer.service(),
                            wish.start(),
                            wish.start()
                                    .plus(Duration.ofMinutes((long) slots * venue.slotMinutes())),
                            slots,
                            AppointmentCode.next(chance),
                            state,
                            state == State.HELD ? Optional.of(now.plus(HOLD)) : Optional.empty(),
                            0,
                            wish.language(),
                            contact);
            try {
                var draft =
                        new Draft(
                                appointment, wish.kiosk(), wish.digest(), venue.slotMinutes(), now);
                return book.take(draft)
                        ? new HoldOutcome.Granted(appointment)
                        : new HoldOutcome.Taken();
            } catch (KeptAlready e) {
                var known = again(wish);
                if (known.isPresent()) {
                    return known.get();
                }
            }
        }
        throw new IllegalStateException("chance gives codes that are all known");
    }

    private Optional<HoldOutcome> again(Wish wish) {
        return book.known(wish.id())
                .map(known ->
                        known.wish().equals(wish.digest())
                                ? new HoldOutcome.Repeated(known.appointment())
                                : new HoldOutcome.Conflicting());
    }

    /** Makes a held appointment a booked one. */
    public CodeOutcome confirm(String kiosk, String typed, Contact contact) {
        return with(
                kiosk,
                typed,
                found -> {
                    var kept =
                            switch (found.state()) {
                                case HELD -> book.confirm(found, contact, clock.instant());
                                case BOOKED, ARRIVED, CANCELLED, EXPIRED, MISSED, FINISHED -> found;
                            };
                    return kept.state() == State.BOOKED
                            ? new CodeOutcome.Done(kept)
                            : new CodeOutcome.NotNow(kept);
                });
    }

    /** What the citizen has. */
    public CodeOutcome show(String kiosk, String typed) {
        return with(kiosk, typed, CodeOutcome.Done::new);
    }

    /** Gives the place to others. */
    public CodeOutcome cancel(String kiosk, String typed) {
        return with(
                kiosk,
                typed,
                found ->
                        switch (found.state()) {
                            case CANCELLED -> new CodeOutcome.Done(found);
                            case HELD, BOOKED -> {
                                if (!found.start().isAfter(clock.instant())) {
                                    yield new CodeOutcome.Past(found);
                                }
                                var kept = book.cancel(found, clock.instant());
                                yield kept.state() == State.CANCELLED
                                        ? new CodeOutcome.Done(kept)
                                        : new CodeOutcome.NotNow(kept);
                            }
                            case ARRIVED, EXPIRED, MISSED, FINISHED ->
                                    new CodeOutcome.NotNow(found);
                        });
    }

    /** Another time at the same venue; the code stays. */
    public CodeOutcome move(String kiosk, String typed, Instant start) {
        return with(
                kiosk,
                typed,
                found ->
                        switch (found.state()) {
                            case BOOKED -> moved(found, start);
                            case HELD, ARRIVED, CANCELLED, EXPIRED, MISSED, FINISHED ->
                                    new CodeOutcome.NotNow(found);
                        });
    }

    private CodeOutcome moved(Appointment found, Instant start) {
        if (found.start().equals(start)) {
            return new CodeOutcome.Done(found);
        }
        var now = clock.instant();
        if (!found.start().isAfter(now)) {
            return new CodeOutcome.Past(found);
        }
        var venue = agenda.venue(found.venue());
        var offer = venue.flatMap(v -> v.offer(found.service()));
        if (venue.isEmpty() || offer.isEmpty()) {
            return new CodeOutcome.Refused(
                    "service", "is not offered there any more; cancel and book anew");
        }
        var unfit = unfit(venue.get(), start, now);
        if (unfit.isPresent()) {
            return new CodeOutcome.Refused("start", unfit.get());
        }
        if (!isOnGrid(venue.get(), start)) {
            return new CodeOutcome.Taken(found);
        }
        lay(venue.get(), agenda.day(start));
        book.releaseExpired(now);
        var slots = venue.get().slots(offer.get());
        return book.move(found, start, slots, venue.get().slotMinutes(), now)
                .<CodeOutcome>map(kept ->
                        kept.state() == State.BOOKED
                                ? new CodeOutcome.Done(kept)
                                : new CodeOutcome.NotNow(kept))
                .orElseGet(() -> new CodeOutcome.Taken(found));
    }

    /** Looks a code up, and counts those that nobody has. */
    CodeOutcome with(String kiosk, String typed, Function<Appointment, CodeOutcome> asked) {
        // a slip of the finger costs no try: its check symbol tells nothing about real codes
        return AppointmentCode.parse(typed)
                .map(code -> looked(kiosk, () -> book.find(code), asked))
                .orElseGet(() ->
                        throttle.wait(kiosk)
                                .<CodeOutcome>map(CodeOutcome.TooMany::new)
                                .orElseGet(CodeOutcome.Unknown::new));
    }

    /** The same by the hash of a code, for an appointment around that moment. */
    CodeOutcome withDigest(
            String kiosk, String digest, Instant around, Function<Appointment, CodeOutcome> asked) {
        return looked(kiosk, () -> book.findByDigest(digest, around), asked);
    }

    private CodeOutcome looked(
            String kiosk,
            Supplier<Optional<Appointment>> looking,
            Function<Appointment, CodeOutcome> asked) {
        var wait = throttle.wait(kiosk);
        if (wait.isPresent()) {
            return new CodeOutcome.TooMany(wait.get());
        }
        var found = looking.get();
        if (found.isEmpty()) {
            throttle.count(kiosk);
            return new CodeOutcome.Unknown();
        }
        return asked.apply(found.get());
    }

    private Optional<String> unfit(Venue venue, Instant start, Instant now) {
        if (start.isBefore(now.plus(Duration.ofMinutes(venue.leadMinutes())))) {
            return Optional.of(
                    "must be at least " + venue.leadMinutes() + " minutes from now; search again");
        }
        // the first comparison keeps moments without a calendar day away from the calendar
        if (start.isAfter(now.plus(Duration.ofDays(venue.daysAhead() + 2L)))
                || agenda.day(start).isAfter(agenda.day(now).plusDays(venue.daysAhead()))) {
            return Optional.of(
                    "must be within " + venue.daysAhead() + " days from today; search again");
        }
        return Optional.empty();
    }

    /** The store counts slots between two moments, so a start between two slots is kept from it. */
    private boolean isOnGrid(Venue venue, Instant start) {
        return agenda.slots(venue, agenda.day(start)).contains(start);
    }

    /** Once per day and process; other processes meet it laid. */
    private void lay(Venue venue, LocalDate day) {
        var plan =
                new Day(
                        venue.id(),
                        day,
                        day.atStartOfDay(agenda.zone()).toInstant(),
                        day.plusDays(1).atStartOfDay(agenda.zone()).toInstant(),
                        venue.slotMinutes(),
                        venue.capacity(),
                        agenda.slots(venue, day));
        if (!laid.contains(plan)) {
            book.lay(plan);
            laid.add(plan);
        }
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
