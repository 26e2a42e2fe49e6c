package de.buergerkiosk.agent.bundle;

import de.buergerkiosk.contract.bundle.BundleView;
import de.buergerkiosk.contract.json.CanonicalJson;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** {@code ./kiosk bundle inspect FILE}: what a bundle says about itself. */
@Command(
        name = "bundle inspect",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what a bundle says about itself, without trusting any of it.",
            "Whether a kiosk would take it is said by bundle verify alone."
        })
public final class BundleInspectCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The bundle.")
    private Path file = Path.of("");

    @Option(names = "--json", description = "Print it as one JSON document.")
    private boolean json;

    @Override
    public Integer call() {
        try {
            return switch (BundleView.of(GivenFiles.bundle(file))) {
                case BundleView.Look.Seen(BundleView view) -> {
                    System.out.println(json ? document(view).toString() : sentences(view));
                    yield 0;
                }
                case BundleView.Look.Unreadable(var reason, String detail) -> {
                    var document =
                            CanonicalJson.object()
                                    .put("trusted", false)
                                    .put("readable", false)
                                    .put("reason", reason.word())
                                    .put("detail", detail);
                    System.out.println(
                            json
                                    ? document.toString()
                                    : "not readable, " + reason.word() + ": " + detail);
                    yield 1;
                }
            };
        } catch (Trouble e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static ObjectNode document(BundleView view) {
        var targets = view.targets();
        var json = CanonicalJson.object();
        json.put("trusted", false)
                .put("readable", true)
                .put("note", "nothing here was checked against a root; see bundle verify")
                .put("version", targets.version())
                .put("issued", CanonicalJson.time(targets.issued()))
                .put("expires", CanonicalJson.time(targets.expires()))
                .put("digest", view.digest());
        var whom = json.putObject("for").put("everyone", targets.audience().everyone());
        var kiosks = whom.putArray("kiosks");
        targets.audience().kiosks().forEach(kiosks::add);
        var sites = whom.putArray("sites");
        targets.audience().sites().forEach(sites::add);
        var signers = json.putArray("signers");
        for (var signer : view.signers()) {
            signers.addObject()
                    .put("fingerprint", signer.fingerprint())
                    .put("ed25519Fits", signer.ed25519Fits())
                    .put("mlDsa65Fits", signer.mlDsaFits());
        }
        var files = json.putArray("files");
        for (var file : view.files()) {
            files.addObject()
                    .put("path", file.entry().path().text())
                    .put("length", file.entry().bytes())
                    .put("sha256", file.entry().sha256())
                    .put("fits", file.fits());
        }
        return json;
    }

    private static String sentences(BundleView view) {
        var targets = view.targets();
        var text = new StringBuilder();
        text.append("It says of itself (nothing of this was checked against a root):\n");
        text.append(
                "  version %d, issued %s, expires %s%n"
                        .formatted(targets.version(), targets.issued(), targets.expires()));
        text.append(
                "  for %s%n"
                        .formatted(
                                targets.audience().everyone()
                                        ? "every kiosk"
                                        : "kiosks "
                                                + targets.audience().kiosks()
                                                + ", sites "
                                                + targets.audience().sites()));
        for (var signer : view.signers()) {
            text.append(
                    "  signed by %s: Ed25519 %s, ML-DSA-65 %s%n"
                            .formatted(
                                    signer.fingerprint().substring(0, 16),
                                    signer.ed25519Fits() ? "fits" : "DOES NOT FIT",
                                    signer.mlDsaFits() ? "fits" : "DOES NOT FIT"));
        }
        for (var file : view.files()) {
            text.append(
                    "  %10d  %s%s%n"
                            .formatted(
                                    file.entry().bytes(),
                                    file.entry().path(),
                                    file.fits() ? "" : "   DOES NOT FIT ITS HASH"));
        }
        return text.toString().stripTrailing();
    }
}
