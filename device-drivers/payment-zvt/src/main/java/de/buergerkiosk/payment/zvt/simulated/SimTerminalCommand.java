package de.buergerkiosk.payment.zvt.simulated;

import de.buergerkiosk.payment.zvt.transport.SerialWire;
import de.buergerkiosk.payment.zvt.transport.WireOpener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code kiosk sim terminal}: the simulated terminal as a process. The first line on standard output
 * says where it listens, each further line is an event; standard input takes the cardholder's
 * actions. Ends when it is killed.
 */
@Command(
        name = "sim terminal",
        mixinStandardHelpOptions = true,
        description = {
            "A simulated payment terminal: ZVT over TCP or a serial line, strict, with faults on"
                    + " demand.",
            "Standard input: card, pin-ok, cancel, decline, mute on|off, auto on|off, fault NAME.",
            "Script: a JSON object a line, a line for each payment, such as",
            "  {\"fault\":\"cut-after-ack\"}",
            "  {\"line\":[\"lose@4\",\"late@9\"],\"cardholder\":\"cancel\",\"delayMs\":200,"
                    + "\"quirks\":[\"no-receipts\"]}",
            "HTTP: GET /state, /ledger, /faults; POST /fault {\"fault\":NAME}, /line"
                    + " {\"line\":[KIND@MESSAGE]}, /quirks {\"quirks\":[NAME]}, /act"
                    + " {\"action\":NAME}; DELETE /fault."
        })
public final class SimTerminalCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Spec @Nullable CommandSpec spec;

    @Option(
            names = "--port",
            defaultValue = "20007",
            description = "TCP port; 0 takes a free one. Default: ${DEFAULT-VALUE}")
    int port;

    @Option(
            names = "--serial",
            paramLabel = "PATH",
            description = "A serial line instead of TCP: 9600 baud, 8N2.")
    @Nullable String serial;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "Address to listen on. Default: ${DEFAULT-VALUE}")
    String host = "127.0.0.1";

    @Option(
            names = "--fault",
            defaultValue = "none",
            description = "What it does wrong; \"list\" prints all faults.")
    String fault = "none";

    @Option(
            names = "--out",
            description = "Directory for terminal-ledger.jsonl; kept over restarts.")
    @Nullable Path out;

    @Option(
            names = "--delay-ms",
            defaultValue = "400",
            description = "Before the card, and again before the PIN. Default: ${DEFAULT-VALUE}")
    long delayMillis;

    @Option(
            names = "--auto",
            defaultValue = "on",
            description = "on: card and PIN come by themselves. Default: ${DEFAULT-VALUE}")
    String auto = "on";

    @Option(
            names = "--card-timeout-seconds",
            defaultValue = "60",
            description = "How long it waits for a card or a PIN. Default: ${DEFAULT-VALUE}")
    long cardTimeoutSeconds;

    @Option(
            names = "--terminal-id",
            defaultValue = SimulatedTerminal.Settings.TERMINAL_ID,
            description = "Eight digits. Default: ${DEFAULT-VALUE}")
    String terminalId = SimulatedTerminal.Settings.TERMINAL_ID;

    @Option(
            names = "--script",
            paramLabel = "FILE",
            description = "What happens in each payment, line by line; then all is well.")
    @Nullable Path script;

    @Option(
            names = "--http",
            paramLabel = "PORT",
            description = "Faults and cardholder over HTTP on loopback; 0 takes a free port.")
    @Nullable Integer http;

    @Option(
            names = "--ledger",
            paramLabel = "FILE",
            description = "The terminal's own ledger, JSON lines; kept over restarts.")
    @Nullable Path ledger;

    @Option(
            names = "--quirk",
            paramLabel = "NAME",
            description = "What some vendors do otherwise; may be repeated. \"list\" prints all.")
    List<String> quirks = List.of();

    @Option(
            names = "--line",
            paramLabel = "KIND@MESSAGE",
            description =
                    "What befalls a message, counted over both directions; may be repeated."
                            + " --fault list prints the kinds.")
    List<String> line = List.of();

    @Option(
            names = "--password",
            defaultValue = SimulatedTerminal.Settings.PASSWORD,
            description = "What the register has to say, six digits. Default: ${DEFAULT-VALUE}")
    String password = SimulatedTerminal.Settings.PASSWORD;

    @Option(names = "--json", description = "With --fault list: JSON instead of text.")
    boolean json;

    @Override
    public Integer call() throws InterruptedException {
        if (fault.equals("list") || quirks.contains("list")) {
            new SimLists(json).print();
            return 0;
        }
        SimulatedTerminal.Settings settings = settings();
        List<LineFault> line = lineFaults();
        try (var terminal = startAnnounced(settings)) {
            terminal.engine().befall(line);
            new SimInput(terminal).listen();
            new CountDownLatch(1).await();
            return 0;
        } catch (IOException refused) {
            System.err.println(
                    serial == null
                            ? "The simulated terminal cannot start on %s:%d: %s. Is another one running? Choose another --port, or 0 for a free one."
                                    .formatted(host, port, refused.getMessage())
                            : "The simulated terminal cannot start on %s: %s. Choose another --serial."
                                    .formatted(serial, refused.getMessage()));
            return 1;
        }
    }

    private SimulatedTerminal.Settings settings() {
        if (port < 0 || port > 65_535) {
            throw wrong("--port: " + port + " is not a port; use 0 to 65535");
        }
        if (delayMillis < 0 || delayMillis > 600_000) {
            throw wrong("--delay-ms: " + delayMillis + " is out of range; use 0 to 600000");
        }
        if (cardTimeoutSeconds < 1 || cardTimeoutSeconds > 3600) {
            throw wrong(
                    "--card-timeout-seconds: "
                            + cardTimeoutSeconds
                            + " is out of range; use 1 to 3600");
        }
        if (!password.matches("[0-9]{6}")) {
            throw wrong("--password: six digits are needed");
        }
        Integer httpPort = http;
        if (httpPort != null && (httpPort < 0 || httpPort > 65_535)) {
            throw wrong("--http: " + httpPort + " is not a port; use 0 to 65535");
        }
        if (!terminalId.matches("[0-9]{8}")) {
            throw wrong("--terminal-id: " + terminalId + " has not eight digits");
        }
        if (!auto.equals("on") && !auto.equals("off")) {
            throw wrong("--auto: " + auto + " is neither on nor off");
        }
        TerminalFault wanted =
                TerminalFault.named(fault)
                        .orElseThrow(() ->
                                wrong(
                                        "--fault: "
                                                + fault
                                                + " is not a fault; \"--fault list\" prints them"));
        SimulatedTerminal.Settings settings =
                SimulatedTerminal.Settings.quick(InstantSource.system())
                        .on(host, port)
                        .with(wanted)
                        .as(terminalId)
                        .cardholder(auto.equals("on"), Duration.ofMillis(delayMillis))
                        .timeouts(Duration.ofSeconds(cardTimeoutSeconds), Duration.ofSeconds(5))
                        .heardBy(SimTerminalCommand::tell);
        var extras = new SimulatedTerminal.Extras(quirks(), script(), Optional.ofNullable(ledger));
        settings = settings.protectedBy(password).with(extras);
        Path directory = out;
        return directory == null ? settings : settings.in(directory);
    }

    private CommandLine.ParameterException wrong(String message) {
        CommandSpec known = spec;
        return new CommandLine.ParameterException(
                known == null ? new CommandLine(this) : known.commandLine(), message);
    }

    private List<LineFault> lineFaults() {
        var faults = new ArrayList<LineFault>();
        for (String each : line) {
            faults.add(
                    LineFault.read(each)
                            .orElseThrow(
                                    () -> wrong("--line: " + each + " is not such as lose@4")));
        }
        return faults;
    }

    private List<ScriptStep> script() {
        Path file = script;
        try {
            return file == null ? List.of() : SimScript.read(file);
        } catch (SimScript.Unreadable wrong) {
            throw wrong("--script: " + wrong.getMessage());
        }
    }

    private Set<Quirk> quirks() {
        var all = new HashSet<Quirk>();
        for (String name : quirks) {
            all.add(
                    Quirk.named(name)
                            .orElseThrow(() ->
                                    wrong(
                                            "--quirk: "
                                                    + name
                                                    + " is not a quirk; \"--quirk list\" prints"
                                                    + " them")));
        }
        return all;
    }

    /** Events wait for the same lock: the first line is always the address. */
    private RunningTerminal startAnnounced(SimulatedTerminal.Settings settings)
            throws IOException, InterruptedException {
        String path = serial;
        synchronized (SimTerminalCommand.class) {
            if (path != null) {
                var terminal = SerialTerminal.start(settings, line(path));
                announce("serial:" + path, OptionalInt.empty(), http(terminal));
                return terminal;
            }
            var terminal = SimulatedTerminal.start(settings);
            announce(host + ":" + terminal.port(), OptionalInt.of(terminal.port()), http(terminal));
            return terminal;
        }
    }

    private static WireOpener line(String path) {
        return SerialWire.opener(
                path,
                SerialWire.BAUD_USUAL,
                Thread.ofPlatform().daemon().name("serial").factory(),
                InstantSource.system());
    }

    /** Ends with the process. */
    private OptionalInt http(RunningTerminal terminal) throws IOException {
        Integer port = http;
        if (port == null) {
            return OptionalInt.empty();
        }
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            return OptionalInt.of(SimHttp.start(port, terminal, threads).port());
        } catch (IOException taken) {
            threads.close();
            terminal.close();
            throw new IOException("HTTP port " + port + ": " + taken.getMessage(), taken);
        }
    }

    private static void announce(String address, OptionalInt port, OptionalInt http) {
        var line = new LinkedHashMap<String, Object>();
        line.put("address", address);
        port.ifPresent(found -> line.put("port", found));
        line.put("pid", ProcessHandle.current().pid());
        http.ifPresent(found -> line.put("http", "http://127.0.0.1:" + found));
        print(line);
    }

    private static void tell(TerminalEvent event) {
        var line = new LinkedHashMap<String, Object>();
        switch (event) {
            case TerminalEvent.Connected() -> line.put("event", "connected");
            case TerminalEvent.Disconnected() -> line.put("event", "disconnected");
            case TerminalEvent.Display(String text) -> {
                line.put("event", "display");
                line.put("text", text);
            }
            case TerminalEvent.Commanded(String command) -> {
                line.put("event", "command");
                line.put("command", command);
            }
            case TerminalEvent.Booked(var entry) -> put(line, "booked", entry);
            case TerminalEvent.Reversed(var entry) -> {
                put(line, "reversed", entry);
                line.put("reason", entry.reason());
            }
            case TerminalEvent.Written(var entry) -> {
                put(line, entry.kind().name().toLowerCase(Locale.ROOT), entry);
                line.put("reason", entry.reason());
            }
        }
        print(line);
    }

    private static void put(Map<String, Object> line, String event, LedgerEntry entry) {
        line.put("event", event);
        line.put("amountCents", entry.amountCents());
        line.put("receiptNumber", entry.receiptNumber());
        line.put("traceNumber", entry.traceNumber());
        line.put("terminalId", entry.terminalId());
    }

    private static synchronized void print(Map<String, Object> line) {
        System.out.println(JSON.writeValueAsString(line));
        System.out.flush();
    }
}
