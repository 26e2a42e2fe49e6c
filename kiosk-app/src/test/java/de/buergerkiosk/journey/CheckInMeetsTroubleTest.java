package de.buergerkiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.contract.appointment.AppointmentCode;
import de.buergerkiosk.contract.appointment.CheckInReport;
import de.buergerkiosk.contract.appointment.KeptAppointment.State;
import de.buergerkiosk.contract.appointment.TicketReport;
import de.buergerkiosk.page.Answer;
import de.buergerkiosk.ports.Personal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Check-in with codes that do not fit, and with a line that is down. */
class CheckInMeetsTroubleTest {
    @TempDir private Path folder;

    private final ModelAgenda centre = new ModelAgenda();
    private final AtomicReference<Instant> now = new AtomicReference<>(Town.NOW);

    private TrialKiosk kiosk(Town town) throws InterruptedException {
        var kiosk = new TrialKiosk(town, TrialVenue.comes("check-in", "de"), centre, now::get);
        kiosk.venue().work();
        return kiosk;
    }

    @Test
    void inTimeItIsCheckedInWithANumber() throws Exception {
        var code = centre.has(State.BOOKED, ModelAgenda.HERE, 20);
        try (var town = Town.in(folder);
                var kiosk = kiosk(town)) {
            TrialVenue.types(kiosk.citizen, code);

            assertEquals(Turn.Ending.DONE, kiosk.visit());

            assertEquals(State.ARRIVED, centre.kept(code).state());
            assertTrue(kiosk.screen.lastText().contains("Sie sind angemeldet"));
            assertTrue(town.papers().getFirst().contains("Wartebereich A"));
        }
    }

    private void assertRefused(AppointmentCode code, String... words) throws Exception {
        try (var town = Town.in(folder.resolve("" + code.symbols().hashCode()));
                var kiosk = kiosk(town)) {
            TrialVenue.types(kiosk.citizen, code);

            assertEquals(Turn.Ending.LEFT, kiosk.visit());

            var page = kiosk.screen.texts("appointment-refused").getFirst();
            for (var word : words) {
                assertTrue(page.contains(word), page);
            }
            assertEquals(List.of(), town.papers());
            assertEquals(20, kiosk.venue().courier.left(kiosk.venue().here.today()), "not burnt");
            assertEquals(0, kiosk.venue().reports.depth());
        }
    }

    @Test
    void codesThatDoNotFitAreToldApartAndNameTheCure() throws Exception {
        assertRefused(
                AppointmentCode.next(new SplittableRandom(99)),
                "kennen wir nicht",
                "APT-CODE-UNKNOWN");
        assertRefused(
                centre.has(State.CANCELLED, ModelAgenda.HERE, 20),
                "abgesagt",
                "neuen buchen",
                "APT-NOT-POSSIBLE");
        assertRefused(
                centre.has(State.BOOKED, ModelAgenda.HERE, -45),
                "vorbei",
                "am Schalter",
                "APT-PAST");
        assertRefused(
                centre.has(State.BOOKED, ModelAgenda.HERE, 90),
                "zu früh",
                "60 Minuten",
                "APT-TOO-EARLY");
        assertRefused(
                centre.has(State.BOOKED, "traffic-office", 20),
                "anderen Ort",
                "Straßenverkehrsbehörde",
                "APT-ELSEWHERE");
        assertRefused(
                centre.has(State.ARRIVED, ModelAgenda.HERE, 10), "schon angemeldet", "Zettel");
        centre.tooMany = true;
        assertRefused(
                centre.has(State.BOOKED, ModelAgenda.HERE, 25),
                "in 8 Minuten",
                "APT-CODES-TOO-MANY");
    }

    @Test
    void aSlipOfTheFingerIsToldAtTheFieldAndAsksNobody() throws Exception {
        var code = centre.has(State.BOOKED, ModelAgenda.HERE, 20);
        try (var town = Town.in(folder);
                var kiosk = kiosk(town)) {
            var typed = new java.util.ArrayDeque<>(List.of("7K3M-P0QX-4WZZ", code.printed()));
            kiosk.citizen.on(
                    "appointment-code",
                    _ -> new Answer.Filled(Personal.of(Map.of("code", typed.pop()))));

            assertEquals(Turn.Ending.DONE, kiosk.visit());

            assertTrue(
                    kiosk.screen
                            .texts("appointment-code")
                            .getLast()
                            .contains("! code: Das ist kein Termin-Code"));
        }
    }

    @Test
    void withoutTheLineItIsKeptAndPassedOnLater() throws Exception {
        var code = centre.has(State.BOOKED, ModelAgenda.HERE, 20);
        try (var town = Town.in(folder)) {
            try (var kiosk = kiosk(town)) {
                centre.away = true;
                TrialVenue.types(kiosk.citizen, code);
                assertEquals(Turn.Ending.DONE, kiosk.visit());
                assertTrue(kiosk.screen.lastText().contains("Gemeldet, wird übertragen"));
                assertTrue(town.papers().getFirst().contains("wird übertragen"));
                assertEquals(State.BOOKED, centre.kept(code).state());
            }
            assertNoCodeOnDisk(code);
            centre.away = false;
            now.updateAndGet(at -> at.plus(Duration.ofMinutes(2)));
            centre.now = now.get();
            try (var kiosk = kiosk(town)) {
                assertEquals(State.ARRIVED, centre.kept(code).state());
                assertEquals(0, kiosk.venue().reports.depth());
                assertTrue(kiosk.venue().reports.all().getFirst().told());
            }
        }
    }

    private void assertNoCodeOnDisk(AppointmentCode code) throws Exception {
        try (var files = Files.walk(folder.resolve("kiosk"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertTrue(!text.contains(code.symbols()) && !text.contains(code.printed()));
            }
        }
    }

    @Test
    void anAnswerThatIsLostLeavesItKeptAndTheCentreHearsItOnce() throws Exception {
        var code = centre.has(State.BOOKED, ModelAgenda.HERE, 20);
        try (var town = Town.in(folder);
                var kiosk = kiosk(town)) {
            centre.loses = Optional.of("check-in");
            TrialVenue.types(kiosk.citizen, code);
            kiosk.visit();
            assertTrue(kiosk.screen.lastText().contains("wird übertragen"));

            now.updateAndGet(at -> at.plus(Duration.ofMinutes(1)));
            kiosk.venue().work();
            assertEquals(1, centre.heard.size());
            assertEquals(0, kiosk.venue().reports.depth());
        }
    }

    @Test
    void whoeverTheCentreRefusesLaterIsCalledAllTheSame() throws Exception {
        var code = AppointmentCode.next(new SplittableRandom(98));
        try (var town = Town.in(folder);
                var kiosk = kiosk(town)) {
            centre.away = true;
            TrialVenue.types(kiosk.citizen, code);
            kiosk.visit();
            centre.away = false;
            now.updateAndGet(at -> at.plus(Duration.ofMinutes(2)));
            centre.now = now.get();
            kiosk.venue().work();
            kiosk.venue().work();

            assertEquals(1, centre.heard.size());
            var ticket = (TicketReport) centre.heard.values().iterator().next();
            assertEquals(1, ticket.number());
            assertEquals(List.of("APT-CHECKIN-REFUSED"), kiosk.incidents());
        }
    }

    @Test
    void aPowerCutWhileTheCentreIsAskedIsFinishedWithTheSameNumber() throws Exception {
        var code = centre.has(State.BOOKED, ModelAgenda.HERE, 20);
        try (var town = Town.in(folder)) {
            try (var kiosk = kiosk(town)) {
                var visit = new VisitId("02");
                kiosk.journal.begun(visit);
                var arrived =
                        kiosk.venue()
                                .numbers
                                .arrive(
                                        visit,
                                        ModelAgenda.HERE,
                                        kiosk.venue().here.today(),
                                        code,
                                        Optional.empty(),
                                        Town.NOW)
                                .orElseThrow();
                var report = CheckInReport.of(code, ModelAgenda.HERE, 1, Town.NOW);
                assertEquals(1, arrived.slip().number());
                centre.checkIn(arrived.report(), report);
            }
            now.updateAndGet(at -> at.plus(Duration.ofMinutes(1)));
            try (var kiosk = kiosk(town)) {
                kiosk.settle();
                assertEquals(1, town.papers().size());
                assertEquals(0, kiosk.venue().reports.depth());
                assertEquals(1, centre.heard.size());
            }
        }
    }
}
