package de.buergerkiosk.contract.bundle;

import de.buergerkiosk.contract.json.CanonicalJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a bundle says about itself. Nothing here was checked against a root, so nothing here may
 * decide anything.
 *
 * @param digest SHA-256 of the signed document
 */
public record BundleView(
        Targets targets, String digest, List<SeenSigner> signers, List<SeenFile> files) {
    /** A signer as named, and whether their signatures fit the keys beside them. */
    public record SeenSigner(String fingerprint, boolean ed25519Fits, boolean mlDsaFits) {}

    /** A file as named, and whether its bytes have the hash that was named. */
    public record SeenFile(Targets.Entry entry, boolean fits) {}

    /** What came of looking. */
    public sealed interface Look {
        /** It can be read. */
        record Seen(BundleView view) implements Look {}

        /** It cannot. */
        record Unreadable(Reason reason, String detail) implements Look {}
    }

    public static Look of(BundleFile file) {
        try {
            var container = file.container();
            var signatures =
                    BundleVerifier.read(
                            "signatures", () -> Signatures.parse(container.signatures()));
            var targets = BundleVerifier.read("targets", () -> Targets.parse(container.targets()));
            return new Look.Seen(
                    new BundleView(
                            targets,
                            CanonicalJson.sha256(container.targets()),
                            signatures.seen(container.targets()),
                            seen(targets, container.files())));
        } catch (Refusal refusal) {
            var refused = refusal.verdict();
            return new Look.Unreadable(refused.reason(), refused.detail());
        }
    }

    private static List<SeenFile> seen(Targets targets, byte[] content) {
        var files = new ArrayList<SeenFile>();
        long at = 0;
        for (var entry : targets.files()) {
            long end = at + entry.bytes();
            files.add(
                    new SeenFile(
                            entry,
                            end <= content.length
                                    && CanonicalJson.sha256(
                                                    Arrays.copyOfRange(
                                                            content, (int) at, (int) end))
                                            .equals(entry.sha256())));
            at = end;
        }
        return files;
    }
}
