package de.buergerkiosk.contract.bundle;

import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Decides whether a kiosk may apply a bundle. The order is fixed, so that one bundle has one
 * reason: size and form of the file, signatures, root, form of the signed document, each file, and
 * only when all of that is in order audience, version and expiry. Nothing of the signed document is
 * read before its signatures are those of the root.
 */
public final class BundleVerifier {
    private final Root root;

    public BundleVerifier(Root root) {
        this.root = root;
    }

    /** Never throws for what is in the bytes, whatever they are. */
    public BundleVerdict verify(BundleFile file, Expectation expected) {
        try {
            var container = file.container();
            trusted(container);
            var bundle = opened(container);
            fits(bundle, expected);
            return new BundleVerdict.Valid(bundle);
        } catch (Refusal refusal) {
            return refusal.verdict();
        }
    }

    private void trusted(Container container) throws Refusal {
        var signatures = read("signatures", () -> Signatures.parse(container.signatures()));
        var signers = signatures.signersOf(container.targets());
        long known = signers.stream().filter(root.signers()::contains).count();
        if (known < root.threshold()) {
            throw new Refusal(
                    Reason.WRONG_ROOT,
                    "signed by %s; the root \"%s\" knows %d of them and needs %d"
                            .formatted(signers, root.name(), known, root.threshold()));
        }
    }

    static Bundle opened(Container container) throws Refusal {
        var targets = read("targets", () -> Targets.parse(container.targets()));
        var content = container.files();
        if (targets.bytes() != content.length) {
            throw new Refusal(
                    Reason.TAMPERED,
                    "its files have %d bytes where %d were signed"
                            .formatted(content.length, targets.bytes()));
        }
        int at = 0;
        for (var entry : targets.files()) {
            var part = Arrays.copyOfRange(content, at, at + entry.bytes());
            at += entry.bytes();
            if (!CanonicalJson.sha256(part).equals(entry.sha256())) {
                throw new Refusal(
                        Reason.TAMPERED, "the file " + entry.path() + " is not as it was signed");
            }
        }
        return new Bundle(targets, CanonicalJson.sha256(container.targets()), content);
    }

    private static void fits(Bundle bundle, Expectation expected) throws Refusal {
        var targets = bundle.targets();
        if (expected.kiosk().isPresent()
                && !targets.audience().includes(expected.kiosk().get(), expected.site())) {
            throw new Refusal(
                    Reason.FOREIGN,
                    "it is for other kiosks than %s%s"
                            .formatted(
                                    expected.kiosk().get(),
                                    expected.site().map(s -> " at " + s).orElse("")));
        }
        if (targets.version() < expected.knownVersion()) {
            throw new Refusal(
                    Reason.ROLLBACK,
                    "it is version %d, and version %d is known; versions only go upwards"
                            .formatted(targets.version(), expected.knownVersion()));
        }
        if (targets.version() == expected.knownVersion()
                && expected.knownDigest().filter(d -> !d.equals(bundle.digest())).isPresent()) {
            throw new Refusal(
                    Reason.ROLLBACK,
                    "version %d is known with other contents; a change needs a greater version"
                            .formatted(targets.version()));
        }
        if (!expected.at().isBefore(targets.expires())) {
            throw new Refusal(
                    Reason.EXPIRED,
                    "it expired at %s, and it is %s"
                            .formatted(
                                    CanonicalJson.time(targets.expires()),
                                    CanonicalJson.time(expected.at())));
        }
    }

    static <T> T read(String section, Supplier<T> reading) throws Refusal {
        try {
            return reading.get();
        } catch (MalformedDocument e) {
            throw new Refusal(Reason.MALFORMED, section + ": " + e.getMessage());
        }
    }
}
