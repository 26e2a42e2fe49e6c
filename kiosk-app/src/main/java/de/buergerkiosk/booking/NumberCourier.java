package de.buergerkiosk.booking;

import de.buergerkiosk.contract.appointment.LentNumbers;
import de.buergerkiosk.contract.appointment.VenueList;
import de.buergerkiosk.courier.Backoff;
import de.buergerkiosk.journey.appointment.AppointmentLine;
import de.buergerkiosk.journey.appointment.AppointmentLine.Refusal;
import de.buergerkiosk.journey.appointment.AppointmentLine.Reply;
import de.buergerkiosk.journey.appointment.CityClock;
import de.buergerkiosk.journey.appointment.Here;
import de.buergerkiosk.journey.appointment.Stock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps numbers in stock before they are needed, for today and for the day that begins while the line
 * may be down, and tells the centre of those that were given out, for as long as it takes.
 */
public final class NumberCourier implements Stock {
    private static final Logger LOG = LoggerFactory.getLogger(NumberCourier.class);

    /** The next block is asked for when so many are left; a block has twenty. */
    private static final int LEFT_MIN = 10;

    private static final int REPORTS_AT_ONCE = 50;

    /** So often it looks around although nobody has nudged it. */
    private static final Duration LOOK_AROUND = Duration.ofMinutes(1);

    /** While the centre has never told of this venue, there is nothing to offer yet. */
    private static final Duration UNTIL_KNOWN = Duration.ofSeconds(5);

    private static final Backoff BACKOFF =
            new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(10));

    private final AppointmentLine line;
    private final Blocks blocks;
    private final Reports reports;
    private final Here here;
    private final CityClock clock;
    private final Supplier<UUID> names;
    private final RandomGenerator chance;
    private final BlockingQueue<Boolean> nudges = new LinkedBlockingQueue<>(1);

    /**
     * @param clock is put right with what the centre tells
     * @param names numbers for blocks and reports, a new one each time
     */
    public NumberCourier(
            AppointmentLine line,
            Blocks blocks,
            Reports reports,
            Here here,
            CityClock clock,
            Supplier<UUID> names,
            RandomGenerator chance) {
        this.line = line;
        this.blocks = blocks;
        this.reports = reports;
        this.here = here;
        this.clock = clock;
        this.names = names;
        this.chance = chance;
    }

    /** Works until interrupted. */
    public void run() throws InterruptedException {
        while (true) {
            try {
                work();
            } catch (RuntimeException e) {
                // a defect must not end it for good: numbers would run out unseen
                LOG.error("APT-COURIER-STUMBLED goes on in {}", LOOK_AROUND, e);
            }
            var wait = here.offer().isPresent() ? LOOK_AROUND : UNTIL_KNOWN;
            var _ = nudges.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** A number was given out, or the line may be back: from any thread. */
    public void nudge() {
        var _ = nudges.offer(true);
    }

    /** Once: learns the venues, fills the stock, tells what waits. */
    public void work() throws InterruptedException {
        if (line.venues() instanceof Reply.Got<VenueList>(var venues)) {
            clock.learned(venues.at());
            here.book().learned(venues);
            if (venues.venue(here.venue()).isEmpty()) {
                LOG.error("APT-VENUE-UNKNOWN kiosk.venue: the centre has no {}", here.venue());
                return;
            }
        }
        if (here.offer().isPresent()) {
            fill(here.today());
            fill(here.today().plusDays(1));
        }
        tell();
    }

    private void fill(LocalDate day) throws InterruptedException {
        if (left(day) < LEFT_MIN) {
            fetch(day);
        }
    }

    @Override
    public int left(LocalDate day) {
        return blocks.left(here.venue(), day);
    }

    @Override
    public void fetch(LocalDate day) throws InterruptedException {
        var id = blocks.asking(here.venue(), day, names.get());
        switch (line.lend(id, here.venue(), day)) {
            case Reply.Got<LentNumbers>(var numbers) -> blocks.lent(id, numbers);
            case Reply.Refused<LentNumbers> no -> {
                LOG.warn("APT-NO-NUMBERS the centre lends none for {}: {}", day, no.why());
                blocks.refused(id);
            }
            case Reply.Away<LentNumbers>(var why) ->
                    LOG.debug("no numbers fetched for {}: {}", day, why);
        }
    }

    private void tell() throws InterruptedException {
        for (var waiting : reports.due(clock.instant(), REPORTS_AT_ONCE)) {
            if (!tell(waiting)) {
                return;
            }
        }
    }

    /** False when the line is down, so that the rest can wait as well. */
    private boolean tell(Reports.Waiting waiting) throws InterruptedException {
        return switch (waiting.what()) {
            case Reports.What.Taken(var report) ->
                    settled(waiting, line.ticket(waiting.id(), report));
            case Reports.What.Arrived(var report) ->
                    settled(waiting, line.checkIn(waiting.id(), report));
        };
    }

    private boolean settled(Reports.Waiting waiting, Reply<?> reply) {
        return switch (reply) {
            case Reply.Got<?> _ -> {
                reports.told(waiting.id());
                yield true;
            }
            case Reply.Away<?>(var why) -> {
                postpone(
                        waiting,
                        clock.instant().plus(BACKOFF.after(waiting.attempts(), chance)),
                        why);
                yield false;
            }
            case Reply.Refused<?>(var why, _, var pause) when why == Refusal.TOO_MANY -> {
                postpone(
                        waiting,
                        clock.instant().plus(pause.orElse(Duration.ofMinutes(10))),
                        "too many unknown codes");
                yield true;
            }
            case Reply.Refused<?> no -> {
                refused(waiting, no.why());
                yield true;
            }
        };
    }

    private void postpone(Reports.Waiting waiting, Instant until, String why) {
        reports.postponed(waiting.id(), until, why);
    }

    private void refused(Reports.Waiting waiting, Refusal why) {
        var service = here.offer().flatMap(venue -> venue.services().stream().findFirst());
        if (waiting.what() instanceof Reports.What.Arrived(var report) && service.isPresent()) {
            reports.insteadTicket(
                    waiting.id(),
                    names.get(),
                    service.get().id(),
                    clock.instant(),
                    "number " + report.number() + ": " + why);
            nudge();
            return;
        }
        reports.refused(
                waiting.id(), clock.instant(), "APT-REPORT-REFUSED", waiting.id() + ": " + why);
    }
}
