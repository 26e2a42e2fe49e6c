package de.buergerkiosk.eid.simulated;

import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.Chat;
import de.buergerkiosk.eid.simulated.server.IdentityRequest;
import de.buergerkiosk.eid.simulated.server.NetworkedEidServer;
import de.buergerkiosk.eid.simulated.server.ServerFault;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kiosk sim eid-server}: the test eID server as a process, behind TLS on this computer. */
@Command(
        name = "sim eid-server",
        mixinStandardHelpOptions = true,
        description = {
            "A test eID server for eID clients of other people, and for ours.",
            "First line: JSON with tcTokenUrl, trustAnchor (hex) and pid; with --eservice also",
            "eidInterface. Ends when it is killed."
        })
public final class SimEidServerCommand implements Callable<Integer> {
    /** Names, birth, address, document, pseudonym; neither comparisons nor CAN. */
    private static final String USUAL_RIGHTS = "000113DF04";

    private static final int ADULT = 18;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--port",
            description = "TCP port; 0 takes a free one. Default: ${DEFAULT-VALUE}")
    private int port = 8443;

    @Option(
            names = "--psk",
            description = "The client's messages go over a second port under a pre-shared key.")
    private boolean psk;

    @Option(
            names = "--rights",
            paramLabel = "HEX",
            description = "Rights asked for, ten hexadecimal digits. Default: ${DEFAULT-VALUE}")
    private String rights = USUAL_RIGHTS;

    @Option(names = "--fault", description = "What it does wrong; \"list\" prints all faults.")
    private String fault = ServerFault.NONE.optionName();

    @Option(
            names = "--eservice",
            paramLabel = "DIR",
            description = {
                "Work for an eService: take useID and getResult over SOAP with mutual TLS.",
                "DIR is the folder eid of a centre. Switches --psk on."
            })
    private @Nullable Path eservice;

    @Option(
            names = "--soap-port",
            description = "TCP port of useID and getResult. Default: ${DEFAULT-VALUE}, a free one")
    private int soapPort = 0;

    @Option(names = "--json", description = "With a list: JSON instead of text.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        if (fault.equals("list")) {
            var faults = new LinkedHashMap<String, String>();
            Arrays.stream(ServerFault.values())
                    .forEach(each -> faults.put(each.optionName(), each.description()));
            System.out.println(SimCardCommand.listing("faults", faults, json));
            return 0;
        }
        NetworkedEidServer.Start start = start();
        try (var server =
                NetworkedEidServer.start(
                        start,
                        InstantSource.system(),
                        new SecureRandom(),
                        Thread.ofVirtual().factory())) {
            announce(server);
            new CountDownLatch(1).await();
            return 0;
        } catch (IOException e) {
            System.err.println(
                    "The test eID server cannot start on port %d: %s. Is another one running? Choose another --port, or 0 for a free one."
                            .formatted(port, e.getMessage()));
            return 1;
        }
    }

    private NetworkedEidServer.Start start() {
        if (port < 0 || port > 65_535) {
            throw wrong("--port: " + port + " is not a port; use 0 to 65535");
        }
        if (soapPort < 0 || soapPort > 65_535) {
            throw wrong("--soap-port: " + soapPort + " is not a port; use 0 to 65535");
        }
        Chat asked =
                Chat.ofDigits(rights)
                        .filter(chat -> chat.role() == Chat.Role.TERMINAL)
                        .orElseThrow(() ->
                                wrong(
                                        "--rights: "
                                                + rights
                                                + " is not the rights of a terminal; use ten"
                                                + " hexadecimal digits such as "
                                                + USUAL_RIGHTS));
        ServerFault chosen =
                ServerFault.named(fault)
                        .orElseThrow(() ->
                                wrong(
                                        "--fault: "
                                                + fault
                                                + " is not a fault; --fault list prints all"));
        return new NetworkedEidServer.Start(
                port,
                psk || eservice != null,
                request(asked),
                chosen,
                ServiceDescription.shipped(),
                ZoneId.of("Europe/Berlin"),
                Optional.ofNullable(eservice)
                        .map(folder -> new NetworkedEidServer.Eservice(folder, soapPort)));
    }

    private static IdentityRequest request(Chat asked) {
        return new IdentityRequest(
                asked,
                new Chat(0),
                asked.has(Chat.AGE_VERIFICATION) ? OptionalInt.of(ADULT) : OptionalInt.empty(),
                asked.has(Chat.MUNICIPALITY_VERIFICATION)
                        ? Optional.of(Bytes.literal("02760703140000"))
                        : Optional.empty(),
                Optional.of("Simulation"));
    }

    private static void announce(NetworkedEidServer server) {
        var line = new LinkedHashMap<String, Object>();
        line.put("tcTokenUrl", server.tcTokenUrl().toString());
        line.put("trustAnchor", server.server().trustAnchor().hex());
        server.eidInterface().ifPresent(address -> line.put("eidInterface", address.toString()));
        line.put("pid", ProcessHandle.current().pid());
        System.out.println(StrictJson.MAPPER.writeValueAsString(line));
        System.out.flush();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
