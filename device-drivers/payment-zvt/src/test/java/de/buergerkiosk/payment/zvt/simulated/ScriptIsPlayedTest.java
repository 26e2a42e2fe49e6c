package de.buergerkiosk.payment.zvt.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.payment.zvt.ZvtSettings;
import de.buergerkiosk.payment.zvt.ZvtTerminal;
import de.buergerkiosk.ports.WireTrace;
import de.buergerkiosk.ports.payment.ListPaymentJournal;
import de.buergerkiosk.ports.payment.PaymentOrder;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import de.buergerkiosk.ports.payment.PaymentWatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A script file: a line for each payment. */
@Timeout(120)
class ScriptIsPlayedTest {
    @TempDir private Path folder;

    private Path script(String text) throws Exception {
        return Files.writeString(folder.resolve("script"), text.replace('\'', '"'));
    }

    @Test
    void eachPaymentHasItsLineAndThenAllIsWell() throws Exception {
        Path file =
                script(
                        """
                        # two bad ones, a lost answer, and a citizen who goes away

                        {'fault':'declined'}
                        {'cardholder':'cancel'}
                        {'line':['cut-after@10'],'delayMs':2}
                        {'fault':'cut-after-ack','quirks':['no-receipts']}
                        {'cardholder':'declined'}
                        {'cardholder':'pay','line':'duplicate@3'}
                        """);
        var settings =
                SimulatedTerminal.Settings.quick(InstantSource.system())
                        .with(
                                new SimulatedTerminal.Extras(
                                        Set.of(), SimScript.read(file), Optional.empty()));
        var outcomes = new ArrayList<String>();
        try (var terminal = SimulatedTerminal.start(settings)) {
            var driver =
                    new ZvtTerminal(
                            ZvtSettings.unattended("127.0.0.1", terminal.port(), "123456"),
                            new ListPaymentJournal(),
                            InstantSource.system(),
                            WireTrace.NONE);
            for (int i = 1; i <= 8; i++) {
                PaymentOutcome outcome =
                        driver.pay(new PaymentOrder("pay-" + i, 500), PaymentWatch.NONE);
                outcomes.add(outcome.getClass().getSimpleName());
            }
            assertEquals(
                    List.of(
                            "Declined",
                            "Cancelled",
                            "Failed",
                            "Approved",
                            "Declined",
                            "Approved",
                            "Approved",
                            "Approved"),
                    outcomes);
            assertEquals(4, terminal.bookings().size());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'fault':'hiccup'}            | line 3: hiccup is not a fault",
                "{'folt':'busy'}               | line 3: \"folt\" is none of",
                "{'line':['lose@x']}           | line 3: lose@x is no fault of the line",
                "{'line':['eat@4']}            | line 3: eat@4 is no fault of the line",
                "{'line':4}                    | line 3: a text or a list of texts",
                "{'cardholder':'sleeps'}       | line 3: cardholder: sleeps is none of",
                "{'delayMs':-1}                | line 3: delayMs: -1 is out of range",
                "{'delayMs':'soon'}            | line 3: delayMs: \"soon\" is out of range",
                "{'delayMs':600001}            | line 3: delayMs: 600001 is out of range",
                "{'quirks':['odd']}            | line 3: odd is not a quirk",
                "['busy']                      | line 3: not a JSON object",
                "busy                          | line 3: not JSON",
            })
    void aWrongLineIsNamedWithItsNumber(String line, String message) throws Exception {
        Path file = script("# fine\n{'fault':'busy'}\n" + line + "\n");
        var thrown = assertThrows(SimScript.Unreadable.class, () -> SimScript.read(file));
        assertTrue(String.valueOf(thrown.getMessage()).contains(message), thrown.getMessage());
    }

    @Test
    void aFileThatIsMissingOrNoTextIsNamed() throws Exception {
        Path missing = folder.resolve("none");
        var thrown = assertThrows(SimScript.Unreadable.class, () -> SimScript.read(missing));
        assertTrue(String.valueOf(thrown.getMessage()).contains("cannot be read"));
        Path bytes = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xC3, 0x28});
        assertThrows(SimScript.Unreadable.class, () -> SimScript.read(bytes));
        assertEquals(0, SimScript.read(script("")).size());
        assertEquals(Optional.of(Duration.ofMillis(7)), SimScript.step("{\"delayMs\":7}").delay());
    }
}
