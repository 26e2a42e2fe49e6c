package de.buergerkiosk.contract.bundle;

import java.util.Arrays;
import java.util.Collections;
import java.util.SequencedMap;
import java.util.TreeMap;

/** A bundle whose signatures, lengths and hashes were checked. */
public final class Bundle {
    private final Targets targets;
    private final String digest;
    private final TreeMap<BundlePath, byte[]> files = new TreeMap<>();

    Bundle(Targets targets, String digest, byte[] content) {
        this.targets = targets;
        this.digest = digest;
        int at = 0;
        for (var entry : targets.files()) {
            files.put(entry.path(), Arrays.copyOfRange(content, at, at + entry.bytes()));
            at += entry.bytes();
        }
    }

    public Targets targets() {
        return targets;
    }

    /** SHA-256 of the signed document, which names every other byte by its hash. */
    public String digest() {
        return digest;
    }

    /** All files in ascending order of path; the arrays are not to be written to. */
    public SequencedMap<BundlePath, byte[]> files() {
        return Collections.unmodifiableSequencedMap(files);
    }

    /** Says how much it is, not what. */
    @Override
    public String toString() {
        return "Bundle[version=%d, files=%d]".formatted(targets.version(), files.size());
    }
}
