package de.buergerkiosk.demo;

import de.buergerkiosk.contract.appointment.AppointmentCode;
import de.buergerkiosk.contract.appointment.AppointmentWish;
import de.buergerkiosk.contract.appointment.KeptAppointment;
import de.buergerkiosk.journey.appointment.AppointmentLine;
import de.buergerkiosk.journey.appointment.AppointmentLine.Reply;
import de.buergerkiosk.main.Appointments;
import de.buergerkiosk.main.Kiosk;
import de.buergerkiosk.main.OutOfService;
import de.buergerkiosk.main.Seams;
import de.buergerkiosk.main.SettingsFile;
import de.buergerkiosk.main.Surroundings;
import de.buergerkiosk.main.WrongSettings;
import de.buergerkiosk.page.Words;
import de.buergerkiosk.screen.FxScreen;
import de.buergerkiosk.screen.ScreenSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A house for one scripted errand without a filing: an appointment, a check-in, a waiting number. */
final class OneErrand {
    static final String SERVICE = "registration";
    private static final Duration READY_MAX = Duration.ofSeconds(60);
    private static final Duration CARRIED_MAX = Duration.ofSeconds(60);
    private static final Duration END_MAX = Duration.ofSeconds(60);
    private static final int POLL_MILLIS = 50;

    private final Path root;
    private final Path out;
    private final Surroundings around;
    private final Consumer<String> progress;

    /**
     * @param root the checkout
     * @param out pictures, papers, logs and the report; what an earlier run left there goes
     */
    OneErrand(Path root, Path out, Surroundings around, Consumer<String> progress) {
        this.root = root;
        this.out = out;
        this.around = around;
        this.progress = progress;
    }

    /** Plays it and writes the report, with the trouble if there was any. */
    ErrandReport play(Journeys journey, String language, EidChain eid)
            throws IOException, InterruptedException {
        Scratch.empty(out);
        var report = played(journey, language, eid);
        report.write(out);
        return report;
    }

    private ErrandReport played(Journeys journey, String language, EidChain eid)
            throws IOException, InterruptedException {
        try (var data = Scratch.make(root)) {
            var places = new House.Places(root, data.folder(), out);
            DemoAgenda.write(places.centreData());
            try (var house =
                    House.start(
                            places,
                            House.Faults.NONE,
                            eid,
                            Optional.of(around.clock().instant()),
                            progress)) {
                return visit(house, journey, language);
            }
        } catch (ChildProcess.NotStarted | WrongSettings | OutOfService trouble) {
            return ErrandReport.withoutVisit(
                    journey, SERVICE, String.valueOf(trouble.getMessage()));
        } catch (IOException | IllegalStateException trouble) {
            return ErrandReport.withoutVisit(journey, SERVICE, String.valueOf(trouble));
        }
    }

    private ErrandReport visit(House house, Journeys journey, String language)
            throws IOException, InterruptedException, WrongSettings, OutOfService {
        var settings = SettingsFile.read(house.writeKioskConfig());
        var words = Words.load(settings.kiosk().languages());
        System.setProperty("glass.platform", "Headless");
        progress.accept("Opening the kiosk without a display");
        try (var screen =
                        FxScreen.open(
                                words,
                                settings.screen().idle(),
                                around.clock(),
                                ScreenSettings.window());
                var kiosk = Kiosk.open(settings, screen, words, around, Seams.NONE)) {
            screen.prewarm();
            screen.prewarm();
            var desk = kiosk.appointments().orElseThrow();
            await(desk::isReady, READY_MAX);
            var known =
                    journey == Journeys.CHECK_IN
                            ? Optional.of(book(desk.line(), language))
                            : Optional.<KeptAppointment>empty();
            var citizen =
                    new ScriptedErrand(
                            screen,
                            around.clock(),
                            out,
                            journey,
                            language,
                            known.map(KeptAppointment::code),
                            _ -> false);
            return walk(house, kiosk, desk, journey, citizen, known);
        }
    }

    /** What a citizen did at home: an appointment that can be checked in now. */
    private KeptAppointment book(AppointmentLine line, String language)
            throws InterruptedException {
        progress.accept("Booking the appointment that the citizen comes with");
        var today = around.today(House.ZONE);
        if (line.free(House.VENUE, SERVICE, today, 2) instanceof Reply.Got<List<Instant>>(var free)
                && !free.isEmpty()
                && line.hold(
                                new UUID(around.chance().nextLong(), around.chance().nextLong()),
                                new AppointmentWish(
                                        House.VENUE, SERVICE, free.getFirst(), language))
                        instanceof Reply.Got<KeptAppointment>(var held)
                && line.confirm(held.code(), Optional.empty())
                        instanceof Reply.Got<KeptAppointment>(var booked)) {
            return booked;
        }
        throw new IllegalStateException("no appointment could be booked for the check-in");
    }

    private ErrandReport walk(
            House house,
            Kiosk kiosk,
            Appointments desk,
            Journeys journey,
            ScriptedErrand citizen,
            Optional<KeptAppointment> known)
            throws IOException, InterruptedException {
        progress.accept("A citizen comes: " + journey.word());
        var begun = around.clock().instant();
        // Two visits: the second one shows the welcome page again, and is cut there.
        var visiting =
                new FutureTask<>(() -> {
                    kiosk.receiveOne();
                    return kiosk.receiveOne();
                });
        var thread = around.threads().newThread(visiting);
        thread.start();
        var trouble = Optional.<String>empty();
        try {
            citizen.walk();
        } catch (IllegalStateException e) {
            trouble = Optional.of(String.valueOf(e.getMessage()));
        }
        var took = Duration.between(begun, around.clock().instant());
        desk.nudge();
        var appointment = appointment(journey, desk.line(), citizen, known);
        var ticket = ticket(journey, citizen);
        var arrived = arrived(journey, desk, appointment);
        thread.interrupt();
        thread.join(END_MAX);
        Papers.collect(house.places());
        var result = citizen.result();
        return new ErrandReport(
                journey,
                SERVICE,
                citizen.shots(),
                result.map(ScriptedErrand.Result::touches).orElse(citizen.touches()),
                result.map(ScriptedErrand.Result::paperMillis),
                appointment.map(
                        kept -> new ErrandReport.Appointment(kept.code().printed(), kept.start())),
                ticket,
                desk.lastPaper().filter(paper -> !paper.equals("owed")),
                arrived,
                took.toMillis(),
                trouble);
    }

    /** As the centre has it now. */
    private static Optional<KeptAppointment> appointment(
            Journeys journey,
            AppointmentLine line,
            ScriptedErrand citizen,
            Optional<KeptAppointment> known)
            throws InterruptedException {
        var code =
                journey == Journeys.APPOINTMENT
                        ? citizen.result()
                                .flatMap(ScriptedErrand.Result::code)
                                .flatMap(AppointmentCode::parse)
                        : known.map(KeptAppointment::code);
        return code.isPresent()
                        && line.show(code.get()) instanceof Reply.Got<KeptAppointment>(var kept)
                ? Optional.of(kept)
                : Optional.empty();
    }

    private static Optional<Integer> ticket(Journeys journey, ScriptedErrand citizen) {
        return journey == Journeys.APPOINTMENT
                ? Optional.empty()
                : citizen.result().flatMap(ScriptedErrand.Result::code).map(Integer::valueOf);
    }

    private boolean arrived(
            Journeys journey, Appointments desk, Optional<KeptAppointment> appointment)
            throws InterruptedException {
        return switch (journey) {
            case APPOINTMENT ->
                    appointment
                            .filter(kept -> kept.state() == KeptAppointment.State.BOOKED)
                            .isPresent();
            case CHECK_IN ->
                    appointment
                            .filter(kept -> kept.state() == KeptAppointment.State.ARRIVED)
                            .isPresent();
            case TICKET ->
                    await(
                            () -> !desk.numbers().isEmpty() && desk.numbers().getLast().told(),
                            CARRIED_MAX);
            case FILING -> throw new IllegalStateException("a filing is another visit");
        };
    }

    private boolean await(BooleanSupplier done, Duration atMost) throws InterruptedException {
        var end = around.clock().instant().plus(atMost);
        var pause = new CountDownLatch(1);
        while (!done.getAsBoolean() && around.clock().instant().isBefore(end)) {
            var _ = pause.await(POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
        return done.getAsBoolean();
    }
}
