package de.buergerkiosk.journey.choose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.forms.Localized;
import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.journey.appointment.Scans;
import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.PageText;
import de.buergerkiosk.page.Screen;
import de.buergerkiosk.page.Words;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Opening hours by the clock on the wall, and the page that waits outside of them. */
@Timeout(120)
class KioskIsClosedTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static OpeningHours hours(DayOfWeek day, String... spans) {
        return new OpeningHours(Map.of(day, spans(spans)), ZONE);
    }

    private static List<OpeningHours.Span> spans(String... spans) {
        return List.of(spans).stream()
                .map(text -> OpeningHours.Span.parse(text).orElseThrow())
                .toList();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    private static Optional<String> opens(OpeningHours hours, Instant now) {
        return hours.nextOpening(now).map(ZonedDateTime::toString);
    }

    @Test
    void withoutHoursItIsAlwaysOpen() {
        assertTrue(OpeningHours.always(ZONE).isOpen(at("2026-11-30T03:00:00")));
        assertEquals(Optional.empty(), opens(OpeningHours.always(ZONE), at("2026-11-30T03:00:00")));
    }

    @Test
    void opensInTheFirstMinuteAndIsClosedInTheLast() {
        var hours = hours(DayOfWeek.MONDAY, "08:00-12:00", "14:00-18:00");
        assertFalse(hours.isOpen(at("2026-11-30T07:59:59")));
        assertTrue(hours.isOpen(at("2026-11-30T08:00:00")));
        assertTrue(hours.isOpen(at("2026-11-30T11:59:59")));
        assertFalse(hours.isOpen(at("2026-11-30T12:00:00")));
        assertFalse(hours.isOpen(at("2026-12-01T09:00:00")), "a day without hours");
        assertEquals(
                Optional.of("2026-11-30T14:00+01:00[Europe/Berlin]"),
                opens(hours, at("2026-11-30T12:00:00")));
        assertEquals(
                Optional.of("2026-12-07T08:00+01:00[Europe/Berlin]"),
                opens(hours, at("2026-11-30T18:00:00")));
    }

    @Test
    void midnightIsTheEndOfOneDayAndTheBeginningOfTheNext() {
        var hours =
                new OpeningHours(
                        Map.of(
                                DayOfWeek.FRIDAY,
                                spans("20:00-24:00"),
                                DayOfWeek.SATURDAY,
                                spans("00:00-02:00")),
                        ZONE);
        assertTrue(hours.isOpen(at("2026-12-04T23:59:59")));
        assertTrue(hours.isOpen(at("2026-12-05T00:00:00")));
        assertFalse(hours.isOpen(at("2026-12-05T02:00:00")));
        assertEquals(
                Optional.of("2026-12-05T00:00+01:00[Europe/Berlin]"),
                opens(hours, at("2026-12-04T23:30:00")));
    }

    @Test
    void hourThatMarchLeavesOutIsLeftOut() {
        var inside = hours(DayOfWeek.SUNDAY, "02:15-02:45");
        assertFalse(inside.isOpen(Instant.parse("2026-03-29T01:15:00Z")));
        assertEquals(
                Optional.of("2026-04-05T02:15+02:00[Europe/Berlin]"),
                opens(inside, at("2026-03-29T00:00:00")));

        var across = hours(DayOfWeek.SUNDAY, "01:00-04:00");
        assertTrue(across.isOpen(Instant.parse("2026-03-29T00:59:59Z")));
        assertTrue(across.isOpen(Instant.parse("2026-03-29T01:00:00Z")), "three o'clock at once");
        assertFalse(across.isOpen(Instant.parse("2026-03-29T02:00:00Z")));
    }

    @Test
    void hourThatIsThereTwiceInOctoberCountsTwice() {
        var hours = hours(DayOfWeek.SUNDAY, "02:30-03:00");
        assertTrue(hours.isOpen(Instant.parse("2026-10-25T00:30:00Z")));
        assertFalse(hours.isOpen(Instant.parse("2026-10-25T01:00:00Z")), "two o'clock again");
        assertTrue(hours.isOpen(Instant.parse("2026-10-25T01:30:00Z")));
        assertFalse(hours.isOpen(Instant.parse("2026-10-25T02:00:00Z")));
        assertEquals(
                Optional.of("2026-10-25T02:30+01:00[Europe/Berlin]"),
                opens(hours, Instant.parse("2026-10-25T01:00:00Z")));
    }

    @Test
    void whatIsNoPartOfADayIsNone() {
        for (var text : List.of("8:00-12:00", "12:00-08:00", "08:00-08:00", "24:00-24:00", "")) {
            assertEquals(Optional.empty(), OpeningHours.Span.parse(text), text);
        }
    }

    /** Shows a page until somebody answers, or until it is taken back. */
    private static final class Glass implements Screen {
        final BlockingQueue<Page> shown = new LinkedBlockingQueue<>();
        final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();

        @Override
        public Answer ask(Page page) throws InterruptedException {
            shown.put(page);
            return answers.take();
        }

        @Override
        public void withdraw(Page page) {
            answers.add(new Answer.Withdrawn());
        }

        @Override
        public void show(Page page, Consumer<Answer> pressed) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String language() {
            return "de";
        }

        @Override
        public void wipe() {
            throw new UnsupportedOperationException();
        }

        Page next() throws InterruptedException {
            var page = shown.poll(60, TimeUnit.SECONDS);
            if (page == null) {
                throw new AssertionError("no page");
            }
            return page;
        }
    }

    private static Page.Welcome welcome() {
        return new Page.Welcome(
                Localized.same("Willkommen"),
                Localized.same(""),
                List.of(),
                Localized.same(""),
                List.of());
    }

    @Test
    void pageThatWaitsChangesWithTheHourAndStaffComesInAnyway() throws Exception {
        var glass = new Glass();
        var words =
                Words.load(List.of("de", "en"))
                        .warning(Localized.same("Das Rathaus ist gesperrt."));
        var standing = new AtomicReference<Standing>(new Standing.Open());
        var counter = new Counter(glass, words);
        var reception = new Reception(counter, standing::get, true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var came =
                    threads.submit(() ->
                            reception.receive(
                                    KioskIsClosedTest::welcome,
                                    page -> new Scans.Heard.Touched(counter.ask(page))));
            assertEquals("welcome", glass.next().name());
            reception.look();
            assertTrue(glass.answers.isEmpty(), "nothing has changed");

            standing.set(new Standing.Closed(Optional.of(at("2026-12-03T08:00:00").atZone(ZONE))));
            reception.look();
            assertEquals(
                    """
                    == closed ==
                    !! Das Rathaus ist gesperrt.
                    (INFO)
                    # Der Kiosk ist geschlossen
                    (clock) Er öffnet wieder: Donnerstag, 03.12.2026, 08:00 Uhr
                    Bitte nutzen Sie einen anderen Bürgerkiosk oder gehen Sie in ein Bürgerbüro.
                    [button-staff] Für Personal
                    (patience: ENDLESS)
                    """,
                    PageText.of(glass.next(), "de"));

            standing.set(new Standing.OutOfOrder());
            reception.look();
            assertEquals(
                    """
                    == out-of-order ==
                    !! Das Rathaus ist gesperrt.
                    (INFO)
                    # The kiosk is out of order
                    We are taking care of it. Please excuse us.
                    Please use another city services kiosk, or go to a citizens' office.
                    [button-staff] For staff
                    (patience: ENDLESS)
                    """,
                    PageText.of(glass.next(), "en"));
            glass.answers.add(new Answer.Chosen("staff"));
            assertEquals(new Reception.Arrival.Staff(), came.get());
            reception.look();
            assertTrue(glass.answers.isEmpty(), "nobody waits there");
        }
    }
}
