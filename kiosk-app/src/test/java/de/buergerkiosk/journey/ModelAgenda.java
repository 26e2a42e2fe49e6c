package de.buergerkiosk.journey;

import de.buergerkiosk.contract.appointment.AppointmentCode;
import de.buergerkiosk.contract.appointment.AppointmentWish;
import de.buergerkiosk.contract.appointment.CheckInReport;
import de.buergerkiosk.contract.appointment.KeptAppointment;
import de.buergerkiosk.contract.appointment.KeptAppointment.State;
import de.buergerkiosk.contract.appointment.LentNumbers;
import de.buergerkiosk.contract.appointment.Named;
import de.buergerkiosk.contract.appointment.TicketReport;
import de.buergerkiosk.contract.appointment.VenueList;
import de.buergerkiosk.contract.appointment.VenueOffer;
import de.buergerkiosk.journey.appointment.AppointmentLine;
import de.buergerkiosk.ports.Personal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/** A small centre in memory that keeps the rules of the real one, and can be out of reach. */
final class ModelAgenda implements AppointmentLine {
    static final String HERE = "citizens-office";
    private static final int BLOCK = 20;

    final Map<UUID, Object> heard = new HashMap<>();
    final List<Optional<String>> mails = new ArrayList<>();
    private final Map<String, KeptAppointment> byCode = new HashMap<>();
    private final Map<UUID, LentNumbers> lent = new HashMap<>();
    private final Map<LocalDate, Integer> series = new HashMap<>();
    private final SplittableRandom chance = new SplittableRandom(7);
    Instant now = Town.NOW;
    boolean away;
    boolean tooMany;

    /** The next question of this kind is answered, and the answer is lost on its way. */
    Optional<String> loses = Optional.empty();

    private static final VenueOffer OFFICE =
            new VenueOffer(
                    HERE,
                    new Named("Bürgerbüro Mitte", "Citizens' office, city centre"),
                    "Beispielplatz 1, 67059 Ludwigshafen",
                    Optional.of(new Named("Wartebereich A", "Waiting area A")),
                    Optional.of("waste-service"),
                    60,
                    List.of(
                            new VenueOffer.Item(
                                    "registration",
                                    new Named("Wohnsitz anmelden", "Register an address"),
                                    15),
                            new VenueOffer.Item(
                                    "id-card",
                                    new Named("Personalausweis beantragen", "Apply for an ID card"),
                                    30)));

    private static final VenueOffer OTHER =
            new VenueOffer(
                    "traffic-office",
                    new Named("Straßenverkehrsbehörde", "Traffic office"),
                    "Beispielstraße 12, 67061 Ludwigshafen",
                    Optional.empty(),
                    Optional.empty(),
                    30,
                    List.of(
                            new VenueOffer.Item(
                                    "parking-permit",
                                    new Named("Bewohnerparkausweis", "Resident parking permit"),
                                    20)));

    /** An appointment in that state, so many minutes from now. */
    AppointmentCode has(State state, String venue, int minutesFromNow) {
        var code = AppointmentCode.next(chance);
        var start = now.plus(Duration.ofMinutes(minutesFromNow));
        byCode.put(
                code.symbols(),
                new KeptAppointment(
                        new UUID(1, byCode.size()),
                        code,
                        venue,
                        venue.equals(HERE) ? "registration" : "parking-permit",
                        start,
                        start.plus(Duration.ofMinutes(15)),
                        state,
                        Optional.empty()));
        return code;
    }

    KeptAppointment kept(AppointmentCode code) {
        return Optional.ofNullable(byCode.get(code.symbols())).orElseThrow();
    }

    /** All that is booked, in whatever state. */
    List<KeptAppointment> all() {
        return List.copyOf(byCode.values());
    }

    private boolean lost(String question) {
        var here = loses.filter(question::equals).isPresent();
        if (here) {
            loses = Optional.empty();
        }
        return here;
    }

    private <T> Reply<T> said(String question, T value) {
        return away || lost(question) ? new Reply.Away<>("no line") : new Reply.Got<>(value);
    }

    private static <T> Reply<T> no(Refusal why, Optional<KeptAppointment> kept) {
        return new Reply.Refused<>(
                why,
                kept.map(k -> new Standing(k.state().word(), k.venue(), k.start())),
                why == Refusal.TOO_MANY
                        ? Optional.of(Duration.ofMinutes(7))
                        : Optional.<Duration>empty());
    }

    @Override
    public Reply<VenueList> venues() {
        return said("venues", new VenueList(Town.ZONE, now, List.of(OFFICE, OTHER)));
    }

    @Override
    public Reply<List<Instant>> free(String venue, String service, LocalDate from, int days) {
        var starts = new ArrayList<Instant>();
        for (int day = 1; day <= 9; day++) {
            for (int slot = 0; slot < 4; slot++) {
                var start =
                        LocalDate.ofInstant(now, Town.ZONE)
                                .plusDays(day)
                                .atTime(9, 0)
                                .plusMinutes(30L * slot)
                                .atZone(Town.ZONE)
                                .toInstant();
                if (!LocalDate.ofInstant(start, Town.ZONE).isBefore(from)
                        && byCode.values().stream()
                                .noneMatch(k ->
                                        k.start().equals(start) && k.state() == State.BOOKED)) {
                    starts.add(start);
                }
            }
        }
        return said("free", starts);
    }

    @Override
    public Reply<KeptAppointment> hold(UUID number, AppointmentWish wish) {
        if (away) {
            return new Reply.Away<>("no line");
        }
        if (!((Reply.Got<List<Instant>>) free(wish.venue(), wish.service(), LocalDate.MIN, 31))
                .value()
                .contains(wish.start())) {
            return no(Refusal.TAKEN, Optional.empty());
        }
        var code = AppointmentCode.next(chance);
        var held =
                new KeptAppointment(
                        number,
                        code,
                        wish.venue(),
                        wish.service(),
                        wish.start(),
                        wish.start().plus(Duration.ofMinutes(15)),
                        State.HELD,
                        Optional.of(now.plus(Duration.ofMinutes(10))));
        byCode.put(code.symbols(), held);
        return said("hold", held);
    }

    private KeptAppointment change(KeptAppointment kept, State state, Instant start) {
        var changed =
                new KeptAppointment(
                        kept.id(),
                        kept.code(),
                        kept.venue(),
                        kept.service(),
                        start,
                        start.plus(Duration.ofMinutes(15)),
                        state,
                        Optional.empty());
        byCode.put(kept.code().symbols(), changed);
        return changed;
    }

    private interface Asked {
        Reply<KeptAppointment> of(KeptAppointment kept);
    }

    private Reply<KeptAppointment> by(AppointmentCode code, Asked asked) {
        if (away) {
            return new Reply.Away<>("no line");
        }
        if (tooMany) {
            return no(Refusal.TOO_MANY, Optional.empty());
        }
        return Optional.ofNullable(byCode.get(code.symbols()))
                .map(asked::of)
                .orElseGet(() -> no(Refusal.UNKNOWN, Optional.empty()));
    }

    @Override
    public Reply<KeptAppointment> confirm(AppointmentCode code, Optional<Personal<String>> mail) {
        return by(
                code,
                kept -> {
                    if (kept.state() != State.HELD && kept.state() != State.BOOKED) {
                        return no(Refusal.NOT_POSSIBLE, Optional.of(kept));
                    }
                    mails.add(mail.map(Personal::reveal));
                    return said("confirm", change(kept, State.BOOKED, kept.start()));
                });
    }

    @Override
    public Reply<KeptAppointment> move(AppointmentCode code, Instant start) {
        return by(code, kept -> said("move", change(kept, kept.state(), start)));
    }

    @Override
    public Reply<KeptAppointment> cancel(AppointmentCode code) {
        return by(code, kept -> said("cancel", change(kept, State.CANCELLED, kept.start())));
    }

    @Override
    public Reply<KeptAppointment> show(AppointmentCode code) {
        return by(code, kept -> said("show", kept));
    }

    @Override
    public Reply<LentNumbers> lend(UUID request, String venue, LocalDate day) {
        if (away) {
            return new Reply.Away<>("no line");
        }
        var today = LocalDate.ofInstant(now, Town.ZONE);
        if (day.isBefore(today) || day.isAfter(today.plusDays(1))) {
            return no(Refusal.OTHER, Optional.empty());
        }
        return said(
                "lend",
                lent.computeIfAbsent(
                        request,
                        _ -> {
                            int first = series.merge(day, BLOCK, Integer::sum) - BLOCK + 1;
                            return new LentNumbers(venue, day, first, first + BLOCK - 1);
                        }));
    }

    @Override
    public Reply<Integer> ticket(UUID number, TicketReport report) {
        if (!away) {
            heard.put(number, report);
        }
        return said("ticket", report.number());
    }

    @Override
    public Reply<KeptAppointment> checkIn(UUID number, CheckInReport report) {
        if (away) {
            return new Reply.Away<>("no line");
        }
        var found =
                byCode.values().stream()
                        .filter(kept ->
                                Optional.of(kept.code().digest()).equals(report.codeDigest()))
                        .findFirst();
        if (found.isEmpty()) {
            return no(Refusal.UNKNOWN, Optional.empty());
        }
        var kept = found.get();
        if (now.isBefore(kept.start().minus(Duration.ofMinutes(60)))) {
            return no(Refusal.TOO_EARLY, found);
        }
        if (now.isAfter(kept.start().plus(Duration.ofMinutes(30)))) {
            return no(Refusal.PAST, found);
        }
        if (kept.state() != State.BOOKED && !heard.containsKey(number)) {
            return no(Refusal.NOT_POSSIBLE, found);
        }
        heard.put(number, report);
        return said("check-in", change(kept, State.ARRIVED, kept.start()));
    }
}
