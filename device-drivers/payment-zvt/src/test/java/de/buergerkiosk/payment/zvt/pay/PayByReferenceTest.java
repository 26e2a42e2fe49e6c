package de.buergerkiosk.payment.zvt.pay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.payment.zvt.simulated.SimulatedTerminal;
import de.buergerkiosk.payment.zvt.simulated.TerminalFault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What may be a reference, money that goes back under one of its own, and the closed day. */
@Timeout(120)
class PayByReferenceTest {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "R-1",
                "a",
                "2026/000042",
                "HH_7.3:4711#2",
                "Kassenzeichen Müller & Söhne",
                "北京-1",
                "0123456789012345678901234567890123456789012345678901234567890123"
            })
    void aReferenceMayBeAnyPrintableText(String reference) {
        Told told = pay(reference, "100");

        assertEquals("approved", told.outcome());
        assertEquals(reference, told.json().path("reference").asString());
        assertEquals(told.json(), pay(reference, "100").json());
        assertEquals(1, terminal.bookings().size());
        Told shown = run("--show-journal", journal(), "--json");
        assertEquals(reference, shown.json().at("/payments/0/reference").asString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                " a",
                "a ",
                "a\nb",
                "a\tb",
                "\u0000",
                "a\u202Eb",
                "01234567890123456789012345678901234567890123456789012345678901234"
            })
    void aReferenceThatCannotStandInALineIsWrongUse(String reference) {
        Told told = pay(reference, "100");

        assertEquals(2, told.exit());
        assertEquals("PAY-USE", told.code());
        assertEquals(List.of(), terminal.ledger());
    }

    @Test
    void moneyGoesBackOnceAndOnlyUnderAReferenceOfItsOwn() {
        int receipt = pay("2026-1", "100").json().path("receiptNumber").asInt();
        Told back = pay("2026-2", "100", "--reverse", String.valueOf(receipt));

        assertEquals("approved", back.outcome());
        assertEquals(back.json(), pay("2026-2", "100", "--reverse", "1").json());
        assertEquals("PAY-REFERENCE-TAKEN", pay("2026-2", "100").code());
        assertEquals("PAY-REFERENCE-TAKEN", pay("2026-1", "100", "--refund").code());
        assertEquals("declined", pay("2026-3", "100", "--reverse", "1").outcome());
        assertEquals("approved", pay("2026-4", "50", "--refund").outcome());
        assertEquals(
                List.of("BOOKED", "VOIDED", "REFUNDED"),
                terminal.ledger().stream().map(entry -> entry.kind().name()).toList());
        for (String wrong : List.of("0", "10000", "-1", "one")) {
            assertEquals(2, pay("2026-5", "100", "--reverse", wrong).exit(), wrong);
        }
        assertEquals(2, pay("2026-5", "100", "--reverse", "1", "--refund").exit());
    }

    @Test
    void aClosedDayIsHeldAgainstTheJournal() {
        pay("2026-1", "100");
        pay("2026-2", "250");
        pay("2026-3", "100", "--reverse", "1");
        String[] close = {
            "--close-day",
            "--json",
            "--journal",
            journal(),
            "--terminal",
            "tcp://127.0.0.1:" + terminal.port()
        };
        Told closed = run(close);

        assertEquals(0, closed.exit(), closed.json().toString());
        assertEquals("closed", closed.outcome());
        assertTrue(closed.json().path("agrees").asBoolean());
        assertEquals(250, closed.json().path("terminalCents").asLong());
        assertEquals(250, closed.json().path("journalCents").asLong());
        assertTrue(closed.json().path("reference").asString().startsWith("closing-"));
        terminal.fault(TerminalFault.MUTE);
        assertEquals("PAY-MUTE", run(close).code());
    }
}
