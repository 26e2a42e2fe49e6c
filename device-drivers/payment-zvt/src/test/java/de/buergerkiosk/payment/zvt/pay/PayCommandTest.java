package de.buergerkiosk.payment.zvt.pay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.payment.zvt.journal.FileJournal;
import de.buergerkiosk.payment.zvt.simulated.Quirk;
import de.buergerkiosk.payment.zvt.simulated.SimulatedTerminal;
import de.buergerkiosk.payment.zvt.simulated.TerminalFault;
import de.buergerkiosk.ports.WireRecord;
import de.buergerkiosk.ports.payment.PaymentEntry;
import de.buergerkiosk.ports.payment.PaymentStep;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command as a program sees it: one document on standard output, and an exit code. */
@Timeout(120)
class PayCommandTest {
    @TempDir Path folder = Path.of("");

    private SimulatedTerminal terminal = start(TerminalFault.NONE);

    private record Told(int exit, JsonNode json) {
        String outcome() {
            return json.path("outcome").asString();
        }

        String code() {
            return json.path("code").asString("");
        }
    }

    private static SimulatedTerminal start(TerminalFault fault) {
        try {
            return SimulatedTerminal.start(
                    SimulatedTerminal.Settings.quick(InstantSource.system()).with(fault));
        } catch (IOException noPort) {
            throw new IllegalStateException(noPort);
        }
    }

    @BeforeEach
    void fresh() {
        assertEquals(List.of(), terminal.ledger());
    }

    @AfterEach
    void close() {
        terminal.close();
    }

    private String journal() {
        return folder.resolve("journal").toString();
    }

    private Told run(String... arguments) {
        PrintStream before = System.out;
        var caught = new ByteArrayOutputStream();
        int exit;
        try {
            System.setOut(new PrintStream(caught, true, StandardCharsets.UTF_8));
            exit = new CommandLine(new PayCommand()).execute(arguments);
        } finally {
            System.setOut(before);
        }
        String text = caught.toString(StandardCharsets.UTF_8);
        return new Told(exit, JsonMapper.shared().readTree(text));
    }

    private Told pay(String reference, String cents, String... more) {
        var all =
                new ArrayList<>(
                        List.of(
                                "--terminal",
                                "tcp://127.0.0.1:" + terminal.port(),
                                "--journal",
                                journal(),
                                "--json",
                                "--reference",
                                reference,
                                "--amount-cents",
                                cents));
        all.addAll(List.of(more));
        return run(all.toArray(String[]::new));
    }

    @Test
    void aPaymentIsTakenOnceAndToldAgain() {
        Told first = pay("2026-1", "3070");
        Told again = pay("2026-1", "3070");

        assertEquals(0, first.exit());
        assertEquals("approved", first.outcome());
        assertEquals(3070, first.json().path("amountCents").asLong());
        assertEquals(1, first.json().path("receiptNumber").asInt());
        assertEquals(1, first.json().path("traceNumber").asInt());
        assertTrue(first.json().path("reason").isNull());
        assertTrue(
                first.json().at("/receipts/customer").toString().contains("Zahlung erfolgt"),
                first.json().toString());
        assertFalse(first.json().at("/receipts/merchant").isEmpty());
        assertEquals(first, again, "with the receipts");
        assertEquals(1, terminal.bookings().size());
    }

    @Test
    void itsWireIsRecordedWithoutPasswordAndCard() throws Exception {
        Path record = folder.resolve("pay.wire");
        terminal.fault(TerminalFault.UNMASKED_CARD);
        pay("2026-1", "3070", "--record", record.toString());
        List<WireRecord.Event> events = WireRecord.read(Files.readString(record));

        assertEquals(new WireRecord.Event.Opened(), events.getFirst());
        assertTrue(
                events.stream()
                        .anyMatch(event ->
                                event instanceof WireRecord.Event.Sent(String hex)
                                        && hex.startsWith("0600")
                                        && hex.contains("EEEEEEBE")),
                events.toString());
        pay("2026-2", "3070", "--record", record.toString());
        assertTrue(WireRecord.read(Files.readString(record)).size() > events.size(), "goes on");

        Told nowhere = pay("2026-3", "3070", "--record", folder.toString());
        assertEquals(2, nowhere.exit());
        assertEquals("PAY-USE", nowhere.code());
        assertEquals(2, terminal.bookings().size());
    }

    @Test
    void theSameReferenceWithAnotherAmountIsRefused() {
        pay("2026-1", "3070");
        Told other = pay("2026-1", "3071");

        assertEquals(1, other.exit());
        assertEquals("PAY-REFERENCE-TAKEN", other.code());
        assertEquals(1, terminal.bookings().size());
    }

    @ParameterizedTest
    @CsvSource({
        "0, PAY-AMOUNT",
        "-5, PAY-AMOUNT",
        "1000000, PAY-AMOUNT",
        "1000000000000, PAY-AMOUNT",
        "99999999999999999999, PAY-AMOUNT",
        "12.50, PAY-AMOUNT",
        "zehn, PAY-AMOUNT"
    })
    void anAmountThatCannotBePaidIsWrongUse(String cents, String code) {
        Told told = pay("2026-1", cents);

        assertEquals(2, told.exit());
        assertEquals("failed", told.outcome());
        assertEquals(code, told.code());
        assertEquals(List.of(), terminal.ledger());
    }

    @ParameterizedTest
    @CsvSource({
        "--limit-cents, 99, PAY-AMOUNT, 2",
        "--limit-cents, 0, PAY-USE, 2",
        "--password, 12345, PAY-USE, 2",
        "--password, 654321, PAY-REGISTRATION, 1",
        "--expect-terminal, 123, PAY-USE, 2",
        "--expect-terminal, 11111111, PAY-WRONG-TERMINAL, 1",
        "--deliver, maybe, PAY-USE, 2",
        "--deliver, wait:999, PAY-USE, 2",
        "--deliver, fail, PAY-NOT-DELIVERED, 1"
    })
    void whatIsWrongIsNamedAndNothingIsBooked(String option, String value, String code, int exit) {
        Told told = pay("2026-1", "100", option, value);

        assertEquals(code, told.code());
        assertEquals(exit, told.exit());
        assertEquals("failed", told.outcome());
        assertEquals(List.of(), terminal.bookings());
    }

    @ParameterizedTest
    @CsvSource({
        "FOREIGN_BANNER, PAY-NOT-ZVT",
        "SERIAL_FRAMING, PAY-SERIAL-FRAMING",
        "MUTE, PAY-MUTE",
        "OUT_OF_PAPER, PAY-PAPER-OUT",
        "CLOSING_DUE, PAY-CLOSING-DUE",
        "WRONG_AMOUNT, PAY-WRONG-AMOUNT"
    })
    void aTerminalThatCannotPayIsNamed(TerminalFault fault, String code) {
        terminal.fault(fault);
        Told told = pay("2026-1", "100");

        assertEquals(code, told.code());
        assertEquals(1, told.exit());
        assertEquals(List.of(), terminal.bookings());
    }

    @Test
    void aTerminalWithoutCompletedStartUpIsNamed() {
        terminal.engine().quirks(Set.of(Quirk.START_UP_OPEN));
        assertEquals("PAY-START-UP", pay("2026-1", "100").code());
        assertEquals(List.of(), terminal.ledger());
    }

    @Test
    void aClosedPortAndAnUnknownHostAreNamed() throws IOException {
        int closed;
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = server.getLocalPort();
        }
        for (String address : List.of("tcp://127.0.0.1:" + closed, "tcp://no.host.invalid:1")) {
            Told told =
                    run(
                            "--terminal",
                            address,
                            "--journal",
                            journal(),
                            "--json",
                            "--reference",
                            "2026-1",
                            "--amount-cents",
                            "100");
            assertEquals("PAY-UNREACHABLE", told.code(), address);
            assertEquals(1, told.exit());
        }
    }

    @Test
    void aJournalThatCannotServeStopsThePaymentBeforeItBegins() throws Exception {
        try (FileJournal held = FileJournal.open(folder.resolve("journal"))) {
            assertEquals("PAY-JOURNAL-LOCKED", pay("2026-1", "100").code());
            assertEquals(List.of(), held.references());
        }
        Files.writeString(folder.resolve("journal"), "not a journal\n");
        assertEquals("PAY-JOURNAL-DAMAGED", pay("2026-1", "100").code());
        Files.delete(folder.resolve("journal"));
        Files.createDirectory(folder.resolve("journal"));
        assertEquals("PAY-JOURNAL-UNUSABLE", pay("2026-1", "100").code());
        assertEquals(List.of(), terminal.ledger());
    }

    @Test
    void theMoneyWaitsForTheGoods() {
        Told told = pay("2026-1", "100", "--deliver", "wait:1");

        assertEquals("approved", told.outcome());
        assertEquals(1, terminal.bookings().size());
    }

    @ParameterizedTest
    @EnumSource(
            value = Quirk.class,
            names = {
                "POSITIVE_84_00",
                "NO_TIMEOUT_BYTE",
                "NO_RECEIPTS",
                "PRINT_LINES",
                "PRINT_TLV",
                "LATIN_9",
                "ABORT_UNANSWERED",
                "NO_ENQUIRY",
                "NO_REPEAT",
                "EMPTY_REPEAT",
                "NUMBERS_FROM_1_AFTER_CLOSING"
            })
    void everyVendorsTerminalCanBePaidAt(Quirk quirk) {
        terminal.engine().quirks(Set.of(quirk));
        assertEquals("approved", pay("2026-1", "100").outcome());
        assertEquals("approved", pay("2026-2", "100").outcome());
        assertEquals(2, terminal.bookings().size());
    }

    /** As an earlier process left it that was killed behind SENT. */
    private void leaveOpen(String reference) throws Exception {
        var now = InstantSource.system().instant();
        try (FileJournal journal = FileJournal.open(folder.resolve("journal"))) {
            journal.write(new PaymentEntry(reference, PaymentStep.INTENT, now, "amount=100", 0));
            journal.write(
                    new PaymentEntry(
                            reference,
                            PaymentStep.SENT,
                            now,
                            "amount=100 last=none tid=28004869",
                            0));
        }
    }

    @Test
    void whatIsOpenIsSettledBeforeTheNextPayment() throws Exception {
        leaveOpen("2026-1");
        Told told = pay("2026-2", "100");

        assertEquals("approved", told.outcome());
        assertEquals("2026-1", told.json().at("/settledBefore/0/reference").asString());
        assertEquals("PAY-NOT-BOOKED", told.json().at("/settledBefore/0/code").asString());
        assertEquals(1, terminal.bookings().size());
    }

    @Test
    void recoverSettlesAndChargesNothing() throws Exception {
        leaveOpen("2026-1");
        String[] recover = {
            "--recover",
            "--json",
            "--journal",
            journal(),
            "--terminal",
            "tcp://127.0.0.1:" + terminal.port()
        };
        Told first = run(recover);
        Told second = run(recover);

        assertEquals(1, first.json().path("settled").size());
        assertEquals("PAY-NOT-BOOKED", first.code());
        assertEquals(1, first.exit());
        assertEquals(0, second.json().path("settled").size());
        assertEquals(0, second.exit());
        assertEquals(List.of(), terminal.ledger());
    }

    @Test
    void theJournalIsShownStepByStep() {
        pay("2026-1", "3070");
        Told shown = run("--show-journal", journal(), "--json");

        assertEquals(0, shown.exit());
        var steps = new ArrayList<String>();
        shown.json().path("entries").forEach(each -> steps.add(each.path("step").asString()));
        assertEquals(List.of("INTENT", "SENT", "STATUS", "ACKED", "DONE"), steps);
        assertEquals("approved", shown.json().at("/payments/0/outcome").asString());
        Told missing = run("--show-journal", journal() + "-none", "--json");
        assertEquals("PAY-JOURNAL-MISSING", missing.code());
        assertEquals(1, missing.exit());
    }

    @Test
    void aBrokenLineIsSettledBeforeTheAnswer() {
        terminal.fault(TerminalFault.CUT_AFTER_ACK);
        long begin = System.nanoTime();
        Told told = pay("2026-1", "100");

        assertEquals("approved", told.outcome());
        assertEquals(1, terminal.bookings().size());
        assertTrue(Duration.ofNanos(System.nanoTime() - begin).toSeconds() < 30);
    }
}
