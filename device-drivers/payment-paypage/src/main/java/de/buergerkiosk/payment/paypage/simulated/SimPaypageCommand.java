package de.buergerkiosk.payment.paypage.simulated;

import de.buergerkiosk.payment.paypage.simulated.SimulatedPayPage.Citizen;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
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
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code kiosk sim paypage}: the simulated provider as a process. The first line on standard output
 * says where it listens and what a kiosk has to be told, each further line is an event.
 */
@Command(
        name = "sim paypage",
        mixinStandardHelpOptions = true,
        description = {
            "A simulated payment provider (XBezahldienste 1.0.0): strict, with a page to pay on.",
            "Open the page's address in a browser, or type on standard input: pay, cancel,"
                    + " fault NAME."
        })
public final class SimPaypageCommand implements Callable<Integer> {
    @Spec @Nullable CommandSpec spec;

    @Option(
            names = "--port",
            defaultValue = "8095",
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
            names = "--auto",
            defaultValue = "off",
            description =
                    "off, pay or cancel: the citizen's press comes by itself. Default:"
                            + " ${DEFAULT-VALUE}")
    String auto = "off";

    @Option(
            names = "--delay-ms",
            defaultValue = "3000",
            description = "Before such a press. Default: ${DEFAULT-VALUE}")
    long delayMillis;

    @Option(names = "--out", description = "Folder for paypage-ledger.jsonl; kept over restarts.")
    @Nullable Path out;

    @Option(names = "--json", description = "With --fault list: JSON instead of text.")
    boolean json;

    @Override
    public Integer call() throws InterruptedException {
        if (fault.equals("list")) {
            list();
            return 0;
        }
        var settings = settings();
        try (var page = startAnnounced(settings)) {
            Thread.ofPlatform().daemon().name("citizen").start(() -> listen(page));
            new CountDownLatch(1).await();
            return 0;
        } catch (IOException refused) {
            System.err.println(
                    "The simulated payment page cannot start on %s:%d: %s. Is another one running? Choose another --port, or 0 for a free one."
                            .formatted(host, port, refused.getMessage()));
            return 1;
        }
    }

    private SimulatedPayPage.Settings settings() {
        if (port < 0 || port > 65_535) {
            throw wrong("--port: " + port + " is not a port; use 0 to 65535");
        }
        if (delayMillis < 0 || delayMillis > 600_000) {
            throw wrong("--delay-ms: " + delayMillis + " is out of range; use 0 to 600000");
        }
        var wanted =
                PageFault.named(fault)
                        .orElseThrow(() ->
                                wrong(
                                        "--fault: "
                                                + fault
                                                + " is not a fault; \"--fault list\" prints them"));
        return new SimulatedPayPage.Settings(
                host,
                port,
                wanted,
                citizen(),
                Optional.ofNullable(out),
                InstantSource.system(),
                Thread.ofVirtual().factory(),
                SimPaypageCommand::tell);
    }

    private Citizen citizen() {
        var after = Duration.ofMillis(delayMillis);
        return switch (auto) {
            case "off" -> new Citizen.Waits();
            case "pay" -> new Citizen.Pays(after);
            case "cancel" -> new Citizen.Cancels(after);
            default -> throw wrong("--auto: " + auto + " is not known; use off, pay or cancel");
        };
    }

    private CommandLine.ParameterException wrong(String message) {
        var known = spec;
        return new CommandLine.ParameterException(
                known == null ? new CommandLine(this) : known.commandLine(), message);
    }

    private void list() {
        if (json) {
            var list = JsonMapper.shared().createArrayNode();
            for (var each : PageFault.values()) {
                list.addObject().put("fault", each.word()).put("meaning", each.meaning());
            }
            System.out.println(list);
            return;
        }
        for (var each : PageFault.values()) {
            System.out.printf(Locale.ROOT, "%-20s %s%n", each.word(), each.meaning());
        }
    }

    /** Events wait for the same lock: the first line is always the address. */
    private static SimulatedPayPage startAnnounced(SimulatedPayPage.Settings settings)
            throws IOException {
        synchronized (SimPaypageCommand.class) {
            var page = SimulatedPayPage.start(settings);
            print(
                    JsonMapper.shared()
                            .createObjectNode()
                            .put("address", settings.host() + ":" + page.port())
                            .put("port", page.port())
                            .put("pid", ProcessHandle.current().pid())
                            .put("api", page.api())
                            .put("tokens", page.tokens())
                            .put("returnTo", page.thanks())
                            .put("client", SimulatedPayPage.CLIENT)
                            .put("secret", SimulatedPayPage.SECRET));
            return page;
        }
    }

    private static void tell(PageEntry entry) {
        print(
                JsonMapper.shared()
                        .createObjectNode()
                        .put(
                                "event",
                                switch (entry.state()) {
                                    case "INITIAL" -> "opened";
                                    case "PAYED" -> "paid";
                                    case "FAILED" -> "declined";
                                    default -> "cancelled";
                                })
                        .put("transactionId", entry.transactionId())
                        .put("requestId", entry.requestId())
                        .put("amountCents", entry.amountCents())
                        .put("path", "/page/" + entry.transactionId()));
    }

    private static synchronized void print(ObjectNode line) {
        System.out.println(line);
        System.out.flush();
    }

    /** The end of standard input ends only the reading: the process may have been given none. */
    private static void listen(SimulatedPayPage page) {
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try {
            for (var line = input.readLine(); line != null; line = input.readLine()) {
                obey(page, line.strip());
            }
        } catch (IOException closed) {
            // as good as the end of input
        }
    }

    private static void obey(SimulatedPayPage page, String line) {
        if (line.equals("pay") || line.equals("cancel")) {
            if (!page.press(line.equals("pay"))) {
                System.err.println("no page is open");
            }
        } else if (line.startsWith("fault ")) {
            PageFault.named(line.substring(6).strip())
                    .ifPresentOrElse(
                            page::fault, () -> System.err.println("no such fault: " + line));
        } else if (!line.isEmpty()) {
            System.err.println("not understood: " + line + "; use pay, cancel, fault NAME");
        }
    }
}
