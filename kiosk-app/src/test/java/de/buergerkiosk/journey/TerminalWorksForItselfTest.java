package de.buergerkiosk.journey;

import static de.buergerkiosk.journey.Goldens.assertGolden;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.page.Answer;
import de.buergerkiosk.payment.zvt.simulated.TerminalFault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The terminal closes its day or fetches software just when a citizen wants to pay. */
@Timeout(120)
class TerminalWorksForItselfTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource(
            value = TerminalFault.class,
            names = {"BUSY", "OWN_CLOSING", "OWN_UPDATE", "CLOSING_DUE"})
    void theCitizenWaitsAndPaysOnceItIsReady(TerminalFault job) throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.bulky("express"))) {
            town.terminal.fault(job);
            kiosk.citizen.on("card-pauses", _ -> new Answer.Chosen("wait"));
            kiosk.whilePausing(() -> town.terminal.fault(TerminalFault.NONE));

            assertEquals(Turn.Ending.DONE, kiosk.visit());

            assertEquals(List.of(4_900L), town.booked());
            assertEquals(List.of(Duration.ofSeconds(3)), kiosk.pauses);
            assertEquals("queued", kiosk.filings().getFirst().state());
            assertEquals(0, kiosk.screen.texts("not-paid").size());
        }
    }

    @Test
    void theCitizenTriesAtOnce() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.bulky("express"))) {
            town.terminal.fault(TerminalFault.BUSY);
            kiosk.citizen.on(
                    "card-pauses",
                    _ -> {
                        town.terminal.fault(TerminalFault.NONE);
                        return new Answer.Chosen("again");
                    });

            assertEquals(Turn.Ending.DONE, kiosk.visit());
            assertEquals(List.of(4_900L), town.booked());
        }
    }

    @Test
    void whoGoesBackIsNotCharged() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.bulky("express"))) {
            town.terminal.fault(TerminalFault.OWN_CLOSING);
            kiosk.citizen
                    .on("card-pauses", _ -> new Answer.Chosen("back"))
                    .on("not-paid", _ -> new Answer.Chosen("leave"));

            assertEquals(Turn.Ending.NOT_PAID, kiosk.visit());
            assertEquals(List.of(), town.booked());
            assertEquals(List.of("void"), kiosk.states());
        }
    }

    @Test
    void whoWaitsForTooLongIsAskedAgainAndMayStopWaiting() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.bulky("express"))) {
            town.terminal.fault(TerminalFault.BUSY);
            var stops = new int[1];
            kiosk.screen.whenShown(
                    "card-waits",
                    press -> {
                        if (stops[0]++ > 0) {
                            press.accept(new Answer.Leave(Answer.Why.PRESSED));
                        }
                    });
            kiosk.citizen
                    .on("card-pauses", _ -> new Answer.Chosen(stops[0] < 2 ? "wait" : "back"))
                    .on("not-paid", _ -> new Answer.Chosen("leave"));

            assertEquals(Turn.Ending.NOT_PAID, kiosk.visit());

            assertEquals(
                    TrialKiosk.READY_ATTEMPTS, kiosk.pauses.size(), "the second time nobody waits");
            assertEquals(3, kiosk.screen.texts("card-pauses").size());
            assertEquals(List.of(), town.booked());
        }
    }

    @Test
    void thePagesAreAsAgreed() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, TrialKiosk.bulky("express"))) {
            town.terminal.fault(TerminalFault.BUSY);
            kiosk.citizen.on("card-pauses", _ -> new Answer.Chosen("wait"));
            kiosk.whilePausing(() -> town.terminal.fault(TerminalFault.NONE));
            assertEquals(Turn.Ending.DONE, kiosk.visit());

            for (var language : List.of("de", "en")) {
                var pages =
                        String.join("\n", kiosk.screen.texts("card-pauses", language))
                                + "\n"
                                + String.join("\n", kiosk.screen.texts("card-waits", language));
                assertTrue(pages.contains("PAY-BUSY"), pages);
                assertGolden("card-pauses." + language + ".pages.txt", pages);
            }
        }
    }
}
