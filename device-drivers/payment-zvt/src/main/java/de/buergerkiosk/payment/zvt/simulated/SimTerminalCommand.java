package de.buergerkiosk.payment.zvt.simulated;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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
            "A simulated payment terminal that speaks ZVT over TCP.",
            "Standard input: card, pin-ok, cancel, decline, mute on|off, auto on|off, fault NAME."
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

    @Option(names = "--json", description = "With --fault list: JSON instead of text.")
    boolean json;

    @Override
    public Integer call() throws InterruptedException {
        if (fault.equals("list")) {
            listFaults();
            return 0;
        }
        SimulatedTerminal.Settings settings = settings();
        try (var terminal = startAnnounced(settings)) {
            listenToInput(terminal);
            new CountDownLatch(1).await();
            return 0;
        } catch (IOException refused) {
            System.err.println(
                    "The simulated terminal cannot start on %s:%d: %s. Is another one running? Choose another --port, or 0 for a free one."
                            .formatted(host, port, refused.getMessage()));
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
        Path directory = out;
        return directory == null ? settings : settings.in(directory);
    }

    private CommandLine.ParameterException wrong(String message) {
        CommandSpec known = spec;
        return new CommandLine.ParameterException(
                known == null ? new CommandLine(this) : known.commandLine(), message);
    }

    private void listFaults() {
        if (json) {
            List<Map<String, String>> faults =
                    Arrays.stream(TerminalFault.values())
                            .map(each ->
                                    object(
                                            "name",
                                            each.optionName(),
                                            "description",
                                            each.description()))
                            .toList();
            System.out.println(JSON.writeValueAsString(Map.of("faults", faults)));
            return;
        }
        for (TerminalFault each : TerminalFault.values()) {
            System.out.printf(Locale.ROOT, "%-28s%s%n", each.optionName(), each.description());
        }
    }

    private static Map<String, String> object(
            String key, String value, String key2, String value2) {
        var object = new LinkedHashMap<String, String>();
        object.put(key, value);
        object.put(key2, value2);
        return object;
    }

    /** Events wait for the same lock: the first line is always the address. */
    private SimulatedTerminal startAnnounced(SimulatedTerminal.Settings settings)
            throws IOException {
        synchronized (SimTerminalCommand.class) {
            var terminal = SimulatedTerminal.start(settings);
            announce(terminal);
            return terminal;
        }
    }

    private void announce(SimulatedTerminal terminal) {
        var line = new LinkedHashMap<String, Object>();
        line.put("address", host + ":" + terminal.port());
        line.put("port", terminal.port());
        line.put("pid", ProcessHandle.current().pid());
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

    /** The end of standard input ends only the reading: the process may have been given none. */
    private static void listenToInput(SimulatedTerminal terminal) {
        Thread.ofPlatform().daemon().name("cardholder").start(() -> readInput(terminal));
    }

    private static void readInput(SimulatedTerminal terminal) {
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try {
            String line = input.readLine();
            while (line != null) {
                obey(terminal, line.strip());
                line = input.readLine();
            }
        } catch (IOException closed) {
            // as good as the end of input
        }
    }

    private static void obey(SimulatedTerminal terminal, String line) {
        if (line.isEmpty()) {
            return;
        }
        if (line.startsWith("fault ")) {
            Optional<TerminalFault> next = TerminalFault.named(line.substring(6).strip());
            next.ifPresentOrElse(
                    terminal::fault, () -> System.err.println("no such fault: " + line));
            return;
        }
        action(line)
                .ifPresentOrElse(
                        terminal::act,
                        () ->
                                System.err.println(
                                        "not understood: "
                                                + line
                                                + "; use card, pin-ok, cancel, decline, mute"
                                                + " on|off, auto on|off, fault NAME"));
    }

    private static Optional<CardholderAction> action(String line) {
        return Optional.ofNullable(
                switch (line) {
                    case "card" -> new CardholderAction.ShowCard();
                    case "pin-ok" -> new CardholderAction.EnterPin();
                    case "cancel" -> new CardholderAction.Cancel();
                    case "decline" -> new CardholderAction.Decline();
                    case "mute", "mute on" -> new CardholderAction.Mute(true);
                    case "mute off" -> new CardholderAction.Mute(false);
                    case "auto on" -> new CardholderAction.Auto(true);
                    case "auto off" -> new CardholderAction.Auto(false);
                    default -> null;
                });
    }
}
