package de.buergerkiosk.contract.bundle;

import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes bundles. */
public final class BundleSigner {
    private final List<SignerSecret> secrets;

    public BundleSigner(List<SignerSecret> secrets) {
        this.secrets = List.copyOf(secrets);
    }

    /** What is said about the files. */
    public record Terms(long version, Instant issued, Instant expires, Audience audience) {}

    /**
     * The bytes of the file.
     *
     * @throws MalformedDocument when terms or files break a rule or a limit
     */
    public byte[] sign(Terms terms, Map<BundlePath, byte[]> files) {
        var entries = new ArrayList<Targets.Entry>();
        var content = new ByteArrayOutputStream();
        new TreeMap<>(files)
                .forEach((path, bytes) -> {
                    if (bytes.length > Container.BYTES_MAX - content.size()) {
                        throw new MalformedDocument(
                                path.text(),
                                "makes the bundle larger than " + Container.BYTES_MAX + " bytes");
                    }
                    entries.add(new Targets.Entry(path, bytes.length, CanonicalJson.sha256(bytes)));
                    content.writeBytes(bytes);
                });
        var targets =
                new Targets(
                                terms.version(),
                                terms.issued(),
                                terms.expires(),
                                terms.audience(),
                                entries)
                        .json();
        var signatures = Signatures.over(targets, secrets).json();
        var bundle = new Container(targets, signatures, content.toByteArray()).bytes();
        if (bundle.length > Container.BYTES_MAX || targets.length > Container.TARGETS_BYTES_MAX) {
            throw new MalformedDocument(
                    "bundle", "would be larger than " + Container.BYTES_MAX + " bytes");
        }
        return bundle;
    }
}
