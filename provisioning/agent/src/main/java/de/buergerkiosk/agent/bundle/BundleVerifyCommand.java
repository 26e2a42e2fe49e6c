package de.buergerkiosk.agent.bundle;

import de.buergerkiosk.contract.bundle.Bundle;
import de.buergerkiosk.contract.bundle.BundleVerdict;
import de.buergerkiosk.contract.bundle.BundleVerifier;
import de.buergerkiosk.contract.bundle.Expectation;
import de.buergerkiosk.contract.json.CanonicalJson;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** {@code ./kiosk bundle verify FILE}: 0 when a kiosk would take it, 1 when not. */
@Command(
        name = "bundle verify",
        mixinStandardHelpOptions = true,
        description = {
            "Says whether a kiosk would take this bundle, and why not.",
            "Reasons, in the order in which they are looked for: too-large, malformed, tampered,"
                    + " wrong-root, foreign, rollback, expired."
        })
public final class BundleVerifyCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The bundle.")
    private Path file = Path.of("");

    @Option(
            names = "--root",
            paramLabel = "FILE",
            description = "Whose signatures count. Default: provisioning/fleet/root.json")
    private @Nullable Path root;

    @Option(
            names = "--kiosk",
            paramLabel = "ID",
            description = "The kiosk that is to apply it; without it, none is foreign.")
    private @Nullable String kiosk;

    @Option(names = "--site", paramLabel = "ID", description = "Where that kiosk stands.")
    private @Nullable String site;

    @Option(
            names = "--known-version",
            paramLabel = "N",
            description = "The greatest version that the kiosk ever took; the same is taken again.")
    private long knownVersion;

    @Option(
            names = "--known-digest",
            paramLabel = "SHA256",
            description = "The digest of that version; other contents under it are a rollback.")
    private @Nullable String knownDigest;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "The time, such as 2026-11-24T08:00:00Z. Default: now")
    private @Nullable String at;

    @Option(names = "--json", description = "Print the verdict as one JSON document.")
    private boolean json;

    @Override
    public Integer call() {
        if (knownVersion < 0) {
            throw wrong("--known-version: " + knownVersion + " is no version; use 0 or more");
        }
        if (knownDigest != null && !knownDigest.matches("[0-9a-f]{64}")) {
            throw wrong("--known-digest: needs 64 digits of 0-9 and a-f");
        }
        var expected =
                new Expectation(
                        Optional.ofNullable(kiosk),
                        Optional.ofNullable(site),
                        knownVersion,
                        Optional.ofNullable(knownDigest),
                        at == null ? Instant.now() : moment(at));
        try {
            var trusted = GivenFiles.root(root == null ? GivenFiles.exampleRoot() : root);
            var verdict = new BundleVerifier(trusted).verify(GivenFiles.bundle(file), expected);
            System.out.println(json ? document(verdict).toString() : sentence(verdict));
            return verdict instanceof BundleVerdict.Valid ? 0 : 1;
        } catch (Trouble e) {
            throw wrong(e.getMessage());
        }
    }

    private Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--at: " + text + " is no moment; use one like 2026-11-24T08:00:00Z",
                    e);
        }
    }

    private ParameterException wrong(@Nullable String message) {
        return new ParameterException(spec.commandLine(), String.valueOf(message));
    }

    private static ObjectNode document(BundleVerdict verdict) {
        var json = CanonicalJson.object();
        return switch (verdict) {
            case BundleVerdict.Valid(Bundle bundle) ->
                    json.put("valid", true)
                            .put("version", bundle.targets().version())
                            .put("expires", CanonicalJson.time(bundle.targets().expires()))
                            .put("digest", bundle.digest())
                            .put("files", bundle.files().size());
            case BundleVerdict.Refused(var reason, String detail) ->
                    json.put("valid", false).put("reason", reason.word()).put("detail", detail);
        };
    }

    private static String sentence(BundleVerdict verdict) {
        return switch (verdict) {
            case BundleVerdict.Valid(Bundle bundle) ->
                    "valid: version %d with %d files, until %s"
                            .formatted(
                                    bundle.targets().version(),
                                    bundle.files().size(),
                                    bundle.targets().expires());
            case BundleVerdict.Refused(var reason, String detail) ->
                    "NOT valid, " + reason.word() + ": " + detail;
        };
    }
}
