package de.buergerkiosk.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.booking.CentreBookings;
import de.buergerkiosk.contract.appointment.AppointmentCode;
import de.buergerkiosk.contract.appointment.KeptAppointment;
import de.buergerkiosk.courier.KioskKit;
import de.buergerkiosk.journey.appointment.AppointmentLine.Reply;
import de.buergerkiosk.main.Surroundings;
import de.buergerkiosk.prove.Victim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * SIGKILL of a real kiosk process around a waiting number, a check-in and a booking. Whatever the
 * moment: after the restart no number is burnt or given twice, and only what is booked is on paper.
 */
@Timeout(1_800)
class KioskIsKilledAroundANumberTest {
    private static final Path ROOT = Path.of(System.getProperty("house.root", "."));
    private static final Pattern CODE =
            Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}(?![0-9A-Z-])");

    @TempDir private Path out;

    private final Surroundings around = Surroundings.real();
    private int started;

    /** Where a victim is killed. */
    private record Kill(String tile, String point) {}

    private static final List<Kill> KILLS =
            List.of(
                    new Kill("ticket-registration", "before drawing #1"),
                    new Kill("ticket-registration", "after drawing #1"),
                    new Kill("ticket-registration", "while printing #1"),
                    new Kill("ticket-registration", "after printing #1"),
                    new Kill("ticket-registration", "after handing #1"),
                    new Kill("check-in", "after drawing #1"),
                    new Kill("check-in", "after telling #1"),
                    new Kill("check-in", "after printing #1"),
                    new Kill("book", "after arranging #1"),
                    new Kill("book", "before journal ARRANGED #1"),
                    new Kill("book", "after printing #1"));

    @Test
    void noNumberIsBurntOrDoubledAndNothingUnbookedIsOnPaper() throws Exception {
        try (var data = Scratch.make(ROOT);
                var house =
                        DemoAgenda.house(
                                new House.Places(ROOT, data.folder(), out),
                                EidChain.SIMULATION,
                                around.clock(),
                                _ -> {});
                var line = line(house)) {
            var config = house.writeKioskConfig();
            var arrived = new ArrayList<AppointmentCode>();
            int drawn = 0;
            for (var kill : KILLS) {
                var code = Optional.<AppointmentCode>empty();
                if (kill.tile().equals("check-in")) {
                    code = Optional.of(booked(line));
                    arrived.add(code.get());
                }
                try (var victim = start(config, kill, code)) {
                    consistent(next(victim, "recovered"), drawn);
                    victim.process().tell("go");
                    var _ = next(victim, "at");
                    victim.process().kill();
                }
                if (!kill.tile().equals("book") && !kill.point().startsWith("before drawing")) {
                    drawn++;
                }
            }
            try (var last = start(config, KILLS.getFirst(), Optional.empty())) {
                consistent(next(last, "recovered"), drawn);
            }
            onPaperIsWhatHolds(house, line, drawn, arrived);
        }
    }

    private static CentreBookings line(House house) throws Exception {
        var kit = KioskKit.read(house.centre().kit());
        return new CentreBookings(
                kit.deviceDoor(), kit.tls(), Executors.newVirtualThreadPerTaskExecutor());
    }

    private AppointmentCode booked(CentreBookings line) throws Exception {
        return new OneErrand(ROOT, out, around, _ -> {}).book(line, "de").code();
    }

    /** Each from one on, once, and none owed to anybody any more. */
    private static void consistent(JsonNode recovered, int drawn) {
        assertTrue(recovered.path("journalSound").asBoolean());
        var numbers = new ArrayList<Integer>();
        for (var each : recovered.path("numbers")) {
            assertTrue(!each.path("paper").asString().equals("owed"), each::toString);
            numbers.add(each.path("number").asInt());
        }
        assertEquals(IntStream.rangeClosed(1, drawn).boxed().toList(), numbers);
    }

    private static void onPaperIsWhatHolds(
            House house, CentreBookings line, int drawn, List<AppointmentCode> arrived)
            throws Exception {
        var papers = papers(house);
        for (int number = 1; number <= drawn; number++) {
            var there = Pattern.compile("(?m)^ +" + number + "$");
            assertTrue(
                    papers.stream().anyMatch(paper -> there.matcher(paper).find()),
                    "no paper has the number " + number);
        }
        var codes = new ArrayList<AppointmentCode>();
        for (var paper : papers) {
            var code = CODE.matcher(paper);
            if (code.find()) {
                codes.add(AppointmentCode.parse(code.group()).orElseThrow());
            }
        }
        // cut before the confirmation nothing is booked; the other two are, one of them on two
        // papers
        assertEquals(2, codes.stream().distinct().count(), codes::toString);
        for (var code : codes) {
            assertEquals(KeptAppointment.State.BOOKED, state(line, code));
        }
        for (var code : arrived) {
            assertEquals(KeptAppointment.State.ARRIVED, state(line, code));
        }
    }

    private static KeptAppointment.State state(CentreBookings line, AppointmentCode code)
            throws InterruptedException {
        return line.show(code) instanceof Reply.Got<KeptAppointment>(var kept)
                ? kept.state()
                : KeptAppointment.State.CANCELLED;
    }

    private static List<String> papers(House house) throws IOException {
        try (var files = Files.list(house.places().papers())) {
            var papers = new ArrayList<String>();
            for (var file : files.filter(each -> each.toString().endsWith(".txt")).toList()) {
                papers.add(Files.readString(file));
            }
            return papers;
        }
    }

    private Victim start(Path config, Kill kill, Optional<AppointmentCode> code)
            throws IOException {
        var log = out.resolve("victim-" + started++ + ".log");
        return Victim.start(
                log,
                List.of(),
                config,
                kill.tile(),
                List.of(
                        "--code",
                        code.map(AppointmentCode::printed).orElse(""),
                        "--stop-at",
                        kill.point()));
    }

    private static JsonNode next(Victim victim, String wanted) throws InterruptedException {
        return victim.next(wanted, new ArrayList<>())
                .filter(event -> event.path("event").asString().equals(wanted))
                .orElseThrow(() ->
                        new AssertionError(
                                wanted + " does not come: " + victim.process().lastWords()));
    }
}
