package de.buergerkiosk.central.prove;

import de.buergerkiosk.central.appointment.Agenda;
import de.buergerkiosk.central.appointment.Appointment;
import de.buergerkiosk.central.appointment.AppointmentBook;
import de.buergerkiosk.central.appointment.Appointments;
import de.buergerkiosk.central.appointment.CodeOutcome;
import de.buergerkiosk.central.appointment.Contact;
import de.buergerkiosk.central.appointment.HoldOutcome;
import de.buergerkiosk.central.appointment.Wish;
import de.buergerkiosk.central.appointment.store.AppointmentLedger;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Many clients at once. Round one: all of them rush for the same slot, slot by slot, each wish sent
 * twice. Round two: each books one or two slots in a row, moves and cancels what it has, by chance.
 */
final class BookingProof {
    static final String LAST_PLACES = "last-places";
    static final String STORM = "storm";

    /** A Monday in winter, long before the days that are booked. */
    private static final Instant NOW = Instant.parse("2030-01-07T05:00:00Z");

    private static final LocalDate DAY = LocalDate.parse("2030-01-14");
    private static final int STORM_STEPS = 60;
    private static final long SECONDS_MAX = 300;

    private static final String VENUE =
            """
            {"id": "%s", "name": {"de": "Beweis", "en": "Proof"}, "address": "nowhere",
             "slotMinutes": 15, "capacity": 3, "daysAhead": 60, "leadMinutes": 0,
             "hours": {"monday": ["%s"], "tuesday": [], "wednesday": [], "thursday": [], "friday": [],
                       "saturday": [], "sunday": []},
             "closed": [],
             "services": [{"id": "short", "name": {"de": "Kurz", "en": "Short"}, "minutes": 15},
                          {"id": "long", "name": {"de": "Lang", "en": "Long"}, "minutes": 30}]}\
            """;

    private static final String AGENDA =
            """
            {"v": 1, "zone": "Europe/Berlin", "holidays": {"fixed": [], "daysAfterEaster": []},
             "venues": [%s, %s]}\
            """
                    .formatted(
                            VENUE.formatted(LAST_PLACES, "08:00-18:00"),
                            VENUE.formatted(STORM, "08:00-10:00"));

    private final Agenda agenda = Agenda.parse(AGENDA);
    private final Appointments appointments;
    private final AppointmentLedger ledger;
    private final int clients;
    private final long seed;

    /**
     * Against this book.
     *
     * @param chance for codes
     * @param seed for everything that clients choose
     */
    BookingProof(
            AppointmentBook book,
            AppointmentLedger ledger,
            RandomGenerator chance,
            int clients,
            long seed) {
        this.appointments = new Appointments(agenda, book, chance, InstantSource.fixed(NOW));
        this.ledger = ledger;
        this.clients = clients;
        this.seed = seed;
    }

    Finding run() throws InterruptedException {
        var attempts = new ArrayList<Attempt>();
        var barrier = new CyclicBarrier(clients);
        var root = new SplittableRandom(seed);
        var tasks = new ArrayList<Callable<List<Attempt>>>();
        for (int i = 0; i < clients; i++) {
            var client = new Client(i, root.split(), barrier);
            tasks.add(client::all);
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(tasks, SECONDS_MAX, TimeUnit.SECONDS)) {
                attempts.addAll(done.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client of the proof broke", e);
        }
        return new Finding(attempts, ledger.slots(), ledger.appointments());
    }

    /** One of many. */
    private final class Client {
        private final int number;
        private final SplittableRandom chance;
        private final CyclicBarrier barrier;
        private final List<Attempt> attempts = new ArrayList<>();
        private final List<Appointment> mine = new ArrayList<>();

        Client(int number, SplittableRandom chance, CyclicBarrier barrier) {
            this.number = number;
            this.chance = chance;
            this.barrier = barrier;
        }

        List<Attempt> all() throws Exception {
            for (var start : starts(LAST_PLACES)) {
                barrier.await(SECONDS_MAX, TimeUnit.SECONDS);
                var wish = wish(LAST_PLACES, "short", start);
                book(LAST_PLACES, "book", wish);
                book(LAST_PLACES, "repeat", wish);
            }
            barrier.await(SECONDS_MAX, TimeUnit.SECONDS);
            mine.clear();
            var starts = starts(STORM);
            for (int i = 0; i < STORM_STEPS; i++) {
                step(starts.get(chance.nextInt(starts.size())));
            }
            return attempts;
        }

        private void step(Instant start) {
            int dice = chance.nextInt(10);
            if (mine.isEmpty() || dice < 5) {
                book(STORM, "book", wish(STORM, dice % 2 == 0 ? "short" : "long", start));
            } else if (dice < 8) {
                var one = mine.get(chance.nextInt(mine.size()));
                change("move", one, start, () -> appointments.move(name(), code(one), start));
            } else {
                var one = mine.remove(chance.nextInt(mine.size()));
                change("cancel", one, one.start(), () -> appointments.cancel(name(), code(one)));
            }
        }

        private List<Instant> starts(String venue) {
            return agenda.slots(agenda.venue(venue).orElseThrow(), DAY);
        }

        private Wish wish(String venue, String service, Instant start) {
            var id = new UUID(chance.nextLong(), chance.nextLong());
            return new Wish(id, name(), venue, service, start, "de");
        }

        private void book(String round, String what, Wish wish) {
            String outcome;
            var granted = Optional.<Appointment>empty();
            try {
                switch (appointments.book(wish, new Contact(Optional.of("a@example.org")))) {
                    case HoldOutcome.Granted(var made) -> {
                        outcome = "granted";
                        granted = Optional.of(made);
                        mine.add(made);
                    }
                    case HoldOutcome.Repeated(var made) -> {
                        outcome = "repeated";
                        granted = Optional.of(made);
                    }
                    case HoldOutcome.Taken() -> outcome = "taken";
                    case HoldOutcome.Conflicting() -> outcome = "conflicting";
                    case HoldOutcome.Refused(var field, var problem) ->
                            outcome = "refused " + field + " " + problem;
                }
            } catch (RuntimeException e) {
                // what the proof looks for: it is counted, and named on standard error
                System.err.println("client " + number + ": " + e);
                outcome = "error";
            }
            attempts.add(
                    new Attempt(
                            round,
                            number,
                            what,
                            wish.id(),
                            wish.service(),
                            wish.start(),
                            outcome,
                            granted.map(made -> made.code().symbols()).orElse("")));
        }

        private void change(
                String what, Appointment one, Instant start, Supplier<CodeOutcome> asked) {
            String outcome;
            try {
                outcome =
                        switch (asked.get()) {
                            case CodeOutcome.Done _ -> "done";
                            case CodeOutcome.Taken _ -> "taken";
                            case CodeOutcome.Unknown _ -> "error";
                            case CodeOutcome.TooMany _ -> "error";
                            case CodeOutcome.NotNow _ -> "error";
                            case CodeOutcome.Past _ -> "error";
                            case CodeOutcome.TooEarly _ -> "error";
                            case CodeOutcome.Elsewhere _ -> "error";
                            case CodeOutcome.Refused _ -> "error";
                        };
            } catch (RuntimeException e) {
                // what the proof looks for: it is counted, and named on standard error
                System.err.println("client " + number + ": " + e);
                outcome = "error";
            }
            attempts.add(
                    new Attempt(
                            STORM,
                            number,
                            what,
                            one.id(),
                            one.service(),
                            start,
                            outcome,
                            one.code().symbols()));
        }

        private String name() {
            return "client-" + number;
        }

        private static String code(Appointment one) {
            return one.code().printed();
        }
    }
}
