package de.buergerkiosk.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.journey.Journal.OpenVisit;
import de.buergerkiosk.journey.PaymentWay;
import de.buergerkiosk.journey.VisitId;
import de.buergerkiosk.ports.payment.PaymentEntry;
import de.buergerkiosk.ports.payment.PaymentOrder;
import de.buergerkiosk.ports.payment.PaymentStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that is gone at each step of setting aside a damaged file, and the start after it. */
class PowerCutWhileADamagedFileIsReplacedTest {
    private static final VisitId RELEASED = new VisitId("a1");
    private static final VisitId PAYING = new VisitId("a2");
    private static final int GONE = 77;
    private static final int SECONDS_MAX = 60;

    @TempDir private Path folder;
    @TempDir private Path logs;

    /** Opens the file in a process of its own, which is gone without a word after a step. */
    static final class Victim {
        private Victim() {}

        public static void main(String[] arguments) {
            var last = SetAside.Step.valueOf(arguments[1]);
            var database =
                    Database.open(
                            Path.of(arguments[0]),
                            Store.CLOCK,
                            step -> {
                                if (step == last) {
                                    Runtime.getRuntime().halt(GONE);
                                }
                            });
            database.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theNextStartHasEverything(SetAside.Step step) throws Exception {
        var filings = damagedFile();

        assertThrows(
                Gone.class,
                () ->
                        Database.open(
                                        folder,
                                        Store.CLOCK,
                                        passed -> {
                                            if (passed == step) {
                                                throw new Gone();
                                            }
                                        })
                                .close());

        assertAllIsThere(filings);
        assertOneFileIsAside();
    }

    /** Nothing in the kiosk goes on after it. */
    private static final class Gone extends Error {
        private static final long serialVersionUID = 1;
    }

    @Test
    void processAfterProcessIsKilledAtTheNextStep() throws Exception {
        var filings = damagedFile();

        for (var step : SetAside.Step.values()) {
            assertEquals(GONE, openUntil(step), step + " " + logs);
        }

        assertAllIsThere(filings);
        assertOneFileIsAside();
    }

    /** Damaged in the table of incidents only; with a log that is not written into the file yet. */
    private List<FilingId> damagedFile() throws Exception {
        List<FilingId> filings;
        try (var store = Store.open(folder)) {
            store.database()
                    .transaction(c -> {
                        for (int i = 0; i < 50; i++) {
                            Incidents.record(c, Store.NOON, "KSK-BUG", "filler ".repeat(100));
                        }
                        return true;
                    });
            filings = List.of(store.file(RELEASED, 18_000), store.file(PAYING, 4_900));
        }
        Damage.lastPageOf("incident", folder);
        // The log of a process that is gone: copied while it still has the file open.
        var copy = Files.createDirectory(logs.resolve("copy"));
        try (var database = Database.make(folder.resolve("kiosk.db"))) {
            goOn(database, filings);
            for (var name : List.of("kiosk.db", "kiosk.db-wal")) {
                Files.copy(folder.resolve(name), copy.resolve(name));
            }
        }
        for (var name : List.of("kiosk.db", "kiosk.db-wal")) {
            Files.move(
                    copy.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        assertTrue(Files.size(folder.resolve("kiosk.db-wal")) > 0, "there is no log");
        return filings;
    }

    private static void goOn(Database database, List<FilingId> filings) {
        var journal = new VisitJournal(database, Store.CLOCK, "kiosk-demo");
        journal.released(RELEASED, filings.getFirst(), Store.paid(18_000));
        journal.paying(PAYING, filings.getLast(), new PaymentOrder("BK-2", 4_900), PaymentWay.CARD);
        new TerminalJournal(database)
                .write(new PaymentEntry("BK-2", PaymentStep.SENT, Store.NOON, "06 01", 0));
    }

    private void assertAllIsThere(List<FilingId> filings) {
        try (var store = Store.open(folder)) {
            assertEquals("queued", store.state(filings.getFirst()));
            assertEquals("held", store.state(filings.getLast()));
            assertEquals(
                    List.of(
                            new OpenVisit.Released(
                                    RELEASED, filings.getFirst(), Store.paid(18_000)),
                            new OpenVisit.Paying(
                                    PAYING,
                                    filings.getLast(),
                                    new PaymentOrder("BK-2", 4_900),
                                    PaymentWay.CARD)),
                    store.journal().open());
            var payments = new TerminalJournal(store.database()).entries("BK-2");
            assertEquals(List.of(PaymentStep.SENT), payments.stream().map(e -> e.step()).toList());
            assertEquals(
                    1,
                    new Incidents(store.database())
                            .all().stream().filter(i -> i.code().equals("STO-DAMAGED")).count());
            assertTrue(Chain.firstBreak(store.database()).isEmpty());
        }
    }

    private void assertOneFileIsAside() throws IOException {
        try (var files = Files.list(folder)) {
            var names = files.map(file -> file.getFileName().toString()).toList();
            assertEquals(
                    1,
                    names.stream().filter(n -> n.matches("kiosk.damaged-.*\\.db")).count(),
                    names::toString);
            assertFalse(names.toString().contains("kiosk.new"), names::toString);
            assertFalse(names.toString().contains("kiosk.ready"), names::toString);
        }
    }

    private int openUntil(SetAside.Step step) throws Exception {
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Victim.class.getName(),
                                folder.toString(),
                                step.name())
                        .redirectErrorStream(true)
                        .redirectOutput(logs.resolve(step + ".log").toFile())
                        .start();
        if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        return process.exitValue();
    }
}
