package de.buergerkiosk.journey;

import static de.buergerkiosk.journey.Goldens.assertGolden;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.contract.appointment.KeptAppointment.State;
import de.buergerkiosk.page.Answer;
import de.buergerkiosk.ports.Personal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Appointments, check-in and waiting numbers, as citizen and paper see them. */
class AppointmentLooksAsAgreedTest {
    private static final String MAIL = "erika@example.org";

    @TempDir private Path folder;

    private final ModelAgenda centre = new ModelAgenda();

    private interface Script {
        void of(TrialKiosk kiosk) throws InterruptedException;
    }

    private void assertLooks(String name, String tile, String language, Script script)
            throws Exception {
        try (var town = Town.standingStill(folder.resolve(name));
                var kiosk =
                        new TrialKiosk(
                                town, TrialVenue.comes(tile, language), centre, Town.CLOCK)) {
            kiosk.venue().work();
            script.of(kiosk);
            assertEquals(Turn.Ending.DONE, kiosk.visit(), kiosk.screen::everything);
            var papers = String.join("\n", town.papers());
            assertEquals(List.of(), town.printer.complaints());
            assertAll(
                    () ->
                            assertGolden(
                                    name + "." + language + ".pages.txt",
                                    kiosk.screen.everything()),
                    () -> assertGolden(name + "." + language + ".receipt.txt", papers));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void ticket(String language) throws Exception {
        assertLooks("ticket", "ticket-id-card", language, _ -> {});
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void checkIn(String language) throws Exception {
        var code = centre.has(State.BOOKED, ModelAgenda.HERE, 20);
        assertLooks(
                "check-in", "check-in", language, kiosk -> TrialVenue.types(kiosk.citizen, code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void checkInWithoutTheLine(String language) throws Exception {
        var code = centre.has(State.BOOKED, ModelAgenda.HERE, 20);
        assertLooks(
                "check-in-away",
                "check-in",
                language,
                kiosk -> {
                    TrialVenue.types(kiosk.citizen, code);
                    centre.away = true;
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void book(String language) throws Exception {
        assertLooks("book", "book", language, kiosk -> fill(kiosk, "appointment-confirm"));
        assertEquals(List.of(Optional.of(MAIL)), centre.mails);
    }

    private static void fill(TrialKiosk kiosk, String page) {
        kiosk.citizen.on(
                page,
                asked -> {
                    var values = new HashMap<String, String>();
                    ((de.buergerkiosk.page.Page.Questions) asked)
                            .fields()
                            .forEach(field -> values.put(field.path(), field.value()));
                    values.put("mail", MAIL);
                    return new Answer.Filled(Personal.of(values));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void wishWithoutTheLine(String language) throws Exception {
        assertLooks(
                "wish",
                "book",
                language,
                kiosk -> {
                    fill(kiosk, "appointment-wish");
                    centre.away = true;
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void move(String language) throws Exception {
        var code = centre.has(State.BOOKED, ModelAgenda.HERE, 3000);
        assertLooks(
                "move",
                "change",
                language,
                kiosk -> {
                    TrialVenue.types(kiosk.citizen, code);
                    TrialVenue.presses(kiosk.citizen, "appointment", "move");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void cancel(String language) throws Exception {
        var code = centre.has(State.BOOKED, ModelAgenda.HERE, 3000);
        assertLooks(
                "cancel",
                "change",
                language,
                kiosk -> {
                    TrialVenue.types(kiosk.citizen, code);
                    TrialVenue.presses(kiosk.citizen, "appointment", "cancel");
                });
        assertEquals(State.CANCELLED, centre.kept(code).state());
    }

    @Test
    void aWishIsAFilingForTheOfficeAndItsMailIsNowhereInTheOpen() throws Exception {
        try (var town = Town.in(folder);
                var kiosk =
                        new TrialKiosk(town, TrialVenue.comes("book", "de"), centre, Town.CLOCK)) {
            kiosk.venue().work();
            centre.away = true;
            fill(kiosk, "appointment-wish");
            kiosk.visit();

            assertEquals(List.of("queued"), kiosk.states());
            var content = new String(kiosk.opened(Town.WASTE).json(), StandardCharsets.UTF_8);
            assertTrue(content.contains(MAIL), content);
            assertTrue(town.papers().getFirst().contains("noch kein Termin"));
            try (var files = Files.walk(folder.resolve("kiosk"))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    assertFalse(
                            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                                    .contains(MAIL));
                }
            }
        }
    }

    @Test
    void somebodyQuickerTakesTheTimeAndAnotherIsChosen() throws Exception {
        try (var town = Town.in(folder);
                var kiosk =
                        new TrialKiosk(town, TrialVenue.comes("book", "de"), centre, Town.CLOCK)) {
            kiosk.venue().work();
            kiosk.citizen.on(
                    "appointment-time",
                    page -> {
                        var tiles = ((de.buergerkiosk.page.Page.Choices) page).tiles();
                        if (centre.all().isEmpty()) {
                            // booked by somebody else between the two pages
                            centre.has(
                                    State.BOOKED,
                                    ModelAgenda.HERE,
                                    (int)
                                            java.time.Duration.between(
                                                            Town.NOW,
                                                            java.time.Instant.parse(
                                                                    tiles.getFirst().id()))
                                                    .toMinutes());
                        }
                        return new Answer.Chosen(tiles.getFirst().id());
                    });
            kiosk.citizen.on(
                    "appointment-confirm", _ -> new Answer.Filled(Personal.of(Map.of("mail", ""))));

            assertEquals(Turn.Ending.DONE, kiosk.visit());

            assertTrue(
                    kiosk.screen.texts("appointment-time").getLast().contains("gerade vergeben"));
        }
    }

    @Test
    void aPowerCutWhileBookingPrintsWhatTheCentreHasAndNothingElse() throws Exception {
        for (var booked : new boolean[] {true, false}) {
            try (var town = Town.in(folder.resolve("" + booked))) {
                var code = centre.has(booked ? State.BOOKED : State.HELD, ModelAgenda.HERE, 3000);
                try (var kiosk =
                        new TrialKiosk(town, TrialVenue.comes("book", "de"), centre, Town.CLOCK)) {
                    kiosk.venue().work();
                    var visit = new VisitId("03");
                    kiosk.journal.begun(visit);
                    kiosk.venue()
                            .numbers
                            .arranging(
                                    visit,
                                    new de.buergerkiosk.journey.appointment.Slip.Booked(
                                            ModelAgenda.HERE,
                                            "registration",
                                            code,
                                            centre.kept(code).start(),
                                            false));
                }
                try (var kiosk =
                        new TrialKiosk(town, TrialVenue.comes("book", "de"), centre, Town.CLOCK)) {
                    kiosk.settle();
                    assertEquals(booked ? 1 : 0, town.papers().size());
                    assertEquals(List.of(), kiosk.journal.open());
                }
            }
        }
    }
}
