package de.buergerkiosk.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every wrong value is told with its field, its line and its cure. */
class ConfigurationIsWrongTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kiosk.environment       | test        | Use production or demo",
                "kiosk.languages         | [en]        | Add de",
                "kiosk.languages         | [de, xx]    | Use de and en",
                "kiosk.zone              | Mars/Base   | Use Europe/Berlin",
                "kiosk.data              | ''          | Give a value",
                "kiosk.services          | ''          | Give a value",
                "screen.fullScreen       | perhaps     | Use true or false",
                "screen.windowWidth      | 199         | Use a number from 200 to 8000",
                "screen.windowHeight     | high        | Use a number from 200 to 8000",
                "screen.idleAnonymousSeconds | 9       | Use a number from 10 to 3600",
                "screen.idlePersonalSeconds  | 3601    | Use a number from 10 to 3600",
                "screen.idleWarningSeconds   | 19      | Use a number from 20 to 600",
                "centre.kit              | ''          | Give a value",
                "payment.host            | ''          | Give a value",
                "payment.host            | no such one | Use a host name or an address",
                "printer.host            | a/b         | Use a host name or an address",
                "payment.port            | 65536       | Use a number from 1 to 65535",
                "payment.port            | -1          | Use a number from 1 to 65535",
                "payment.password        | 12345       | Use six digits in quotes",
                "payment.settleAttempts  | 0           | Use a number from 1 to 100",
                "payment.closing         | 24:00       | Use a time such as",
                "payment.closing         | evening     | Use a time such as",
                "payment.closingSpreadMinutes | 241    | Use a number from 0 to 240",
                "payment.issueFirst      | perhaps     | Use true or false",
                "printer.host            | ''          | Give a value",
                "printer.port            | 99999999999 | Use a number from 1 to 65535",
                "printer.profile         | ../secret   | Use the name of a profile",
                "devices.scanner         | /dev/ttyACM0 | Use serial:/dev/serial/by-id/… or"
                        + " tcp://HOST:PORT, or leave it empty",
                "identification.client   | pretend     | Use none or ausweisapp or activation",
                "payment.prot            | 1           | Known are: kiosk.data",
            })
    void aWrongValueHasFieldLineAndCure(String field, String value, String cure) {
        var parts = field.split("\\.", 2);
        var text = "# a comment\n%s:\n  %s: %s\n".formatted(parts[0], parts[1], quoted(value));

        var findings =
                assertThrows(WrongSettings.class, () -> SettingsFile.parse("kiosk.yaml", text))
                        .findings();

        assertEquals(1, findings.size(), findings.toString());
        var finding = findings.getFirst();
        assertEquals(field, finding.field());
        assertEquals("kiosk.yaml:3", finding.place());
        assertTrue(finding.cure().startsWith(cure), finding.cure());
    }

    private static String quoted(String value) {
        return value.isEmpty() ? "\"\"" : value;
    }

    @ParameterizedTest
    @ValueSource(strings = {"- a\n- b\n", "hello\n"})
    void aDocumentWithoutSectionsIsNamedAsSuch(String text) {
        var finding =
                assertThrows(WrongSettings.class, () -> SettingsFile.parse("k.yaml", text))
                        .findings()
                        .getFirst();
        assertEquals("document", finding.field());
        assertEquals("k.yaml:1", finding.place());
    }

    @Test
    void aPaymentPageNeedsAllThatTheProviderAsksFor() {
        var findings =
                assertThrows(
                                WrongSettings.class,
                                () ->
                                        SettingsFile.parse(
                                                "k.yaml",
                                                "payPage:\n  address: ftp://pay.example\n"))
                        .findings();
        assertEquals(
                "payPage.address payPage.tokens payPage.client payPage.secretFile"
                        + " payPage.originator payPage.endPoint payPage.amounts payPage.returnTo",
                String.join(" ", findings.stream().map(each -> each.field()).distinct().toList()));
        assertTrue(findings.getFirst().cure().startsWith("Use https://"));
    }

    @Test
    void productionRefusesAPaymentPageThatTakesNoMoney() {
        var findings =
                assertThrows(
                                WrongSettings.class,
                                () -> SettingsFile.parse("k.yaml", page("http://127.0.0.1:1/x")))
                        .findings();
        assertEquals(1, findings.size(), findings.toString());
        assertTrue(findings.getFirst().cure().contains("demo"), findings.toString());
    }

    @Test
    void aPaymentPageIsReadAsItStands() throws Exception {
        var page =
                SettingsFile.parse("k.yaml", page("https://pay.example/x")).payPage().orElseThrow();
        assertEquals("https://pay.example/x", page.address().toString());
        assertEquals("EUROS", page.amounts().name());
        assertTrue(page.always());
    }

    private static String page(String address) {
        return """
        payPage:
          address: %s
          tokens: https://pay.example/token
          client: kiosk-7
          secretFile: /etc/buergerkiosk/page.secret
          originator: kiosk
          endPoint: "073140000000"
          amounts: euros
          returnTo: https://city.example/thanks
        """
                .formatted(address);
    }

    @Test
    void allMistakesAreToldAtOnce() {
        var wrong =
                assertThrows(
                        WrongSettings.class,
                        () ->
                                SettingsFile.parse(
                                        "k.yaml", "payment:\n  port: 0\nprinter:\n  port: x\n"));
        assertEquals(2, wrong.findings().size());
        assertTrue(String.valueOf(wrong.getMessage()).contains("payment.port (k.yaml:2)"));
        assertTrue(String.valueOf(wrong.getMessage()).contains("printer.port (k.yaml:4)"));
    }

    @Test
    void productionRefusesSimulationAndPersonalDataInFiles() {
        var findings =
                assertThrows(
                                WrongSettings.class,
                                () ->
                                        SettingsFile.parse(
                                                "k.yaml",
                                                """
                                                identification:
                                                  client: simulation
                                                documents:
                                                  folder: out
                                                """))
                        .findings();
        assertEquals(
                "identification.client documents.folder",
                findings.get(0).field() + " " + findings.get(1).field());
        assertEquals("k.yaml:2", findings.getFirst().place());
        assertTrue(findings.getFirst().cure().contains("demo"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'payment: [1, 2'             | is not YAML",
                "'payment:\n  port: 1\n  port: 2' | ",
                "'payment: 7'                 | is not a setting",
            })
    void textThatIsNoConfigurationIsRefusedWithItsLine(String text, String problem) {
        var findings =
                assertThrows(
                                WrongSettings.class,
                                () -> SettingsFile.parse("k.yaml", text.translateEscapes()))
                        .findings();
        assertTrue(findings.getFirst().place().startsWith("k.yaml:"), findings.toString());
        assertTrue(
                problem == null || findings.getFirst().problem().startsWith(problem),
                findings.toString());
    }

    /** Everybody can read the example's PIN: another code or name does not make it a secret. */
    @ParameterizedTest
    @ValueSource(strings = {"4711 technician", "8302 caretaker"})
    void theExamplePersonOpensNoKioskInProduction(String person, @TempDir Path folder)
            throws Exception {
        var entry = StaffExample.ENTRY.replace("4711 technician", person).replace("Demo", "Kim");
        var own = "staff:\n  people: [\"" + entry + "\"]\n";
        var finding =
                assertThrows(WrongSettings.class, () -> SettingsFile.parse("k.yaml", own))
                        .findings()
                        .getFirst();
        assertEquals("staff.people", finding.field());
        assertTrue(finding.cure().contains("./kiosk staff hash"), finding::toString);
        assertFalse(finding.toString().contains("pbkdf2"), finding::toString);

        // nor when the centre says so
        var file = Files.writeString(folder.resolve("k.yaml"), "payment:\n  port: 1\n");
        assertThrows(
                WrongSettings.class,
                () -> SettingsFile.read(file, Map.of(CareSettings.PEOPLE, entry)));

        var demo = SettingsFile.parse("k.yaml", "kiosk:\n  environment: demo\n" + own);
        assertEquals(1, demo.staff().members().size());
    }

    @Test
    void aFileThatIsNotThereHasItsCure(@TempDir Path folder) {
        var finding =
                assertThrows(
                                WrongSettings.class,
                                () -> SettingsFile.read(folder.resolve("no.yaml")))
                        .findings()
                        .getFirst();
        assertEquals("does not exist", finding.problem());
        assertTrue(finding.cure().contains("--print-config"));
    }

    @Test
    void aFileThatIsNotTextOrFarTooLargeIsRefused(@TempDir Path folder) throws Exception {
        var noText = Files.write(folder.resolve("a"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
        var large = Files.writeString(folder.resolve("b"), "#".repeat(100_001));
        assertThrows(WrongSettings.class, () -> SettingsFile.read(noText));
        assertThrows(WrongSettings.class, () -> SettingsFile.read(large));
    }

    @Test
    void theDefaultsThemselvesAreRight() throws Exception {
        var settings = SettingsFile.parse("defaults", SettingsFile.defaultText());
        assertEquals(10, settings.settleAttempts());
        assertEquals(20007, settings.payment().port());
        assertTrue(settings.eid() instanceof Settings.Eid.None);
        assertTrue(settings.payPage().isEmpty());
    }
}
