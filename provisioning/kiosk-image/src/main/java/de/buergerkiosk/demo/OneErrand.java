package de.buergerkiosk.demo;

import de.buergerkiosk.contract.appointment.AppointmentCode;
import de.buergerkiosk.contract.appointment.AppointmentWish;
import de.buergerkiosk.contract.appointment.KeptAppointment;
import de.buergerkiosk.journey.appointment.AppointmentLine;
import de.buergerkiosk.journey.appointment.AppointmentLine.Reply;
import de.buergerkiosk.main.Appointments;
import de.buergerkiosk.main.OutOfService;
import de.buergerkiosk.main.SettingsFile;
import de.buergerkiosk.main.Surroundings;
import de.buergerkiosk.main.WrongSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** A house for one scripted errand without a filing: an appointment, a check-in, a waiting number. */
final class OneErrand {
    static final String SERVICE = "registration";
    private static final Duration READY_MAX = Duration.ofSeconds(60);
    private static final Duration CARRIED_MAX = Duration.ofSeconds(60);

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
        try (var data = Scratch.make(root);
                var house =
                        DemoAgenda.house(
                                new House.Places(root, data.folder(), out),
                                eid,
                                around.clock(),
                                progress)) {
            return visit(house, journey, language, Optional.of(house.scanner()::tell));
        } catch (ChildProcess.NotStarted | WrongSettings | OutOfService trouble) {
            return ErrandReport.withoutVisit(
                    journey, SERVICE, String.valueOf(trouble.getMessage()));
        } catch (IOException | IllegalStateException trouble) {
            return ErrandReport.withoutVisit(journey, SERVICE, String.valueOf(trouble));
        }
    }

    /**
     * In a house that stands.
     *
     * @param scanner before which the citizen holds the code of a slip; who has none types it
     */
    ErrandReport visit(
            House house,
            Journeys journey,
            String language,
            Optional<ScriptedErrand.Scanner> scanner)
            throws IOException, InterruptedException, WrongSettings, OutOfService {
        var settings = SettingsFile.read(house.writeKioskConfig());
        progress.accept("Opening the kiosk without a display");
        try (var stage = Stage.open(settings, around)) {
            var desk = stage.kiosk().appointments().orElseThrow();
            var _ = stage.await(desk::isReady, READY_MAX);
            var known =
                    journey == Journeys.CHECK_IN
                            ? Optional.of(book(desk.line(), language))
                            : Optional.<KeptAppointment>empty();
            var citizen =
                    new ScriptedErrand(
                            stage.screen(),
                            around.clock(),
                            out,
                            journey,
                            language,
                            known.map(KeptAppointment::code),
                            scanner);
            return walk(house, stage, desk, journey, citizen, known);
        }
    }

    /** What a citizen did at home: an appointment that can be checked in now. */
    KeptAppointment book(AppointmentLine line, String language) throws InterruptedException {
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
            Stage stage,
            Appointments desk,
            Journeys journey,
            ScriptedErrand citizen,
            Optional<KeptAppointment> known)
            throws IOException, InterruptedException {
        progress.accept("A citizen comes: " + journey.word());
        var played = stage.play(citizen::walk);
        desk.nudge();
        var appointment = appointment(journey, desk.line(), citizen, known);
        var ticket = ticket(journey, citizen);
        var arrived = arrived(journey, stage, desk, appointment);
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
                Heard.at(house.centre(), progress),
                played.took().toMillis(),
                played.trouble());
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

    private static boolean arrived(
            Journeys journey, Stage stage, Appointments desk, Optional<KeptAppointment> appointment)
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
                    stage.await(
                            () -> !desk.numbers().isEmpty() && desk.numbers().getLast().told(),
                            CARRIED_MAX);
            case FILING -> throw new IllegalStateException("a filing is another visit");
        };
    }
}
