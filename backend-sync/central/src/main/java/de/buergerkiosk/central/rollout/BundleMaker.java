package de.buergerkiosk.central.rollout;

import de.buergerkiosk.contract.bundle.BundleFile;
import de.buergerkiosk.contract.bundle.BundlePath;
import de.buergerkiosk.contract.bundle.BundleSigner;
import de.buergerkiosk.contract.bundle.BundleVerdict;
import de.buergerkiosk.contract.bundle.BundleVerifier;
import de.buergerkiosk.contract.bundle.Expectation;
import de.buergerkiosk.contract.bundle.Root;
import de.buergerkiosk.contract.bundle.SignerSecret;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes and opens bundles. Besides the settings a bundle carries what lies in the centre's folder of
 * contents: {@code services}, {@code texts}, {@code pictures}; without services in it a kiosk keeps
 * those that came with it.
 */
public final class BundleMaker {
    /** Where a bundle has the settings. */
    public static final BundlePath SETTINGS = new BundlePath("configuration/settings.json");

    static final Duration LIFE = Duration.ofDays(180);

    private final Path secret;
    private final Root root;
    private final Path contents;
    private final InstantSource clock;

    /**
     * Reads secret and contents when they are needed.
     *
     * @param secret file of the signer
     * @param contents folder; may be missing
     */
    public BundleMaker(Path secret, Root root, Path contents, InstantSource clock) {
        this.secret = secret;
        this.root = root;
        this.contents = contents;
        this.clock = clock;
    }

    /** The contents as they lie in the folder now. */
    Map<BundlePath, byte[]> contents() throws IOException {
        var files = new TreeMap<BundlePath, byte[]>();
        for (var part : List.of("services", "texts", "pictures")) {
            var folder = contents.resolve(part);
            if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                try (var all = Files.walk(folder)) {
                    for (var file : all.filter(Files::isRegularFile).sorted().toList()) {
                        var name = contents.relativize(file).toString();
                        files.put(new BundlePath(name), Files.readAllBytes(file));
                    }
                }
            }
        }
        return files;
    }

    /**
     * Signs settings and contents for these kiosks.
     *
     * @throws MalformedDocument when contents break the rules of bundles
     */
    MadeBundle make(
            long version,
            List<String> kiosks,
            ObjectNode settings,
            Map<BundlePath, byte[]> contents)
            throws IOException {
        var files = new TreeMap<>(contents);
        files.put(SETTINGS, CanonicalJson.bytes(settings));
        return sign(version, kiosks, files);
    }

    /** Signs the files of an earlier bundle again, under a greater version. */
    MadeBundle again(long version, List<String> kiosks, byte[] earlier) throws IOException {
        // its age does not matter here, only that it was ours
        var verdict =
                new BundleVerifier(root)
                        .verify(BundleFile.of(earlier), Expectation.nothing(Instant.EPOCH));
        return switch (verdict) {
            case BundleVerdict.Valid(var bundle) -> sign(version, kiosks, bundle.files());
            case BundleVerdict.Refused(var reason, String detail) ->
                    throw new IOException("a kept bundle is " + reason.word() + ": " + detail);
        };
    }

    private MadeBundle sign(long version, List<String> kiosks, Map<BundlePath, byte[]> files)
            throws IOException {
        var signer = new BundleSigner(List.of(SignerSecret.parse(Files.readAllBytes(secret))));
        var now = clock.instant();
        var bytes =
                signer.sign(
                        new BundleSigner.Terms(
                                version,
                                now,
                                now.plus(LIFE),
                                de.buergerkiosk.contract.bundle.Audience.ofKiosks(
                                        kiosks.toArray(String[]::new))),
                        files);
        var verdict =
                new BundleVerifier(root).verify(BundleFile.of(bytes), Expectation.nothing(now));
        return switch (verdict) {
            case BundleVerdict.Valid(var bundle) -> new MadeBundle(bundle.digest(), bytes);
            case BundleVerdict.Refused(var reason, String detail) ->
                    throw new IOException(
                            "kiosks would refuse what the signer signs ("
                                    + reason.word()
                                    + ": "
                                    + detail
                                    + "); the signer must be one of the root's");
        };
    }
}
