package de.buergerkiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.contract.filing.PaymentRecord;
import de.buergerkiosk.journey.TrialKiosk.PageOffered;
import de.buergerkiosk.page.Answer;
import de.buergerkiosk.payment.zvt.simulated.TerminalFault;
import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.Fault;
import de.buergerkiosk.ports.print.DocumentPrinter;
import de.buergerkiosk.ports.print.PrintOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The terminal waits for the permit: it takes the money when the paper is out, or not at all. */
class DocumentIsPrintedBeforeMoneyIsTakenTest {
    @TempDir private Path folder;

    /** A printer for A4 that takes its time, or cannot; notes what was booked meanwhile. */
    private static final class Laser implements DocumentPrinter {
        private final Town town;
        private final Duration time;
        private final PrintOutcome outcome;
        private final List<List<Long>> bookedWhilePrinting = new ArrayList<>();

        Laser(Town town, Duration time, PrintOutcome outcome) {
            this.town = town;
            this.time = time;
            this.outcome = outcome;
        }

        @Override
        public PrintOutcome print(String name, byte[] pdf) throws InterruptedException {
            assertTrue(pdf.length > 1_000, "an empty document");
            var _ = new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
            synchronized (this) {
                bookedWhilePrinting.add(town.booked());
            }
            return outcome;
        }

        synchronized List<List<Long>> bookedWhilePrinting() {
            return List.copyOf(bookedWhilePrinting);
        }

        @Override
        public DeviceState state() {
            return new DeviceState.Ready();
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    private static final PrintOutcome HALTED =
            new PrintOutcome.Halted(new Fault("DOC-FOLDER", "no paper"));

    @Test
    void theMoneyIsTakenOnceThePaperIsOutAndItIsPrintedOnce() throws Exception {
        try (var town = Town.in(folder)) {
            var laser = new Laser(town, Duration.ofMillis(2_500), new PrintOutcome.Printed());
            try (var kiosk = kiosk(town, laser)) {
                assertEquals(Turn.Ending.DONE, kiosk.visit(), kiosk.screen::everything);

                assertEquals(List.of(List.<Long>of()), laser.bookedWhilePrinting());
                assertEquals(List.of(18_000L), town.booked());
                assertEquals(List.of("queued"), kiosk.states());
                assertEquals(
                        Optional.of("printed document printed"),
                        kiosk.filings().getFirst().paper());
                assertEquals(List.of(), kiosk.incidents());
            }
        }
    }

    @Test
    void whatCannotBePrintedIsNotPaidAndThePageSaysWhy() throws Exception {
        try (var town = Town.in(folder)) {
            var laser = new Laser(town, Duration.ZERO, HALTED);
            try (var kiosk = kiosk(town, laser)) {
                kiosk.citizen.on("not-paid", _ -> new Answer.Chosen("leave"));

                assertEquals(Turn.Ending.NOT_PAID, kiosk.visit(), kiosk.screen::everything);

                var page = kiosk.screen.texts("not-paid").getFirst();
                assertTrue(page.contains("Das Dokument konnte nicht gedruckt werden."), page);
                assertTrue(page.contains("DOC-FOLDER"), page);
                assertFalse(page.contains("Das Kartengerät antwortet nicht"), page);
                assertEquals(List.of(), town.booked());
                assertEquals(List.of("void"), kiosk.states());
                assertEquals(List.of("DOC-FOLDER"), kiosk.incidents());
            }
        }
    }

    @Test
    void whereNobodyKnowsWhetherItIsPaidThePaperThatIsOutIsNotPrintedAgain() throws Exception {
        try (var town = Town.in(folder)) {
            var laser = new Laser(town, Duration.ZERO, new PrintOutcome.Printed());
            try (var kiosk = kiosk(town, laser)) {
                town.terminal.fault(TerminalFault.MUTE_AFTER_AUTHORISATION);
                kiosk.screen.whenShown(
                        "pay",
                        _ -> {
                            if (kiosk.screen.lastText().contains("Wir prüfen, ob bezahlt wurde.")) {
                                town.terminal.fault(TerminalFault.MUTE);
                            }
                        });

                assertEquals(Turn.Ending.DONE, kiosk.visit(), kiosk.screen::everything);

                assertInstanceOf(
                        PaymentRecord.Unclear.class,
                        kiosk.filings().getFirst().payment().orElseThrow());
                assertTrue(laser.bookedWhilePrinting().size() <= 1, "printed twice");
                assertFalse(kiosk.incidents().contains("DOC-UNPAID"));
            }
        }
    }

    @Test
    void aServiceWithoutDocumentIsPaidAsEver() throws Exception {
        try (var town = Town.in(folder)) {
            var laser = new Laser(town, Duration.ZERO, HALTED);
            try (var kiosk =
                    new TrialKiosk(
                            town,
                            TrialKiosk.bulky("express"),
                            PowerCut.Wire.at(PowerCut.At.NEVER),
                            PageOffered.NEVER,
                            Optional.of(laser))) {
                assertEquals(Turn.Ending.DONE, kiosk.visit(), kiosk.screen::everything);

                assertEquals(List.of(4_900L), town.booked());
                assertEquals(List.of(), laser.bookedWhilePrinting());
            }
        }
    }

    @Test
    void cutAtAnyWriteNobodyPaysForAPaperThatIsNotOut() throws Exception {
        int write = 0;
        while (isCut(new PowerCut.At(write, false)) && isCut(new PowerCut.At(write, true))) {
            write++;
        }
        assertTrue(write >= 13, "only " + write + " writes");
    }

    /** False when the visit was over before that write. */
    private boolean isCut(PowerCut.At at) throws Exception {
        try (var town = Town.in(folder.resolve(at.write() + "-" + at.after()))) {
            var laser = new Laser(town, Duration.ZERO, new PrintOutcome.Printed());
            var wire = PowerCut.Wire.at(at);
            try (var kiosk =
                    new TrialKiosk(
                            town,
                            TrialKiosk.PARKING,
                            wire,
                            PageOffered.NEVER,
                            Optional.of(laser))) {
                kiosk.screen.whenShown("take-card", _ -> town.takeCard());
                kiosk.visit();
                return false;
            } catch (PowerCut cut) {
                check(town, laser, at + " " + wire.writes().getLast());
                return true;
            }
        }
    }

    private static void check(Town town, Laser laser, String where) throws Exception {
        try (var kiosk = new TrialKiosk(town, TrialKiosk.PARKING)) {
            kiosk.settling.settleAll();

            assertEquals(List.of(), kiosk.journal.open(), where);
            boolean released = kiosk.states().contains("queued");
            assertEquals(released ? List.of(18_000L) : List.of(), town.booked(), where);
            if (released) {
                assertInstanceOf(
                        PaymentRecord.Paid.class,
                        kiosk.filings().getFirst().payment().orElseThrow(),
                        where);
                assertEquals(1, laser.bookedWhilePrinting().size(), where);
            }
        }
    }

    private static TrialKiosk kiosk(Town town, Laser laser) {
        var kiosk =
                new TrialKiosk(
                        town,
                        TrialKiosk.PARKING,
                        PowerCut.Wire.at(PowerCut.At.NEVER),
                        PageOffered.NEVER,
                        Optional.of(laser));
        kiosk.screen.whenShown("take-card", _ -> town.takeCard());
        return kiosk;
    }
}
