package de.buergerkiosk.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.care.PinHash;
import de.buergerkiosk.care.StaffMember;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.demo.ChildProcess;
import de.buergerkiosk.demo.DeskClient;
import de.buergerkiosk.demo.DeskPages;
import de.buergerkiosk.demo.House;
import de.buergerkiosk.demo.Scratch;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.PageText;
import de.buergerkiosk.screen.Hand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A real centre, and a kiosk that runs as its process does: everything that the city may say is said
 * while a citizen stands there, taken up when nobody does, and seen at the console.
 */
@Timeout(2_400)
class CityChangesAKioskBetweenTwoVisitsTest {
    private static final Path ROOT = Path.of(System.getProperty("house.root", "."));
    private static final String KIOSK = "kiosk-demo";
    private static final String CODE = "5821";
    private static final String PIN = "719364";

    @TempDir private Path out;

    @Test
    void whatTheCitySaysHoldsAfterTheVisit() throws Exception {
        try (var data = Scratch.make(ROOT);
                var house =
                        House.start(
                                new House.Places(ROOT, data.folder(), out.resolve("house")),
                                House.Faults.NONE,
                                _ -> {});
                var second =
                        ChildProcess.start(
                                "printer",
                                out.resolve("second.log"),
                                List.of("sim", "printer", "--port", "0", "--out", papers()));
                var kiosk = RunningKiosk.start(house.writeKioskConfig())) {
            var centre = house.centre();
            var desk = FleetDesk.of(centre.deskUrl(), centre.logins(), KIOSK);
            kiosk.page("welcome");
            var own = beats(desk, "service");
            assertEquals("own", own.at("/heartbeat/configuration/state").asString());

            var port = second.ready(Duration.ofMinutes(3)).path("port").asInt();
            everythingAtOnceDuringAVisit(house, desk, kiosk, port);
            itsStaffComesInAndPrintsAtTheOtherPrinter(kiosk);
            outOfOrderHoldsAcrossARestart(desk, kiosk);
            closedWhereTheCitySaysSo(desk, kiosk);
            var console = console(centre);
            assertTrue(console.contains(KIOSK), console);
            assertTrue(console.contains("Geschlossen"), console);
            aPrinterThatIsNotThereIsGivenUp(desk, kiosk);
        }
    }

    private String papers() {
        return out.resolve("papers").toString();
    }

    private static void everythingAtOnceDuringAVisit(
            House house, FleetDesk desk, RunningKiosk kiosk, int printer) throws Exception {
        var before = kiosk.screen();
        kiosk.hand().turn("start-en");
        kiosk.page("choose");
        desk.release(0, settings(printer));
        kiosk.await(() -> isStaged(house), "the bundle does not come");

        // the citizen goes on as if nothing had happened
        kiosk.hand().turn("tile-parking-permit");
        assertSame(before, kiosk.screen());
        assertEquals("own", state(desk.kiosk(_ -> true, () -> "")));
        kiosk.hand().tap("leave");

        var welcome = assertInstanceOf(Page.Welcome.class, kiosk.anew(before, "welcome"));
        var text = PageText.of(welcome, "de");
        assertTrue(text.contains("Kiosk am Rathaus"), text);
        assertTrue(text.contains("Sturmwarnung"), text);
        assertTrue(text.contains("Sperrmüll"), text);
        assertFalse(text.contains("Bewohnerparkausweis"), text);
        assertEquals(1, welcome.languages().size());
        var good = desk.kiosk(each -> state(each).equals("good"), () -> "");
        assertEquals(
                good.at("/desired/version").asLong(),
                good.at("/heartbeat/configuration/version").asLong());

        // ten seconds, and twenty to answer: the usual time would be a hundred and five
        kiosk.hand().turn("start-de");
        kiosk.page("choose");
        kiosk.await(() -> sees(kiosk, "idle-stay"), "nobody is asked whether he is there");
        kiosk.page("welcome");
    }

    private void itsStaffComesInAndPrintsAtTheOtherPrinter(RunningKiosk kiosk) throws Exception {
        comeIn(kiosk, StaffExample.CODE, StaffExample.PIN);
        kiosk.page("staff-code");
        kiosk.hand().tap("leave");
        kiosk.page("welcome");

        comeIn(kiosk, CODE, PIN);
        kiosk.page("staff-menu");
        kiosk.hand().tap("tile-print");
        kiosk.await(this::hasPaper, "nothing comes out of the other printer");
        kiosk.await(() -> sees(kiosk, "back"), "the test print does not end");
        kiosk.hand().tap("back");
        kiosk.page("staff-menu");
    }

    private static void outOfOrderHoldsAcrossARestart(FleetDesk desk, RunningKiosk kiosk)
            throws Exception {
        beats(desk, "staff");
        kiosk.hand().tap("tile-order");
        kiosk.page("care-order-off");
        kiosk.hand().tap("button-begin");
        kiosk.page("staff-menu");
        var before = kiosk.screen();
        kiosk.hand().tap("tile-restart");
        kiosk.page("care-restart");
        kiosk.hand().tap("tile-kiosk");
        kiosk.anew(before, "out-of-order");
        beats(desk, "out-of-order");

        kiosk.hand().tap("button-staff");
        digits(kiosk, "staff-code", CODE);
        digits(kiosk, "staff-pin", PIN);
        kiosk.page("staff-menu");
        kiosk.hand().tap("tile-order");
        kiosk.page("care-order-on");
        kiosk.hand().tap("button-end");
        kiosk.page("staff-menu");
        kiosk.hand().tap("leave");
        kiosk.page("welcome");
    }

    private static void closedWhereTheCitySaysSo(FleetDesk desk, RunningKiosk kiosk)
            throws Exception {
        var before = kiosk.screen();
        var yesterday =
                LocalDate.now(House.ZONE)
                        .minusDays(1)
                        .getDayOfWeek()
                        .name()
                        .toLowerCase(Locale.ROOT);
        desk.release(1, "{\"openingHours\":{\"" + yesterday + "\":[\"08:00-09:00\"]}}");
        var closed = kiosk.anew(before, "closed");
        assertTrue(PageText.of(closed, "de").contains("08:00"), PageText.of(closed, "de"));
        beats(desk, "closed");
        assertEquals("good", state(desk.kiosk(each -> state(each).equals("good"), () -> "")));
    }

    private static void aPrinterThatIsNotThereIsGivenUp(FleetDesk desk, RunningKiosk kiosk)
            throws Exception {
        desk.release(2, settings(9));
        var fallen = desk.kiosk(each -> state(each).equals("fallen-back"), () -> "");
        assertTrue(
                fallen.at("/applied/detail").asString().contains("PRN-UNREACHABLE"),
                fallen.toString());
        kiosk.page("closed");
    }

    private static String settings(int printer) {
        var pin = PinHash.of(PIN.toCharArray(), PinHash.ITERATIONS, new SecureRandom());
        return """
        {"services":["bulky-waste"],"languages":["de"],
         "idle":{"anonymousSeconds":10,"personalSeconds":60,"warningSeconds":20},
         "openingHours":{%s},
         "devices":{"printer":{"host":"127.0.0.1","port":%d}},
         "welcome":{"title":{"de":"Kiosk am Rathaus","en":"Kiosk at the town hall"}},
         "banner":{"de":"Sturmwarnung","en":"Storm warning"},
         "staff":[{"code":"%s","role":"%s","validUntil":"2099-12-31","pin":"%s","name":"Kim"}]}
        """
                .formatted(
                        String.join(
                                ",",
                                List.of(
                                                "monday",
                                                "tuesday",
                                                "wednesday",
                                                "thursday",
                                                "friday",
                                                "saturday",
                                                "sunday")
                                        .stream()
                                        .map(day -> "\"" + day + "\":[\"00:00-24:00\"]")
                                        .toList()),
                        printer,
                        CODE,
                        StaffMember.Role.TECHNICIAN.word(),
                        pin.text());
    }

    private static boolean isStaged(House house) {
        try {
            var state = house.places().kioskData().resolve("agent").resolve("state.json");
            return Files.exists(state)
                    && CanonicalJson.read(Files.readAllBytes(state), 10_000).has("staged");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean hasPaper() {
        var folder = Path.of(papers());
        var files = folder.toFile().list();
        return files != null && files.length > 0;
    }

    private static boolean sees(RunningKiosk kiosk, String control) {
        return new Hand(kiosk.screen()).sees(control);
    }

    /** Taps the way in for staff, and types. */
    private static void comeIn(RunningKiosk kiosk, String code, String pin) throws Exception {
        kiosk.page("welcome");
        kiosk.hand().tap(Page.Welcome.STAFF);
        digits(kiosk, "staff-code", code);
        digits(kiosk, "staff-pin", pin);
    }

    private static void digits(RunningKiosk kiosk, String page, String digits) throws Exception {
        kiosk.page(page);
        for (var digit : digits.chars().mapToObj(Character::toString).toList()) {
            kiosk.hand().tap("digit-" + digit);
        }
        kiosk.hand().turn("done");
    }

    /** The page of the kiosk at the console, as an admin gets it. */
    private static String console(House.Centre centre) throws Exception {
        var admin =
                new DeskClient(centre.deskUrl(), centre.logins())
                        .logins().stream()
                                .filter(login -> login.role().equals("admin"))
                                .findFirst()
                                .orElseThrow();
        try (var pages = DeskPages.of(centre.deskUrl(), admin)) {
            return pages.get("/fleet/kiosks/" + KIOSK);
        }
    }

    private static JsonNode beats(FleetDesk desk, String mode) throws Exception {
        return desk.kiosk(each -> each.at("/heartbeat/mode").asString("").equals(mode), () -> mode);
    }

    private static String state(JsonNode kiosk) {
        return kiosk.at("/heartbeat/configuration/state").asString("");
    }
}
