package de.buergerkiosk.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Wrong use ends with 2, a sentence that names the option, and a document where one was asked for. */
class WrongUseIsToldTest {
    private final PrintStream usualOut = System.out;
    private final PrintStream usualErr = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setOut(usualOut);
        System.setErr(usualErr);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo --service no-such --json",
                "demo --lang fr --json",
                "demo --headless --date 2026-02-30 --json",
                "demo --nonsense --json",
                "service check no-such-folder --json",
                "prove crash --json --only ("
            })
    void whoAskedForADocumentGetsOne(String line) {
        assertEquals(2, run(line));
        var document = JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
        assertEquals(1, document.size(), document::toString);
        assertTrue(said().startsWith(document.path("trouble").asString()), said());
    }

    /** In the words of the command, and no second one behind it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "pay --json",
                "pay --json --terminal tcp://127.0.0.1:1 --journal j --reference R --amount-cents"
                        + " 0",
                "pay --json --terminal nowhere --journal j --reference R --amount-cents 1"
            })
    void aCommandWithADocumentOfItsOwnPrintsThatAlone(String line) {
        assertEquals(2, run(line));
        var text = out.toString(StandardCharsets.UTF_8);
        assertEquals(1, text.lines().count(), text);
        var document = JsonMapper.shared().readTree(text);
        assertEquals("failed", document.path("outcome").asString());
        assertTrue(document.path("reason").asString().startsWith("PAY-"), text);
        assertTrue(said().contains("Help: ./kiosk pay --help"), said());
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo --lang fr", "nonsense", "sim", "run"})
    void whoDidNotGetsWordsOnly(String line) {
        assertEquals(2, run(line));
        assertEquals("", out.toString(StandardCharsets.UTF_8));
        assertTrue(said().contains("Help: ./kiosk"), said());
    }

    @Test
    void aMistypedOptionIsToldWithTheOneThatWasMeant() {
        assertEquals(2, run("demo --servise bulky-waste"));
        assertTrue(said().contains("--servise"), said());
        assertTrue(said().contains("Possible solutions: --service"), said());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "identify --client simulation --pn 123456 --json",
                "identify --client simulation --json 123456",
                "identify --client simulation --pin=123456x --json",
                "sim card --pni=123456 --json"
            })
    void aPinBehindAMistypedOptionIsNotRepeated(String line) {
        assertEquals(2, run(line));
        assertTrue(said().contains("Help: ./kiosk"), said());
        assertFalse(said().contains("123456"), said());
        assertFalse(out.toString(StandardCharsets.UTF_8).contains("123456"));
    }

    @ParameterizedTest
    @CsvSource({
        "sim printer --port x, sim printer",
        "bundle verify, bundle verify",
        "wire zvt decode --nonsense, wire zvt decode",
        "pay --port, pay",
        "bench nope, bench"
    })
    void theWayToTheHelpIsTheCommandAsItIsTyped(String line, String command) {
        assertEquals(2, run(line));
        assertTrue(said().contains("Help: ./kiosk " + command + " --help"), said());
    }

    private static int run(String line) {
        var args = line.split(" ", -1);
        return Launcher.commandLine(args).execute(args);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
