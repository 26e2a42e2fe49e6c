package de.buergerkiosk.main;

import de.buergerkiosk.eid.OwnMachine;
import de.buergerkiosk.eid.activation.ActivationSettings;
import de.buergerkiosk.main.WrongSettings.Finding;
import de.buergerkiosk.page.Idle;
import de.buergerkiosk.payment.paypage.PageSettings;
import de.buergerkiosk.scanner.ScannerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a configuration file over the defaults, strictly: every wrong value is reported at once,
 * with field, line and cure.
 */
public final class SettingsFile {
    private final Map<String, YamlValues.Value> values;
    private final Map<String, YamlValues.Value> defaults;
    private final String file;
    private final List<Finding> findings = new ArrayList<>();

    private SettingsFile(
            String file,
            Map<String, YamlValues.Value> values,
            Map<String, YamlValues.Value> defaults) {
        this.file = file;
        this.values = values;
        this.defaults = defaults;
    }

    /** The default configuration with its comments, as {@code --print-config} shows it. */
    public static String defaultText() {
        try (var in = SettingsFile.class.getResourceAsStream("/main/kiosk.yaml")) {
            if (in == null) {
                throw new IllegalStateException("main/kiosk.yaml is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the file; relative paths in it are relative to the working folder. */
    public static Settings read(Path file) throws WrongSettings {
        return read(file, Map.of());
    }

    /** As above, with values by field that go over those of the file. */
    static Settings read(Path file, Map<String, String> over) throws WrongSettings {
        var text = SettingsText.of(file);
        var defaults = YamlValues.read("defaults", defaultText());
        var values = new LinkedHashMap<>(YamlValues.read(file.toString(), text));
        over.forEach((field, value) -> values.put(field, new YamlValues.Value(value, 0)));
        return new SettingsFile(file.toString(), values, defaults).settings();
    }

    /** Reads configuration text; the name only serves messages. */
    public static Settings parse(String name, String text) throws WrongSettings {
        var defaults = YamlValues.read("defaults", defaultText());
        return new SettingsFile(name, YamlValues.read(name, text), defaults).settings();
    }

    private Settings settings() throws WrongSettings {
        values.forEach(this::known);
        var zone = zone();
        var settings =
                new Settings(
                        new Settings.Kiosk(
                                path("kiosk.data"),
                                path("kiosk.services"),
                                offer(),
                                venue(),
                                "demo".equals(oneOf("kiosk.environment", "production", "demo")),
                                languages(),
                                zone),
                        new Settings.ScreenSettings(
                                "true".equals(oneOf("screen.fullScreen", "true", "false")),
                                number("screen.windowWidth", 200, 8000),
                                number("screen.windowHeight", 200, 8000),
                                corner(),
                                idle()),
                        path("centre.kit"),
                        new Settings.Address(host("payment.host"), port("payment.port")),
                        matching("payment.password", "[0-9]{6}", "six digits in quotes"),
                        number("payment.settleAttempts", 1, 100),
                        "true".equals(oneOf("payment.issueFirst", "true", "false")),
                        payPage(),
                        closing(),
                        new Settings.Address(host("printer.host"), port("printer.port")),
                        matching("printer.profile", "[a-z0-9-]{1,40}", "the name of a profile"),
                        optionalPath("documents.folder"),
                        scanner(),
                        optionalPath("devices.recordings"),
                        eid(),
                        identityServer(),
                        CareSettings.hours(each -> value(each).text(), zone, this::complain),
                        CareSettings.staff(value(CareSettings.PEOPLE).text(), this::complain));
        DemoOnly.check(settings, this::complain);
        if (!findings.isEmpty()) {
            throw new WrongSettings(findings);
        }
        return settings;
    }

    /** Where no address is given, the rest of the section does not matter. */
    private Optional<Settings.PayPage> payPage() {
        if (value("payPage.address").text().isBlank()) {
            return Optional.empty();
        }
        var id = "letters, digits, - and _, at most 36";
        return Optional.of(
                new Settings.PayPage(
                        address("payPage.address"),
                        address("payPage.tokens"),
                        text("payPage.client"),
                        path("payPage.secretFile"),
                        matching("payPage.originator", "[A-Za-z0-9_-]{1,36}", id),
                        matching("payPage.endPoint", "[A-Za-z0-9_-]{1,36}", id),
                        "euros".equals(oneOf("payPage.amounts", "cents", "euros"))
                                ? PageSettings.Amounts.EUROS
                                : PageSettings.Amounts.CENTS,
                        address("payPage.returnTo"),
                        Duration.ofMinutes(number("payPage.minutes", 1, 60)),
                        "always".equals(oneOf("payPage.offered", "always", "fallback"))));
    }

    /** Secrets go there, so only over TLS; a simulator runs on this machine. */
    private URI address(String field) {
        var text = text(field);
        try {
            var address = new URI(text);
            var host = address.getHost();
            var local =
                    "http".equals(address.getScheme())
                            && ("127.0.0.1".equals(host) || "localhost".equals(host));
            if (host != null && ("https".equals(address.getScheme()) || local)) {
                return address;
            }
        } catch (URISyntaxException e) {
            // told below
        }
        complain(field, "'" + text + "' is not an address of HTTPS", "Use https://…");
        return URI.create("https://unknown.invalid");
    }

    private Optional<ScannerSettings> scanner() {
        var text = value("devices.scanner").text();
        var found = ScannerSettings.at(text);
        if (found.isEmpty() && !text.isBlank()) {
            complain(
                    "devices.scanner",
                    "'" + text + "' is no place of a scanner",
                    "Use serial:/dev/serial/by-id/… or tcp://HOST:PORT, or leave it empty");
        }
        return found;
    }

    private Settings.Eid eid() {
        return switch (oneOf(
                "identification.client", "none", "ausweisapp", "activation", "simulation")) {
            case "simulation" -> new Settings.Eid.Simulation(path("identification.tray"));
            case "ausweisapp" ->
                    new Settings.Eid.AusweisApp(
                            optionalPath("identification.program"),
                            path("identification.folder").toAbsolutePath(),
                            optionalAddress("ws://127.0.0.1:24727/eID-Kernel", "ws", "http"),
                            optionalText("identification.reader"),
                            testAnchor());
            case "activation" ->
                    new Settings.Eid.Activation(
                            optionalAddress(ActivationSettings.RESERVED.toString(), "http")
                                    .orElse(ActivationSettings.RESERVED),
                            optionalText("identification.reader"));
            default -> new Settings.Eid.None();
        };
    }

    private Optional<URI> optionalAddress(String example, String... schemes) {
        var text = value("identification.endpoint").text();
        if (text.isBlank()) {
            return Optional.empty();
        }
        var address = OwnMachine.address(text, schemes);
        if (address.isPresent()) {
            return address;
        }
        complain(
                "identification.endpoint",
                "'" + text + "' is not an address of an eID client on this computer",
                "Use an address like " + example + ", or leave it empty");
        return Optional.empty();
    }

    private Optional<String> testAnchor() {
        var anchor = optionalText("identification.testAnchor");
        if (anchor.filter(hex -> !hex.matches("(?i)7F21(?:[0-9A-F]{2}){1,4000}")).isPresent()) {
            complain(
                    "identification.testAnchor",
                    "is not a card verifiable certificate",
                    "Use the hex that the test eID server tells as trustAnchor");
            return Optional.empty();
        }
        return anchor;
    }

    private Optional<String> optionalText(String field) {
        return Optional.of(value(field).text()).filter(text -> !text.isBlank());
    }

    private Settings.IdentityServer identityServer() {
        return oneOf("identification.server", "centre", "simulation").equals("simulation")
                ? Settings.IdentityServer.SIMULATION
                : Settings.IdentityServer.CENTRE;
    }

    private void known(String field, YamlValues.Value value) {
        if (!defaults.containsKey(field)) {
            findings.add(
                    new Finding(
                            field,
                            file + ":" + value.line(),
                            "is not a setting",
                            "Known are: " + String.join(", ", defaults.keySet())));
        }
    }

    private YamlValues.Value value(String field) {
        var value = values.get(field);
        if (value != null) {
            return value;
        }
        var standard = defaults.get(field);
        if (standard == null) {
            throw new IllegalStateException("no default for " + field);
        }
        return standard;
    }

    private String complain(String field, String problem, String cure) {
        var line = values.containsKey(field) ? file + ":" + value(field).line() : "default";
        findings.add(new Finding(field, line, problem, cure));
        return "";
    }

    private String text(String field) {
        var text = value(field).text();
        return text.isBlank() ? complain(field, "is empty", "Give a value") : text;
    }

    private String host(String field) {
        return value(field).text().isBlank()
                ? text(field)
                : matching(field, "[A-Za-z0-9._:-]{1,253}", "a host name or an address");
    }

    private Path path(String field) {
        return Path.of(text(field));
    }

    private Optional<Path> optionalPath(String field) {
        var text = value(field).text();
        return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
    }

    private String matching(String field, String pattern, String what) {
        var text = value(field).text();
        return text.matches(pattern)
                ? text
                : complain(field, "'" + text + "' is not " + what, "Use " + what);
    }

    private String oneOf(String field, String... allowed) {
        var text = value(field).text();
        return List.of(allowed).contains(text)
                ? text
                : complain(
                        field,
                        "'" + text + "' is not known",
                        "Use " + String.join(" or ", allowed));
    }

    private Optional<Settings.Corner> corner() {
        var left = value("screen.windowLeft").text();
        var top = value("screen.windowTop").text();
        return left.isBlank() && top.isBlank()
                ? Optional.empty()
                : Optional.of(
                        new Settings.Corner(
                                number("screen.windowLeft", 0, 20_000),
                                number("screen.windowTop", 0, 20_000)));
    }

    private Optional<Settings.Closing> closing() {
        var later = Duration.ofMinutes(number("payment.closingSpreadMinutes", 0, 240));
        var text = value("payment.closing").text();
        if (text.isBlank()) {
            return Optional.empty();
        }
        matching("payment.closing", "([01][0-9]|2[0-3]):[0-5][0-9]", "a time such as \"22:30\"");
        return text.matches("([01][0-9]|2[0-3]):[0-5][0-9]")
                ? Optional.of(new Settings.Closing(LocalTime.parse(text), later))
                : Optional.empty();
    }

    private int port(String field) {
        return number(field, 1, 65535);
    }

    private int number(String field, int min, int max) {
        var text = value(field).text();
        if (text.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        }
        complain(
                field,
                "'" + text + "' is not a number from " + min + " to " + max,
                "Use a number from " + min + " to " + max);
        return min;
    }

    private Idle idle() {
        return new Idle(
                Duration.ofSeconds(number("screen.idleAnonymousSeconds", 10, 3600)),
                Duration.ofSeconds(number("screen.idlePersonalSeconds", 10, 3600)),
                Duration.ofSeconds(number("screen.idleWarningSeconds", 20, 600)),
                Idle.STANDARD.ending());
    }

    private List<String> languages() {
        var languages = List.of(value("kiosk.languages").text().split(",", -1));
        if (!languages.contains("de")) {
            complain("kiosk.languages", "German is missing", "Add de");
        }
        for (var language : languages) {
            if (SettingsFile.class.getResource("/words/" + language + ".json") == null) {
                complain(
                        "kiosk.languages",
                        "there are no words for '" + language + "'",
                        "Use de and en");
            }
        }
        return languages;
    }

    private List<String> offer() {
        var text = value("kiosk.offer").text();
        return text.isBlank() ? List.of() : List.of(text.split(",", -1));
    }

    private Optional<String> venue() {
        var slug = "(|[a-z][a-z0-9]*(-[a-z0-9]+)*)";
        return Optional.of(matching("kiosk.venue", slug, "an id like citizens-office"))
                .filter(id -> !id.isEmpty());
    }

    private ZoneId zone() {
        var text = text("kiosk.zone");
        if (ZoneId.getAvailableZoneIds().contains(text)) {
            return ZoneId.of(text);
        }
        complain("kiosk.zone", "'" + text + "' is not a time zone", "Use Europe/Berlin");
        return ZoneId.of("Europe/Berlin");
    }
}
