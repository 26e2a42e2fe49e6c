package de.buergerkiosk.payment.zvt.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.payment.zvt.ZvtSettings;
import de.buergerkiosk.payment.zvt.ZvtTerminal;
import de.buergerkiosk.ports.WireTrace;
import de.buergerkiosk.ports.payment.ListPaymentJournal;
import de.buergerkiosk.ports.payment.PaymentOrder;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import de.buergerkiosk.ports.payment.PaymentWatch;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command as a process of its own, as the demo and the crash proofs start it. */
@Timeout(120)
class SimTerminalCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir Path directory = Path.of("unset");

    /** What the launcher does, in one class. */
    static final class Launch {
        private Launch() {}

        public static void main(String[] arguments) {
            System.exit(new CommandLine(new SimTerminalCommand()).execute(arguments));
        }
    }

    private static Process launch(String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add(Launch.class.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    @Test
    void aPaymentAgainstTheProcessIsBookedInItsLedgerAlsoAfterStandardInputHasEnded()
            throws Exception {
        Process process =
                launch("--port", "0", "--delay-ms", "1", "--out", directory.toString(), "--json");
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            process.getOutputStream().close();
            JsonNode first = JSON.readTree(output.readLine());
            assertEquals(process.pid(), first.get("pid").asLong());
            int port = first.get("port").asInt();
            assertEquals("127.0.0.1:" + port, first.get("address").asString());

            var driver =
                    new ZvtTerminal(
                            ZvtSettings.unattended("127.0.0.1", port, "123456"),
                            new ListPaymentJournal(),
                            InstantSource.system(),
                            WireTrace.NONE);
            var outcome = driver.pay(new PaymentOrder("A-1", 18_000), PaymentWatch.NONE);

            assertInstanceOf(PaymentOutcome.Approved.class, outcome);
            String line = output.readLine();
            while (!line.contains("\"booked\"")) {
                line = output.readLine();
            }
            assertEquals(18_000, JSON.readTree(line).get("amountCents").asLong());
            String ledger = Files.readString(directory.resolve("terminal-ledger.jsonl"));
            assertEquals("BOOKED", JSON.readTree(ledger).get("kind").asString());
            assertTrue(process.isAlive());
        } finally {
            process.destroyForcibly();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        }
    }

    @Test
    void wrongUseIsNamedWithItsCure() {
        for (String[] wrong :
                new String[][] {
                    {"--port", "99999"},
                    {"--fault", "hiccup"},
                    {"--auto", "perhaps"},
                    {"--terminal-id", "7"},
                    {"--delay-ms", "-1"}
                }) {
            var line = new CommandLine(new SimTerminalCommand());
            var parsed = line.parseArgs(wrong);
            assertTrue(parsed.errors().isEmpty());
            var thrown =
                    assertThrows(
                            CommandLine.ParameterException.class,
                            () ->
                                    assertInstanceOf(SimTerminalCommand.class, line.getCommand())
                                            .call());
            assertTrue(String.valueOf(thrown.getMessage()).startsWith(wrong[0] + ": " + wrong[1]));
        }
    }

    @Test
    void aTakenPortEndsWithOne() throws Exception {
        try (var taken = new ServerSocket(0)) {
            String port = String.valueOf(taken.getLocalPort());
            int exit = new CommandLine(new SimTerminalCommand()).execute("--port", port);
            assertEquals(1, exit);
        }
    }

    @Test
    void theLauncherFindsIt() throws Exception {
        String registered =
                Files.readString(
                        Path.of(
                                "src/main/resources/META-INF/services/java.util.concurrent.Callable"));
        assertTrue(registered.lines().anyMatch(SimTerminalCommand.class.getName()::equals));
        assertEquals("sim terminal", new CommandLine(new SimTerminalCommand()).getCommandName());
    }

    @Test
    void everyFaultHasANameAndASentence() {
        for (TerminalFault fault : TerminalFault.values()) {
            assertEquals(fault, TerminalFault.named(fault.optionName()).orElseThrow());
            assertTrue(fault.description().length() > 20 || fault == TerminalFault.NONE);
        }
    }
}
