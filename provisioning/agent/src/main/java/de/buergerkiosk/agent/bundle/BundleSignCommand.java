package de.buergerkiosk.agent.bundle;

import de.buergerkiosk.contract.bundle.Audience;
import de.buergerkiosk.contract.bundle.BundleSigner;
import de.buergerkiosk.contract.bundle.Root;
import de.buergerkiosk.contract.bundle.SignerSecret;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./kiosk bundle sign FILE}: makes a bundle from a folder. */
@Command(
        name = "bundle sign",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a bundle from a folder of configuration/, services/, texts/, pictures/.",
            "Signs with Ed25519 and ML-DSA-65. With --new-root it makes the keys first."
        })
public final class BundleSignCommand implements Callable<Integer> {
    private static final Duration USUAL_LIFE = Duration.ofDays(30);

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "Where the bundle goes; replaced as a whole.")
    private Path file = Path.of("");

    @Option(names = "--from", paramLabel = "DIR", required = true, description = "The folder.")
    private Path from = Path.of("");

    @Option(
            names = "--key",
            paramLabel = "FILE",
            required = true,
            description = "A signer's secret key; as often as there are signers.")
    private List<Path> keys = new ArrayList<>();

    @Option(
            names = "--new-root",
            paramLabel = "NAME",
            description = {
                "Make each --key (mode 0600) and the root that knows them, under --root.",
                "Nothing that exists is overwritten."
            })
    private @Nullable String newRoot;

    @Option(
            names = "--root",
            paramLabel = "FILE",
            description = "Refuse keys that this root does not know; with --new-root: make it.")
    private @Nullable Path root;

    @Option(names = "--kiosk", paramLabel = "ID", description = "For this kiosk; repeatable.")
    private List<String> kiosks = new ArrayList<>();

    @Option(names = "--site", paramLabel = "ID", description = "For this site; repeatable.")
    private List<String> sites = new ArrayList<>();

    @Option(names = "--everyone", description = "For every kiosk that knows the root.")
    private boolean everyone;

    @Option(
            names = "--known-version",
            paramLabel = "N",
            description = "The version before; this one is the next. Default: ${DEFAULT-VALUE}")
    private long knownVersion;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "When it is issued, such as 2026-11-24T08:00:00Z. Default: now")
    private @Nullable String at;

    @Option(
            names = "--expires",
            paramLabel = "INSTANT",
            description = "From when on no kiosk takes it. Default: 30 days after --at")
    private @Nullable String expires;

    @Option(names = "--json", description = "Print what was made as one JSON document.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (knownVersion < 0) {
            throw wrong("--known-version: " + knownVersion + " is no version; use 0 or more");
        }
        if (newRoot != null && root == null) {
            throw wrong("--new-root: say with --root FILE where the root goes");
        }
        if (everyone == (!kiosks.isEmpty() || !sites.isEmpty())) {
            throw wrong("say whom it is for: --kiosk ID, --site ID, or --everyone alone");
        }
        var issued = at == null ? Instant.now() : moment("--at", at);
        var until = expires == null ? issued.plus(USUAL_LIFE) : moment("--expires", expires);
        try {
            var terms =
                    new BundleSigner.Terms(
                            knownVersion + 1, issued, until, new Audience(everyone, kiosks, sites));
            var files = BundleFolder.read(from);
            var bundle = new BundleSigner(secrets()).sign(terms, files);
            write(file, bundle);
            tell(terms, files.size(), bundle);
            return 0;
        } catch (MalformedDocument e) {
            throw wrong(e.getMessage());
        } catch (Trouble e) {
            throw wrong(e.getMessage());
        }
    }

    private List<SignerSecret> secrets() throws Trouble, IOException {
        if (newRoot != null && root != null) {
            return fresh(newRoot, root);
        }
        var secrets = new ArrayList<SignerSecret>();
        for (var key : keys) {
            secrets.add(GivenFiles.secret(key));
        }
        if (root != null) {
            var known = GivenFiles.root(root);
            for (var secret : secrets) {
                if (!known.signers().contains(secret.open())) {
                    throw new Trouble(
                            "--key: the root "
                                    + root
                                    + " does not know "
                                    + secret.open()
                                    + "; kiosks would refuse the bundle as wrong-root");
                }
            }
        }
        return secrets;
    }

    private List<SignerSecret> fresh(String name, Path rootFile) throws Trouble, IOException {
        for (var each : keys) {
            free("--key", each);
        }
        free("--root", rootFile);
        var secrets = keys.stream().map(_ -> SignerSecret.generate()).toList();
        var made =
                new Root(name, secrets.size(), secrets.stream().map(SignerSecret::open).toList());
        for (int i = 0; i < keys.size(); i++) {
            createSecret(keys.get(i), secrets.get(i).json());
        }
        Files.write(rootFile, made.json());
        return secrets;
    }

    private static void free(String option, Path file) throws Trouble {
        if (Files.exists(file)) {
            throw new Trouble(
                    option + ": " + file + " exists; --new-root overwrites nothing, name another");
        }
    }

    private static void createSecret(Path file, byte[] content) throws IOException, Trouble {
        try {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            throw new Trouble("--key: " + file + " is named twice");
        }
        Files.write(file, content);
    }

    /** Whole or not at all: a reader never sees half a bundle. */
    private static void write(Path file, byte[] bundle) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, bundle);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void tell(BundleSigner.Terms terms, int files, byte[] bundle) {
        if (json) {
            System.out.println(
                    CanonicalJson.object()
                            .put("file", file.toString())
                            .put("version", terms.version())
                            .put("expires", CanonicalJson.time(terms.expires()))
                            .put("files", files)
                            .put("bytes", bundle.length));
        } else {
            System.out.println(
                    "%s: version %d with %d files, %d bytes, until %s"
                            .formatted(
                                    file, terms.version(), files, bundle.length, terms.expires()));
        }
    }

    private Instant moment(String option, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    option + ": " + text + " is no moment; use one like 2026-11-24T08:00:00Z",
                    e);
        }
    }

    private ParameterException wrong(@Nullable String message) {
        return new ParameterException(spec.commandLine(), String.valueOf(message));
    }
}
