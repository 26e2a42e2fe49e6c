package de.buergerkiosk.central.desk;

import de.buergerkiosk.central.appointment.Agenda;
import de.buergerkiosk.central.appointment.Counter;
import de.buergerkiosk.central.appointment.Queued;
import de.buergerkiosk.central.appointment.Standing;
import de.buergerkiosk.central.appointment.Venue;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The waiting list as a clerk reads it. */
record QueueView(Agenda agenda, Wording wording) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /**
     * A line.
     *
     * @param counter 0 where nobody called it
     */
    record Line(
            String id,
            int number,
            String service,
            String since,
            String kind,
            int counter,
            int times) {}

    /** The lists of the page; {@code elsewhere} is who was called by other counters. */
    record Lists(List<Line> waiting, List<Line> elsewhere, List<Line> parked, List<Line> missed) {}

    Lists lists(List<Queued> all, Optional<Counter> own, Venue venue, Locale locale) {
        var mine = own.map(Counter::number).orElse(0);
        return new Lists(
                lines(all, Standing.Waiting.class, venue, locale),
                lines(all, Standing.Called.class, venue, locale).stream()
                        .filter(line -> line.counter() != mine)
                        .toList(),
                lines(all, Standing.Parked.class, venue, locale),
                lines(all, Standing.Missed.class, venue, locale));
    }

    private List<Line> lines(
            List<Queued> all, Class<? extends Standing> kind, Venue venue, Locale locale) {
        return all.stream()
                .filter(each -> kind.isInstance(each.standing()))
                .map(each -> line(each, venue, locale))
                .toList();
    }

    Line line(Queued ticket, Venue venue, Locale locale) {
        var language = Wording.english(locale) ? "en" : "de";
        return new Line(
                ticket.id().toString(),
                ticket.number(),
                venue.offer(ticket.service())
                        .map(offer -> offer.name().in(language))
                        .orElse(ticket.service()),
                time(ticket.since()),
                ticket.start()
                        .map(start -> wording.text("queue.appointment", locale, time(start)))
                        .orElseGet(() -> wording.text("queue.ticket", locale)),
                switch (ticket.standing()) {
                    case Standing.Called called -> called.counter();
                    case Standing.Parked parked -> parked.counter();
                    case Standing.Waiting(), Standing.Missed _, Standing.Finished _ -> 0;
                },
                ticket.standing() instanceof Standing.Called called ? called.times() : 0);
    }

    private String time(Instant moment) {
        return TIME.withZone(agenda.zone()).format(moment);
    }
}
