package de.buergerkiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.contract.appointment.TicketReport;
import de.buergerkiosk.page.Answer;
import de.buergerkiosk.printer.escpos.simulated.Touch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Waiting numbers through jams, double taps, power cuts, a dead line and midnight. */
class NumberIsNeverBurntOrDoubledTest {
    private static final String TILE = "ticket-registration";

    @TempDir private Path folder;

    private final ModelAgenda centre = new ModelAgenda();
    private final AtomicReference<Instant> now = new AtomicReference<>(Town.NOW);

    private TrialKiosk kiosk(Town town) {
        return new TrialKiosk(town, TrialVenue.comes(TILE, "de"), centre, now::get);
    }

    private static List<Integer> drawn(TrialKiosk kiosk) {
        return kiosk.venue().reports.all().stream().map(told -> told.number()).toList();
    }

    @Test
    void twoTouchesFromWelcomeToPaper() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = kiosk(town)) {
            kiosk.venue().work();

            assertEquals(Turn.Ending.DONE, kiosk.visit());

            assertEquals(
                    List.of("welcome", "choose", "slip-print", "farewell-ticket"),
                    kiosk.screen.names());
            assertEquals(1, town.papers().size());
            kiosk.venue().work();
            assertEquals(List.of(1), reported());
            assertEquals(0, kiosk.venue().reports.depth());
        }
    }

    private List<Integer> reported() {
        return centre.heard.values().stream()
                .map(report -> ((TicketReport) report).number())
                .sorted()
                .toList();
    }

    @Test
    void afterAPaperJamTheSameNumberIsPrinted() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = kiosk(town)) {
            kiosk.venue().work();
            town.printer.touch(Touch.PAPER_OUT);
            kiosk.citizen.on(
                    "slip-halted",
                    page -> {
                        assertTrue(
                                de.buergerkiosk.page.PageText.of(page, "de")
                                        .contains("Ihre Wartenummer: 1\n"));
                        town.printer.touch(Touch.PAPER_IN);
                        return new Answer.Chosen("again");
                    });

            kiosk.visit();
            kiosk.visitAgain();

            assertEquals(List.of(1, 2), drawn(kiosk));
            assertEquals(2, town.papers().size());
        }
    }

    @Test
    void withoutPaperTheNumberIsOnTheScreenAndTheCentreKnowsIt() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = kiosk(town)) {
            kiosk.venue().work();
            town.printer.touch(Touch.PAPER_OUT);
            kiosk.citizen.on("slip-halted", _ -> new Answer.Chosen("without"));

            kiosk.visit();
            kiosk.venue().work();

            assertEquals(List.of(), town.papers());
            assertTrue(kiosk.screen.lastText().contains("Ihre Wartenummer: 1\n"));
            assertEquals(List.of(1), reported());
        }
    }

    @Test
    void aSecondTouchInTheSameVisitDrawsNothingNew() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = kiosk(town)) {
            kiosk.venue().work();
            var visit = new VisitId("01");
            kiosk.journal.begun(visit);
            var day = kiosk.venue().here.today();
            var numbers = kiosk.venue().numbers;
            var first = numbers.ticket(visit, ModelAgenda.HERE, "registration", day, Town.NOW);
            var second = numbers.ticket(visit, ModelAgenda.HERE, "registration", day, Town.NOW);

            assertEquals(first, second);
            assertEquals(List.of(1), drawn(kiosk));
        }
    }

    @Test
    void aPowerCutBeforeThePaperIsFinishedWithTheSameNumber() throws Exception {
        try (var town = Town.in(folder)) {
            try (var kiosk = kiosk(town)) {
                kiosk.venue().work();
                var visit = new VisitId("01");
                kiosk.journal.begun(visit);
                var day = kiosk.venue().here.today();
                kiosk.venue()
                        .numbers
                        .ticket(visit, ModelAgenda.HERE, "registration", day, Town.NOW);
            }
            centre.away = true;
            try (var kiosk = kiosk(town)) {
                kiosk.settle();
                assertEquals(1, town.papers().size());
                assertTrue(town.papers().getFirst().contains("Wohnsitz anmelden"));
                assertEquals(List.of(), kiosk.journal.open());
                kiosk.settle();
                assertEquals(1, town.papers().size(), "once");

                kiosk.visit();
                assertEquals(List.of(1, 2), drawn(kiosk));
            }
        }
    }

    @Test
    void aPowerCutAfterThePaperPrintsTheSameNumberOnceMore() throws Exception {
        try (var town = Town.in(folder)) {
            try (var kiosk =
                    new TrialKiosk(
                            town,
                            TrialVenue.comes(TILE, "de"),
                            centre,
                            now::get,
                            PowerCut.Wire.before("handed"))) {
                kiosk.venue().work();
                assertThrows(PowerCut.class, kiosk::visit);
            }
            try (var kiosk = kiosk(town)) {
                kiosk.settle();
                assertEquals(2, town.papers().size());
                kiosk.visit();
                assertEquals(List.of(1, 2), drawn(kiosk));
            }
        }
    }

    @Test
    void afterACutWithoutPaperTheNumberIsShown() throws Exception {
        try (var town = Town.in(folder)) {
            try (var kiosk = kiosk(town)) {
                kiosk.venue().work();
                var visit = new VisitId("01");
                kiosk.journal.begun(visit);
                var day = kiosk.venue().here.today();
                kiosk.venue()
                        .numbers
                        .ticket(visit, ModelAgenda.HERE, "registration", day, Town.NOW);
            }
            town.printer.touch(Touch.PAPER_OUT);
            try (var kiosk = kiosk(town)) {
                kiosk.settle();
                assertTrue(
                        kiosk.screen.texts("slip-owed").getFirst().contains("Ihre Wartenummer: 1"));
                assertEquals(List.of(), kiosk.journal.open());
            }
        }
    }

    @Test
    void withoutTheLineNumbersComeFromWhatWasLentAndTheCentreHearsLater() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = kiosk(town)) {
            kiosk.venue().work();
            centre.away = true;
            for (int i = 0; i < 20; i++) {
                kiosk.visitAgain();
                kiosk.venue().work();
            }
            assertEquals(IntStream.rangeClosed(1, 20).boxed().toList(), drawn(kiosk));
            kiosk.citizen.on("no-numbers", _ -> new Answer.Leave(Answer.Why.PRESSED));
            kiosk.visitAgain();
            assertTrue(kiosk.screen.names().contains("no-numbers"));

            centre.away = false;
            now.updateAndGet(at -> at.plus(Duration.ofMinutes(20)));
            centre.now = now.get();
            kiosk.venue().work();
            assertEquals(IntStream.rangeClosed(1, 20).boxed().toList(), reported());
        }
    }

    @Test
    void theNextBlockIsThereBeforeTheLastNumberIsUsed() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = kiosk(town)) {
            kiosk.venue().work();
            for (int i = 0; i < 11; i++) {
                kiosk.visitAgain();
            }
            var today = kiosk.venue().here.today();
            assertEquals(9, kiosk.venue().courier.left(today));
            kiosk.venue().work();
            assertEquals(29, kiosk.venue().courier.left(today));
        }
    }

    @Test
    void aLostAnswerToTheQuestionForNumbersLosesNone() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = kiosk(town)) {
            centre.loses = java.util.Optional.of("lend");
            kiosk.venue().work();
            kiosk.venue().work();
            kiosk.visit();
            assertEquals(List.of(1), drawn(kiosk));
        }
    }

    @Test
    void atMidnightTheNumbersOfTheNextDayAreThereAlreadyAndThoseOfYesterdayAreNotUsed()
            throws Exception {
        try (var town = Town.in(folder);
                var kiosk = kiosk(town)) {
            kiosk.venue().work();
            kiosk.visit();
            centre.away = true;
            now.set(Town.NOW.plus(Duration.ofHours(12)).plus(Duration.ofMinutes(1)));
            kiosk.visitAgain();

            var all = kiosk.venue().reports.all();
            assertEquals(List.of(1, 1), drawn(kiosk));
            assertEquals(all.getFirst().day().plusDays(1), all.getLast().day());
        }
    }

    @Test
    void aClockTenYearsOffIsPutRightByTheCentre() throws Exception {
        for (var off : new long[] {-3652, 3652}) {
            now.set(Town.NOW.plus(Duration.ofDays(off)));
            try (var town = Town.in(folder.resolve("off" + off));
                    var kiosk = kiosk(town)) {
                kiosk.venue().work();
                kiosk.visit();
                assertEquals("2026-11-23", kiosk.venue().reports.all().getFirst().day().toString());
                assertTrue(town.papers().getFirst().contains("23.11.2026"));
            }
        }
    }

    @Test
    void aClockTenYearsOffWithoutTheLineGivesOutNoNumberAtAll() throws Exception {
        try (var town = Town.in(folder)) {
            try (var kiosk = kiosk(town)) {
                kiosk.venue().work();
            }
            centre.away = true;
            now.set(Town.NOW.plus(Duration.ofDays(3652)));
            try (var kiosk = kiosk(town)) {
                kiosk.citizen.on("no-numbers", _ -> new Answer.Leave(Answer.Why.PRESSED));
                kiosk.visit();
                assertFalse(kiosk.screen.names().contains("farewell-ticket"));
                assertEquals(List.of(), drawn(kiosk));
            }
        }
    }
}
