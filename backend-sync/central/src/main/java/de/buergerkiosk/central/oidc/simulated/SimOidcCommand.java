package de.buergerkiosk.central.oidc.simulated;

import de.buergerkiosk.contract.json.CanonicalJson;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./kiosk sim oidc}: the simulated identity provider as a process. */
@Command(
        name = "sim oidc",
        mixinStandardHelpOptions = true,
        description = {
            "A simulated identity provider (OpenID Connect) with example people of the desk.",
            "It listens on this machine only; a centre takes it with --oidc DIR/oidc.json."
        })
public final class SimOidcCommand implements Callable<Integer> {
    private static final int PORT_MAX = 65_535;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "0 takes a free one. Default: ${DEFAULT-VALUE}.")
    private int port = 8096;

    @Option(
            names = "--settings",
            paramLabel = "DIR",
            description = "Writes oidc.json and oidc.secret for a centre into this folder.")
    private @Nullable Path settings;

    @Option(
            names = "--fault",
            paramLabel = "NAME",
            description = "What it does wrong; \"list\" prints all faults.")
    private String fault = "none";

    @Override
    public Integer call() throws InterruptedException {
        if (fault.equals("list")) {
            for (var each : OidcFault.values()) {
                System.out.println(each.word() + "  " + each.meaning());
            }
            return 0;
        }
        if (port < 0 || port > PORT_MAX) {
            throw wrong("--port: " + port + " is not a port; use 0 to 65535");
        }
        var wrong =
                OidcFault.named(fault)
                        .orElseThrow(() ->
                                wrong(
                                        "--fault: "
                                                + fault
                                                + " is not a fault; \"--fault list\" prints them"));
        try (var provider =
                SimulatedProvider.start(
                        port,
                        wrong,
                        InstantSource.system(),
                        new SecureRandom(),
                        Thread.ofVirtual().factory())) {
            announce(provider);
            new CountDownLatch(1).await();
            return 0;
        } catch (IOException e) {
            System.err.println(
                    "The simulated identity provider cannot start on port "
                            + port
                            + " ("
                            + e.getMessage()
                            + "). Is another one running? Choose another --port, or 0 for a free"
                            + " one; --settings needs a folder that can be written.");
            return 1;
        }
    }

    private void announce(SimulatedProvider provider) throws IOException {
        var line = CanonicalJson.object().put("ready", true).put("issuer", provider.issuer());
        line.put("port", provider.port()).put("clientId", SimulatedProvider.CLIENT);
        if (settings != null) {
            line.put("settings", provider.write(settings).toString());
        }
        System.out.println(CanonicalJson.text(line));
        System.out.flush();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
