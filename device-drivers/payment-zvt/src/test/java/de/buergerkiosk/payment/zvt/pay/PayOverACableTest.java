package de.buergerkiosk.payment.zvt.pay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.payment.zvt.simulated.SimTerminalCommand;
import de.buergerkiosk.payment.zvt.transport.SerialCable;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code pay} and {@code sim terminal} as processes at the two ends of a serial cable. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PayOverACableTest {
    @TempDir private Path folder;

    /** What the launcher does, in one class. */
    static final class Launch {
        private Launch() {}

        public static void main(String[] arguments) {
            Object command =
                    arguments[0].equals("pay") ? new PayCommand() : new SimTerminalCommand();
            String[] rest = List.of(arguments).subList(1, arguments.length).toArray(String[]::new);
            System.exit(new CommandLine(command).execute(rest));
        }
    }

    private static Process launch(String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Launch.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private Process terminal(SerialCable cable, String... more) throws IOException {
        var all =
                new ArrayList<>(
                        List.of(
                                "sim",
                                "--serial",
                                cable.terminal(),
                                "--ledger",
                                ledger().toString()));
        all.addAll(List.of(more));
        return launch(all.toArray(String[]::new));
    }

    private Process pay(SerialCable cable, String reference) throws IOException {
        return launch(
                "pay",
                "--terminal",
                "serial:" + cable.kiosk(),
                "--amount-cents",
                "500",
                "--reference",
                reference,
                "--journal",
                folder.resolve("journal").toString(),
                "--json");
    }

    private static JsonNode answer(Process pay) throws Exception {
        try (BufferedReader output = pay.inputReader(StandardCharsets.UTF_8)) {
            JsonNode json = JsonMapper.shared().readTree(output.readLine());
            assertTrue(pay.waitFor(40, TimeUnit.SECONDS));
            assertEquals(
                    json.path("outcome").asString().equals("approved") ? 0 : 1, pay.exitValue());
            return json;
        }
    }

    private Path ledger() {
        return folder.resolve("ledger.jsonl");
    }

    private long booked() throws IOException {
        return Files.exists(ledger())
                ? Files.readAllLines(ledger()).stream()
                        .map(line -> JsonMapper.shared().readTree(line))
                        .filter(entry -> entry.path("kind").asString().equals("BOOKED"))
                        .count()
                : 0;
    }

    @Test
    void aPaymentIsInTheLedgerFileAndIsNotTakenAgain() throws Exception {
        try (SerialCable cable = SerialCable.plugged(folder)) {
            Process terminal = terminal(cable, "--delay-ms", "1");
            try (BufferedReader events = terminal.inputReader(StandardCharsets.UTF_8)) {
                JsonNode first = JsonMapper.shared().readTree(events.readLine());
                assertEquals("serial:" + cable.terminal(), first.path("address").asString());
                JsonNode paid = answer(pay(cable, "2026-1"));
                JsonNode again = answer(pay(cable, "2026-1"));

                assertEquals("approved", paid.path("outcome").asString());
                assertEquals(paid, again);
                assertEquals(1, booked());
            } finally {
                terminal.destroyForcibly();
            }
        }
    }

    @Test
    void aCableThatIsPulledAndPluggedAgainLeavesJournalAndLedgerInAgreement() throws Exception {
        try (SerialCable cable = SerialCable.plugged(folder)) {
            Process terminal = terminal(cable, "--delay-ms", "3000");
            try (BufferedReader events = terminal.inputReader(StandardCharsets.UTF_8)) {
                events.readLine();
                Process pay = pay(cable, "2026-1");
                String line = events.readLine();
                while (!line.contains("Karte zeigen")) {
                    line = events.readLine();
                }
                cable.pull();
                cable.plugAgain();
                long begin = System.nanoTime();
                JsonNode told = answer(pay);

                assertTrue(System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(31));
                assertEquals("failed", told.path("outcome").asString(), told.toString());
                assertEquals("PAY-NOT-BOOKED", told.path("code").asString());
                assertEquals(0, booked());
                assertEquals("approved", answer(pay(cable, "2026-1")).path("outcome").asString());
                assertEquals(1, booked());
            } finally {
                terminal.destroyForcibly();
            }
        }
    }
}
