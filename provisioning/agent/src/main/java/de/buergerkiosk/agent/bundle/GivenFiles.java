package de.buergerkiosk.agent.bundle;

import de.buergerkiosk.contract.bundle.BundleFile;
import de.buergerkiosk.contract.bundle.Root;
import de.buergerkiosk.contract.bundle.SignerSecret;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;

/** Reads the files that are named on the command line. */
final class GivenFiles {
    private static final int SMALL_BYTES_MAX = 64 << 10;
    private static final EnumSet<PosixFilePermission> OTHERS =
            EnumSet.of(
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE);

    private GivenFiles() {}

    /** The root of the example; its secret key was thrown away when the example was made. */
    static Path exampleRoot() {
        return Path.of(System.getProperty("house.root", "."))
                .resolve("provisioning")
                .resolve("fleet")
                .resolve("root.json");
    }

    static BundleFile bundle(Path file) throws Trouble {
        regular("FILE", file);
        try {
            return BundleFile.read(file.toRealPath());
        } catch (IOException e) {
            throw new Trouble("FILE: " + file + " cannot be read: " + e);
        }
    }

    static Root root(Path file) throws Trouble {
        try {
            return Root.parse(small("--root", file));
        } catch (MalformedDocument e) {
            throw new Trouble("--root: " + file + " is not a root: " + e.getMessage());
        }
    }

    static SignerSecret secret(Path file) throws Trouble {
        var content = small("--key", file);
        try {
            var rights = Files.getPosixFilePermissions(file);
            if (rights.stream().anyMatch(OTHERS::contains)) {
                throw new Trouble(
                        "--key: others may read "
                                + file
                                + "; take it from them: chmod 600 "
                                + file);
            }
            return SignerSecret.parse(content);
        } catch (MalformedDocument e) {
            throw new Trouble("--key: " + file + " is not a signer's key: " + e.getMessage());
        } catch (IOException e) {
            throw new Trouble("--key: " + file + " cannot be read: " + e);
        }
    }

    private static byte[] small(String option, Path file) throws Trouble {
        regular(option, file);
        try (var in = Files.newInputStream(file)) {
            var content = in.readNBytes(SMALL_BYTES_MAX + 1);
            if (content.length > SMALL_BYTES_MAX) {
                throw new Trouble(
                        option + ": " + file + " is larger than " + SMALL_BYTES_MAX + " bytes");
            }
            return content;
        } catch (IOException e) {
            throw new Trouble(option + ": " + file + " cannot be read: " + e);
        }
    }

    private static void regular(String option, Path file) throws Trouble {
        if (!Files.exists(file)) {
            throw new Trouble(option + ": " + file + " does not exist");
        }
        if (!Files.isRegularFile(file)) {
            throw new Trouble(option + ": " + file + " is not a file");
        }
    }
}
