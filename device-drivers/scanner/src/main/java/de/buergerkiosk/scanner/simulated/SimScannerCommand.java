package de.buergerkiosk.scanner.simulated;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code sim scanner}: a code scanner for demo, training and tests. The first line on standard
 * output says where it is, each further line is an event; a line on standard input is a code held
 * before it. The end of standard input is not the end of the scanner.
 */
@Command(
        name = "sim scanner",
        mixinStandardHelpOptions = true,
        description = {
            "A simulated code scanner (QR and bar codes) over TCP or a serial line.",
            "Standard input: " + Hands.THERE_ARE + ".",
            "HTTP: GET /state; POST /scan with the text of a QR code; POST /hand with a line as"
                    + " above."
        })
public final class SimScannerCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--port", paramLabel = "PORT", description = "TCP port; 0 takes a free one.")
    private @Nullable Integer port;

    @Option(
            names = "--serial",
            paramLabel = "PATH",
            description = "A serial line instead of TCP: 9600 baud, 8N1.")
    private @Nullable String serial;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "Address to listen on; default ${DEFAULT-VALUE}.")
    private String host = "127.0.0.1";

    @Option(
            names = "--http",
            paramLabel = "PORT",
            description = "Hands over HTTP on loopback; 0 takes a free port.")
    private @Nullable Integer http;

    @Option(
            names = "--fault",
            split = ",",
            paramLabel = "NAME",
            description = "Misbehaviour to show, more than one by commas; \"list\" explains them.")
    private List<String> faults = List.of();

    @Option(
            names = "--json",
            description = "With \"--fault list\": print it as JSON. Events are always JSON lines.")
    private boolean json;

    private final CountDownLatch announced = new CountDownLatch(1);

    @Override
    public Integer call() throws InterruptedException {
        if (faults.contains("list")) {
            listFaults();
            return 0;
        }
        check("--port", port);
        check("--http", http);
        if ((port == null) == (serial == null)) {
            throw wrong("where is it to be? Use either --port PORT or --serial PATH");
        }
        List<ScannerFault> wanted = faults.stream().map(this::fault).toList();
        try (SimulatedScanner scanner = start()) {
            wanted.forEach(fault -> scanner.fault(fault, true));
            announce(scanner.address(), door(scanner));
            announced.countDown();
            obeyHands(new Hands(scanner));
            new CountDownLatch(1).await();
            return 0;
        } catch (IOException refused) {
            System.err.println("sim scanner: cannot start: " + refused.getMessage());
            System.err.println("Is another one running there? Choose another --port or --serial.");
            return 1;
        }
    }

    private void check(String option, @Nullable Integer number) {
        if (number != null && (number < 0 || number > 65_535)) {
            throw wrong(option + ": " + number + " is not a port; use 0 to 65535");
        }
    }

    private ScannerFault fault(String word) {
        return ScannerFault.of(word)
                .orElseThrow(() ->
                        wrong(
                                "--fault: \""
                                        + word
                                        + "\" is unknown; \"--fault list\" explains those there"
                                        + " are"));
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }

    private SimulatedScanner start() throws IOException {
        ThreadFactory threads = Thread.ofPlatform().name("sim-scanner-", 0).daemon().factory();
        String path = serial;
        Integer wanted = port;
        return path != null || wanted == null
                ? SimulatedScanner.serial(String.valueOf(path), this::tell, threads)
                : SimulatedScanner.tcp(host, wanted, this::tell, threads);
    }

    /** Ends with the process. */
    private OptionalInt door(SimulatedScanner scanner) throws IOException {
        Integer wanted = http;
        if (wanted == null) {
            return OptionalInt.empty();
        }
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            return OptionalInt.of(SimHttp.start(wanted, scanner, threads).port());
        } catch (IOException taken) {
            threads.close();
            throw new IOException("HTTP port " + wanted + ": " + taken.getMessage(), taken);
        }
    }

    private void announce(String address, OptionalInt door) {
        var line = new LinkedHashMap<String, Object>();
        boolean tcp = address.startsWith("tcp://");
        line.put("address", tcp ? address.substring("tcp://".length()) : address);
        if (tcp) {
            line.put("port", Integer.parseInt(address.substring(address.lastIndexOf(':') + 1)));
        }
        line.put("pid", ProcessHandle.current().pid());
        door.ifPresent(found -> line.put("http", "http://127.0.0.1:" + found));
        print(line);
    }

    /** After the address, which comes first. */
    private void tell(ScannerEvent event) {
        try {
            announced.await();
        } catch (InterruptedException switchedOff) {
            Thread.currentThread().interrupt();
            return;
        }
        var line = new LinkedHashMap<String, Object>();
        switch (event) {
            case ScannerEvent.Host(boolean connected) ->
                    line.put("event", connected ? "connected" : "disconnected");
            case ScannerEvent.Shown(int octets, boolean heard) -> {
                line.put("event", "shown");
                line.put("octets", octets);
                line.put("heard", heard);
            }
        }
        print(line);
    }

    private static synchronized void print(Map<String, Object> line) {
        System.out.println(JSON.writeValueAsString(line));
        System.out.flush();
    }

    private static void obeyHands(Hands hands) throws IOException, InterruptedException {
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            try {
                if (!line.isEmpty()) {
                    hands.obey(line);
                }
            } catch (Hands.NotUnderstood wrong) {
                System.err.println("not understood: " + wrong.getMessage());
            }
        }
    }

    private void listFaults() {
        var list = new LinkedHashMap<String, String>();
        for (ScannerFault fault : ScannerFault.values()) {
            list.put(fault.word(), fault.sentence());
        }
        if (json) {
            System.out.println(JSON.writeValueAsString(list));
        } else {
            list.forEach((word, sentence) -> System.out.printf("%-14s %s%n", word, sentence));
        }
    }
}
