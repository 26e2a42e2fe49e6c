package de.buergerkiosk.forms.check;

import de.buergerkiosk.forms.ServiceCheck;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kiosk service check DIR}: 0 when the service may be released, 1 when not. */
@Command(
        name = "service check",
        mixinStandardHelpOptions = true,
        description = "Checks a service folder and runs its test cases.")
public final class ServiceCheckCommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "folder of one service")
    private @Nullable Path folder;

    @Option(names = "--json", description = "print the result as one JSON document")
    private boolean json;

    @Override
    public Integer call() {
        if (spec == null || folder == null) {
            throw new IllegalStateException("picocli fills these before the call");
        }
        if (!Files.isDirectory(folder)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "DIR: "
                            + folder
                            + (Files.exists(folder) ? " is not a folder" : " does not exist")
                            + "; name the folder of one service, for example"
                            + " provisioning/services/parking-permit");
        }
        var check = ServiceCheck.of(folder);
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (json) {
            out.println(check.json());
        } else {
            print(check, out);
        }
        return check.isValid() ? 0 : 1;
    }

    private static void print(ServiceCheck check, PrintStream out) {
        for (var finding : check.findings()) {
            out.println(finding.file() + " " + finding.place());
            out.println("    " + finding.message());
            out.println("    Cure: " + finding.cure());
        }
        out.printf(
                "%s %s: %s, %d findings, %d test cases passed, %d failed%n",
                check.service(),
                check.version(),
                check.isValid() ? "valid" : "NOT valid",
                check.findings().size(),
                check.passed(),
                check.failed());
    }
}
