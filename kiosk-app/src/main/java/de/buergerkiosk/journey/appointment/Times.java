package de.buergerkiosk.journey.appointment;

import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.journey.Turn;
import de.buergerkiosk.journey.appointment.AppointmentLine.Reply;
import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Two touches to a time: first the day, then the hour; only what is free is shown. */
final class Times {
    /** As far as the centre looks at once. */
    private static final int DAYS_AT_ONCE = 31;

    private final Counter counter;
    private final Here here;
    private final AppointmentLine line;
    private final ErrandPages errands;
    private final BookingPages pages;

    Times(Counter counter, Here here, AppointmentLine line) {
        this.counter = counter;
        this.here = here;
        this.line = line;
        this.errands = new ErrandPages(counter.words(), here);
        this.pages = new BookingPages(counter.words(), here);
    }

    /** What came of asking. */
    sealed interface Picked {
        record At(Instant start) implements Picked {}

        /** The citizen went another way. */
        record Elsewhere(Turn turn) implements Picked {}

        /** The centre does not answer. */
        record Away() implements Picked {}
    }

    /**
     * @param taken whether the time that was chosen before went to somebody else meanwhile
     */
    Picked ask(String venue, String service, boolean taken) throws InterruptedException {
        var from = here.today();
        while (true) {
            counter.screen().show(errands.asking(), _ -> {});
            switch (line.free(venue, service, from, DAYS_AT_ONCE)) {
                case Reply.Away<List<Instant>> _ -> {
                    return new Picked.Away();
                }
                case Reply.Refused<List<Instant>> no -> {
                    return new Picked.Elsewhere(Queueing.backFrom(counter, errands.refused(no)));
                }
                case Reply.Got<List<Instant>>(var starts) -> {
                    var picked = fromDays(venue, service, byDay(starts), taken);
                    if (picked.isPresent()) {
                        return picked.get();
                    }
                    // later: from the day behind the last one that was shown
                    from =
                            byDay(starts).keySet().stream()
                                    .skip(BookingPages.DAYS_MAX)
                                    .findFirst()
                                    .orElse(from.plusDays(DAYS_AT_ONCE));
                }
            }
        }
    }

    private Map<LocalDate, List<Instant>> byDay(List<Instant> starts) {
        return starts.stream()
                .collect(Collectors.groupingBy(here::day, TreeMap::new, Collectors.toList()));
    }

    /** Empty when a later day is wished for. */
    private Optional<Picked> fromDays(
            String venue, String service, Map<LocalDate, List<Instant>> free, boolean taken)
            throws InterruptedException {
        if (free.isEmpty()) {
            return Optional.of(
                    new Picked.Elsewhere(Queueing.backFrom(counter, pages.nothingFree())));
        }
        var shown = new TreeMap<LocalDate, List<Instant>>();
        free.entrySet().stream()
                .limit(BookingPages.DAYS_MAX)
                .forEach(day -> shown.put(day.getKey(), day.getValue()));
        var gone = taken;
        while (true) {
            var page = pages.days(shown, free.size() > shown.size());
            switch (counter.ask(page)) {
                case Answer.Chosen(var id) when id.equals("later") -> {
                    return Optional.empty();
                }
                case Answer.Chosen(var id) -> {
                    var day = LocalDate.parse(id);
                    var times =
                            pages.times(
                                    day,
                                    shown.getOrDefault(day, List.of()),
                                    minutes(venue, service),
                                    gone);
                    var picked = fromTimes(times);
                    if (picked.isPresent()) {
                        return picked;
                    }
                    gone = false;
                }
                case Answer.Back _ -> {
                    return Optional.of(new Picked.Elsewhere(new Turn.Back()));
                }
                case Answer.Leave(var why) -> {
                    return Optional.of(new Picked.Elsewhere(Counter.leave(why)));
                }
                case Answer other -> throw Counter.unexpected(page, other);
            }
        }
    }

    /** Empty to go back to the days. */
    private Optional<Picked> fromTimes(Page.Choices page) throws InterruptedException {
        return switch (counter.ask(page)) {
            case Answer.Chosen(var id) -> Optional.of(new Picked.At(Instant.parse(id)));
            case Answer.Back _ -> Optional.empty();
            case Answer.Leave(var why) -> Optional.of(new Picked.Elsewhere(Counter.leave(why)));
            case Answer other -> throw Counter.unexpected(page, other);
        };
    }

    private int minutes(String venue, String service) {
        return here.offer(venue)
                .flatMap(offer -> offer.service(service))
                .map(item -> item.minutes())
                .orElse(0);
    }
}
