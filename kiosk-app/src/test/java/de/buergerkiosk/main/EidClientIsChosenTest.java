package de.buergerkiosk.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which eID client a kiosk has is a matter of its settings. */
class EidClientIsChosenTest {
    private static Settings.Eid eid(String... lines) throws WrongSettings {
        return SettingsFile.parse(
                        "k.yaml", "identification:\n  " + String.join("\n  ", lines) + "\n")
                .eid();
    }

    private static WrongSettings.Finding wrong(String... lines) {
        var findings = assertThrows(WrongSettings.class, () -> eid(lines)).findings();
        assertEquals(1, findings.size(), findings.toString());
        return findings.getFirst();
    }

    @Test
    void ausweisAppIsTheKiosksOwnUnlessAnAddressIsGiven() throws WrongSettings {
        assertEquals(
                new Settings.Eid.AusweisApp(
                        Optional.empty(),
                        Path.of("/var/lib/buergerkiosk/ausweisapp"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                eid("client: ausweisapp"));
        assertEquals(
                new Settings.Eid.AusweisApp(
                        Optional.of(Path.of("/opt/AusweisApp")),
                        Path.of("/srv/eid"),
                        Optional.of(URI.create("ws://127.0.0.1:24727/eID-Kernel")),
                        Optional.of("REINER SCT cyberJack"),
                        Optional.empty()),
                eid(
                        "client: ausweisapp",
                        "program: /opt/AusweisApp",
                        "folder: /srv/eid",
                        "endpoint: ws://127.0.0.1:24727/eID-Kernel",
                        "reader: REINER SCT cyberJack"));
    }

    @Test
    void anInstalledClientIsAtTheReservedAddress() throws WrongSettings {
        var client = assertInstanceOf(Settings.Eid.Activation.class, eid("client: activation"));
        assertEquals(URI.create("http://127.0.0.1:24727/eID-Client"), client.endpoint());
    }

    @ParameterizedTest
    @CsvSource({
        "ausweisapp, ws://192.168.0.7:24727/eID-Kernel",
        "ausweisapp, wss://127.0.0.1:24727/eID-Kernel",
        "ausweisapp, ws://127.0.0.1.example.org/eID-Kernel",
        "ausweisapp, 24727",
        "activation, ws://127.0.0.1:24727/eID-Client",
        "activation, http://eid.example/eID-Client",
        "activation, http://127.0.0.1:24727/eID-Client?tcTokenURL=x",
    })
    void aPinDoesNotLeaveThisComputer(String client, String endpoint) {
        var finding = wrong("client: " + client, "endpoint: \"" + endpoint + "\"");
        assertEquals("identification.endpoint", finding.field());
        assertEquals("k.yaml:3", finding.place());
    }

    @Test
    void aTestAnchorIsForTheDemonstrationOnly() throws WrongSettings {
        var finding = wrong("client: ausweisapp", "testAnchor: 7F2181AB");
        assertEquals("identification.testAnchor", finding.field());
        assertTrue(finding.cure().contains("demo"));
        assertInstanceOf(
                Settings.Eid.AusweisApp.class,
                eid(
                        "client: ausweisapp",
                        "testAnchor: 7F2181AB",
                        "#",
                        "server: centre\nkiosk:\n  environment: demo"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "7F21", "7F21A", "3F21AA"})
    void aTestAnchorIsACertificate(String anchor) {
        assertEquals(
                "identification.testAnchor",
                wrong("client: ausweisapp", "testAnchor: \"" + anchor + "\"").field());
    }
}
