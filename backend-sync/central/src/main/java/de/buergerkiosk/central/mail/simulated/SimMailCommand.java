package de.buergerkiosk.central.mail.simulated;

import java.io.IOException;
import java.nio.file.Path;
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

/** {@code kiosk sim mail}: the simulated mail server as a process. */
@Command(
        name = "sim mail",
        mixinStandardHelpOptions = true,
        description = {
            "A simulated mail server: strict SMTP on loopback, each mail becomes a file.",
            "The first line on standard output says where it listens."
        })
public final class SimMailCommand implements Callable<Integer> {
    private static final int PORT_MAX = 65_535;

    @Spec @Nullable CommandSpec spec;

    @Option(
            names = "--port",
            defaultValue = "2525",
            description = "TCP port; 0 takes a free one. Default: ${DEFAULT-VALUE}")
    int port;

    @Option(names = "--out", description = "Folder for the mails: mail-0001.eml and so on.")
    @Nullable Path out;

    @Option(
            names = "--fault",
            defaultValue = "none",
            description = "What it does wrong; \"list\" prints all faults.")
    String fault = "none";

    @Override
    public Integer call() throws InterruptedException {
        if (fault.equals("list")) {
            for (var each : MailFault.values()) {
                System.out.printf(Locale.ROOT, "%-20s %s%n", each.word(), each.meaning());
            }
            return 0;
        }
        if (port < 0 || port > PORT_MAX) {
            throw wrong("--port: " + port + " is not a port; use 0 to 65535");
        }
        var wanted =
                MailFault.named(fault)
                        .orElseThrow(() ->
                                wrong(
                                        "--fault: "
                                                + fault
                                                + " is not a fault; \"--fault list\" prints them"));
        try (var server =
                SimulatedMailServer.start(port, wanted, Optional.ofNullable(out), _ -> {})) {
            System.out.println(
                    JsonMapper.shared()
                            .createObjectNode()
                            .put("address", "127.0.0.1:" + server.port())
                            .put("port", server.port())
                            .put("pid", ProcessHandle.current().pid()));
            System.out.flush();
            new CountDownLatch(1).await();
            return 0;
        } catch (IOException refused) {
            System.err.println(
                    "The simulated mail server cannot start on port %d: %s. Is another one running? Choose another --port, or 0 for a free one."
                            .formatted(port, refused.getMessage()));
            return 1;
        }
    }

    private CommandLine.ParameterException wrong(String message) {
        var known = spec;
        return new CommandLine.ParameterException(
                known == null ? new CommandLine(this) : known.commandLine(), message);
    }
}
