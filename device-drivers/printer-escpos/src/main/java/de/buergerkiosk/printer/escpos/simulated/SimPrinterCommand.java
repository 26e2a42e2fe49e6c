package de.buergerkiosk.printer.escpos.simulated;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code sim printer}: a receipt printer for demo, training and tests. Lines on standard input are
 * hands at the printer ({@code paper out}, {@code cover open} …); the end of standard input is not
 * the end of the printer.
 */
@Command(
        name = "sim printer",
        mixinStandardHelpOptions = true,
        description = "Starts a simulated receipt printer (ESC/POS over TCP) that draws its paper.")
public final class SimPrinterCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "Address to listen on; default ${DEFAULT-VALUE}.")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            defaultValue = "9100",
            description = "TCP port, 0 for any free one; default ${DEFAULT-VALUE}.")
    private int port = 9100;

    @Option(
            names = "--dots",
            defaultValue = "576",
            description = "Width of the paper: 576 for 80 mm, 384 for 58 mm; default 576.")
    private int dots = SimulatedPrinter.DOTS;

    @Option(
            names = "--fault",
            split = ",",
            description = "Misbehaviour to show, more than one by commas; \"list\" explains them.")
    private List<String> faults = List.of();

    @Option(
            names = "--out",
            description = "Folder for the papers, as paper-0001.png and paper-0001.txt.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--json",
            description = "With \"--fault list\": print it as JSON. Events are always JSON lines.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        if (faults.contains("list")) {
            listFaults();
            return 0;
        }
        if (port < 0 || port > 65535) {
            throw wrong("--port: " + port + " is not a port; use 0 to 65535");
        }
        if (dots < 192 || dots > 1024) {
            throw wrong("--dots: " + dots + " is no width of paper; use 192 to 1024");
        }
        Set<PrinterFault> wanted = wantedFaults();
        var events = new EventLines(System.out);
        var started = new CountDownLatch(1);
        var settings =
                new SimulatedPrinter.Settings(
                        host,
                        port,
                        dots,
                        wanted,
                        out,
                        event -> tellAfter(started, events, event),
                        Thread.ofPlatform().name("sim-printer-", 0).factory());
        try (SimulatedPrinter printer = SimulatedPrinter.start(settings)) {
            events.started(printer.host(), printer.port(), ProcessHandle.current().pid());
            started.countDown();
            obeyHands(printer);
            // the end of standard input does not switch the printer off
            new CountDownLatch(1).await();
            return 0;
        } catch (BindException e) {
            return failed(
                    "port " + port + " on " + host + " cannot be used: " + e.getMessage(),
                    "choose another one with --port, or --port 0 for any free one");
        } catch (UnknownHostException e) {
            return failed("--host: " + host + " is unknown", "use an address of this machine");
        } catch (IOException e) {
            return failed(String.valueOf(e), "check that the folder of --out can be written");
        }
    }

    /** The address comes first, also where faults already change the status. */
    private static void tellAfter(CountDownLatch started, EventLines events, PrinterEvent event) {
        if (started.getCount() == 0) {
            events.tell(event);
        }
    }

    private static void obeyHands(SimulatedPrinter printer) throws IOException {
        var hands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = hands.readLine(); line != null; line = hands.readLine()) {
            if (line.isBlank()) {
                continue;
            }
            Optional<Touch> touch = Touch.of(line);
            if (touch.isPresent()) {
                printer.touch(touch.get());
            } else {
                System.err.println(
                        "not understood: \"" + line.strip() + "\"; there are: " + touches());
            }
        }
    }

    private static String touches() {
        return Arrays.stream(Touch.values()).map(Touch::words).collect(Collectors.joining(", "));
    }

    private Set<PrinterFault> wantedFaults() {
        Set<PrinterFault> wanted = EnumSet.noneOf(PrinterFault.class);
        for (String word : faults) {
            wanted.add(
                    PrinterFault.of(word)
                            .orElseThrow(() ->
                                    wrong(
                                            "--fault: \""
                                                    + word
                                                    + "\" is unknown; \"--fault list\""
                                                    + " explains those there are")));
        }
        return wanted;
    }

    private void listFaults() {
        if (json) {
            Map<String, String> list = new LinkedHashMap<>();
            for (PrinterFault fault : PrinterFault.values()) {
                list.put(fault.word(), fault.sentence());
            }
            System.out.println(JsonMapper.builder().build().writeValueAsString(list));
        } else {
            for (PrinterFault fault : PrinterFault.values()) {
                System.out.printf("%-20s %s%n", fault.word(), fault.sentence());
            }
        }
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }

    private static int failed(String what, String cure) {
        System.err.println("sim printer: " + what + "; " + cure);
        return 1;
    }
}
