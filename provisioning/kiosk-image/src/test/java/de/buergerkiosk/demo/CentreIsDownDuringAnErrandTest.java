package de.buergerkiosk.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.contract.appointment.AppointmentCode;
import de.buergerkiosk.contract.appointment.KeptAppointment;
import de.buergerkiosk.journey.appointment.AppointmentLine.Reply;
import de.buergerkiosk.main.SettingsFile;
import de.buergerkiosk.main.Surroundings;
import de.buergerkiosk.page.PageText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The city's line is cut: numbers hold, arrivals are told later, and a wish promises nothing. */
@Timeout(900)
class CentreIsDownDuringAnErrandTest {
    private static final Path ROOT = Path.of(System.getProperty("house.root", "."));
    private static final Duration SOON = Duration.ofMinutes(3);

    @TempDir private Path out;

    private final Surroundings around = Surroundings.real();

    @Test
    void whatTheCitizenGetsIsTrueAndTheCentreHearsOfItLater() throws Exception {
        try (var data = Scratch.make(ROOT);
                var house =
                        DemoAgenda.house(
                                new House.Places(ROOT, data.folder(), out),
                                EidChain.SIMULATION,
                                around.clock(),
                                _ -> {});
                var stage = Stage.open(SettingsFile.read(house.writeKioskConfig()), around)) {
            cutOff(house, stage);
        }
    }

    private void cutOff(House house, Stage stage) throws Exception {
        var desk = stage.kiosk().appointments().orElseThrow();
        assertTrue(stage.await(desk::isReady, SOON));
        var known = new OneErrand(ROOT, out, around, _ -> {}).book(desk.line(), "de");
        house.stopCentre();

        var arrival = walk(house, stage, Journeys.CHECK_IN, "de", Optional.of(known.code()));
        assertTrue(arrival.contains("Gemeldet, wird übertragen"), arrival);
        assertTrue(slip(house).contains("Gemeldet, wird übertragen"), slip(house));
        var ticket = walk(house, stage, Journeys.TICKET, "en", Optional.empty());
        assertTrue(ticket.contains("You have a waiting number"), ticket);
        var wish = walk(house, stage, Journeys.APPOINTMENT, "en", Optional.empty());
        assertTrue(wish.contains("Your wish"), wish);
        assertTrue(slip(house).contains("Das ist noch kein Termin."), slip(house));
        assertEquals(2, desk.numbers().size());
        assertTrue(desk.numbers().stream().noneMatch(each -> each.told()), "told to whom?");
        assertEquals(2, desk.numbers().stream().map(each -> each.number()).distinct().count());

        house.restartCentre();

        assertTrue(stage.await(() -> desk.numbers().stream().allMatch(each -> each.told()), SOON));
        assertTrue(
                desk.line().show(known.code()) instanceof Reply.Got<KeptAppointment>(var kept)
                        && kept.state() == KeptAppointment.State.ARRIVED);
        assertTrue(
                stage.await(
                        () ->
                                stage.kiosk().accounts().stream()
                                        .allMatch(each -> each.state().equals("acknowledged")),
                        SOON));
        var arrived = new DeskClient(house.centre().deskUrl(), house.centre().logins()).filings();
        assertEquals(1, arrived.size());
        assertEquals("appointment-request", arrived.getFirst().path("service").asString());
    }

    /** The words of the last page. */
    private String walk(
            House house,
            Stage stage,
            Journeys journey,
            String language,
            Optional<AppointmentCode> code)
            throws Exception {
        var citizen =
                new ScriptedErrand(
                        stage.screen(),
                        around.clock(),
                        out.resolve(journey.word()),
                        journey,
                        language,
                        code,
                        Optional.empty());
        var played = stage.play(citizen::walk);
        assertEquals(Optional.empty(), played.trouble());
        Papers.collect(house.places());
        Files.copy(out.resolve("receipt.png"), out.resolve(journey.word()).resolve("slip.png"));
        return PageText.of(citizen.result().orElseThrow().page(), language);
    }

    private static String slip(House house) throws Exception {
        return Files.readString(house.places().out().resolve("receipt.txt"));
    }
}
