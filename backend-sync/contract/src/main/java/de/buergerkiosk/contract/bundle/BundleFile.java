package de.buergerkiosk.contract.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** The bytes of a bundle as they came, with nothing believed yet. */
public final class BundleFile {
    private final byte[] bytes;
    private final long length;

    private BundleFile(byte[] bytes, long length) {
        this.bytes = bytes;
        this.length = length;
    }

    public static BundleFile of(byte[] bytes) {
        return new BundleFile(bytes.clone(), bytes.length);
    }

    /**
     * Reads a regular file. One that is larger than a bundle may be is not read at all, and one
     * that grows meanwhile not beyond the limit.
     */
    public static BundleFile read(Path file) throws IOException {
        long length = Files.size(file);
        if (length > Container.BYTES_MAX) {
            return new BundleFile(new byte[0], length);
        }
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            var read = in.readNBytes(Container.BYTES_MAX + 1);
            return new BundleFile(read, read.length);
        }
    }

    Container container() throws Refusal {
        if (length > Container.BYTES_MAX) {
            throw Container.tooLarge("the file", length, Container.BYTES_MAX);
        }
        return Container.cut(bytes);
    }
}
