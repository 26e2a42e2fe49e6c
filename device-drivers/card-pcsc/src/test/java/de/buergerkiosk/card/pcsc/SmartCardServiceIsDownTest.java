package de.buergerkiosk.card.pcsc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.ports.eid.CardGlance;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** pcsc-lite looks for its service where an environment variable says: there is none. */
@Timeout(120)
class SmartCardServiceIsDownTest {
    @TempDir Path folder;

    /** Runs the command as a process does. */
    static final class Main {
        private Main() {}

        static void main(String[] arguments) {
            System.exit(new CommandLine(new CardCommand()).execute(arguments));
        }
    }

    @Test
    void theCommandSaysSoWithItsCure() throws IOException, InterruptedException {
        assertSaysSo(folder.resolve("nobody"));
    }

    @Test
    void theCommandDoesNotWaitForOneThatNeverAnswers() throws IOException, InterruptedException {
        Path door = folder.resolve("door");
        try (var service = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            service.bind(UnixDomainSocketAddress.of(door));

            assertSaysSo(door);
        }
    }

    private void assertSaysSo(Path door) throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--json");
        builder.environment().put("PCSCLITE_CSOCK_NAME", door.toString());
        Path said = folder.resolve("said");
        Path told = folder.resolve("told");
        Process process =
                builder.redirectOutput(said.toFile()).redirectError(told.toFile()).start();
        try {
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        } finally {
            process.destroyForcibly();
        }

        assertEquals(1, process.exitValue(), Files.readString(told));
        JsonNode document = JsonMapper.builder().build().readTree(Files.readString(said, UTF_8));
        assertEquals("unavailable", document.path("service").asString());
        assertEquals(0, document.path("readers").size());
        assertTrue(document.path("reason").asString().startsWith("CRD-DAEMON-DOWN: "));
        assertTrue(Files.readString(told).contains("apt-get install pcscd"));
    }

    @Test
    void theLauncherAndTheEidClientsFindWhatIsHere() {
        ServiceLoader<?> commands = ServiceLoader.load(Callable.class);
        assertTrue(commands.stream().anyMatch(c -> c.type() == CardCommand.class));
        assertTrue(
                ServiceLoader.load(CardGlance.class).stream()
                        .anyMatch(g -> g.type() == PcscReaders.class));
    }

    @Test
    void everyCodeHasItsRowWithACureForEverybody() throws IOException {
        List<String[]> rows =
                Files.readAllLines(Path.of("failure-codes.md")).stream()
                        .filter(line -> line.startsWith("| CRD-"))
                        .map(line -> line.split(" *\\| *", -1))
                        .toList();

        assertEquals(
                Arrays.stream(CardTrouble.values()).map(CardTrouble::code).sorted().toList(),
                rows.stream().map(cells -> cells[1]).sorted().toList());
        for (String[] cells : rows) {
            assertEquals(5, Arrays.stream(cells).filter(cell -> !cell.isBlank()).count(), cells[1]);
        }
    }
}
