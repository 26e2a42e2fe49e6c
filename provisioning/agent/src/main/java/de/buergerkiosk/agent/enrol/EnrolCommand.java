package de.buergerkiosk.agent.enrol;

import de.buergerkiosk.contract.fleet.EnrolmentCode;
import de.buergerkiosk.contract.json.CanonicalJson;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./kiosk enrol}: makes this machine a kiosk of the city. */
@Command(
        name = "enrol",
        mixinStandardHelpOptions = true,
        description = {
            "Makes this machine a kiosk of the city: a key is made here, the code buys a"
                    + " certificate for it, and the kit is written to DIR/kit.",
            "Broken off in the middle, the same command goes on where it stopped."
        })
public final class EnrolCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--centre",
            required = true,
            paramLabel = "URL",
            description = "Where the centre enrols, as the desk shows it beside the code.")
    private String centre = "";

    @Option(
            names = "--code",
            required = true,
            paramLabel = "CODE",
            description = "Made at the desk; counts once, for 24 hours, and names its centre.")
    private String code = "";

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "The kiosk's data folder; made where it is missing.")
    private Path data = Path.of("");

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        var address = address();
        try {
            var known =
                    EnrolmentCode.parse(code)
                            .orElseThrow(() ->
                                    new EnrolTrouble(
                                            "ENR-CODE-MISTYPED",
                                            "this is not a code: it has 32 letters and digits, the"
                                                    + " last of which shows a slip of the finger."
                                                    + " Compare it letter by letter"));
            var done =
                    new Enrolling(data, InstantSource.system(), new SecureRandom())
                            .enrol(address, known);
            System.out.println(json ? document(done) : sentence(done));
            return 0;
        } catch (EnrolTrouble e) {
            if (json) {
                var document = CanonicalJson.object().put("enrolled", false);
                System.out.println(document.put("code", e.code()).put("detail", e.getMessage()));
            } else {
                System.err.println("enrol: " + e.getMessage());
            }
            return 1;
        }
    }

    private URI address() {
        try {
            var uri = new URI(centre);
            if ("https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && (uri.getPath().isEmpty() || uri.getPath().equals("/"))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw wrong();
        }
        throw wrong();
    }

    private ParameterException wrong() {
        return new ParameterException(
                spec.commandLine(),
                "--centre: " + centre + " is no address; use one like https://centre.example:8445");
    }

    private static String document(Enrolling.Done done) {
        return CanonicalJson.object()
                .put("enrolled", true)
                .put("kiosk", done.kiosk())
                .put("kit", done.kit().toString())
                .put("config", done.config().toString())
                .put("certificateUntil", CanonicalJson.time(done.certificateUntil()))
                .toString();
    }

    private static String sentence(Enrolling.Done done) {
        return "This machine is now %s. Certificate until %s; it renews itself.%nStart it with: ./kiosk run --config %s"
                .formatted(done.kiosk(), done.certificateUntil(), done.config());
    }
}
