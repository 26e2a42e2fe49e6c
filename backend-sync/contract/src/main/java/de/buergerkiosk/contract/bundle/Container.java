package de.buergerkiosk.contract.bundle;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The one file of a bundle, cut into its three sections. Five lines of fixed width tell the lengths
 * of the sections, which follow without anything between or after them; nothing is compressed, so a
 * small file cannot become a large one.
 *
 * <pre>
 * buergerkiosk-bundle 1
 * targets 0000001234
 * signatures 0000007890
 * files 0000056789
 * (empty line)
 * </pre>
 */
final class Container {
    /** A whole bundle, in bytes. */
    static final int BYTES_MAX = 64 << 20;

    static final int TARGETS_BYTES_MAX = 1 << 20;
    static final int SIGNATURES_BYTES_MAX = 64 << 10;

    private static final String HEAD =
            "buergerkiosk-bundle 1\ntargets %010d\nsignatures %010d\nfiles %010d\n\n";
    private static final Pattern HEADER =
            Pattern.compile(
                    "buergerkiosk-bundle 1\\ntargets ([0-9]{10})\\nsignatures ([0-9]{10})\\nfiles"
                            + " ([0-9]{10})\\n\\n");
    private static final int HEADER_BYTES = HEAD.formatted(0, 0, 0).length();

    private final byte[] targets;
    private final byte[] signatures;
    private final byte[] files;

    Container(byte[] targets, byte[] signatures, byte[] files) {
        this.targets = targets;
        this.signatures = signatures;
        this.files = files;
    }

    byte[] targets() {
        return targets;
    }

    byte[] signatures() {
        return signatures;
    }

    byte[] files() {
        return files;
    }

    /** Cuts without copying more than once, and without believing any length. */
    static Container cut(byte[] bundle) throws Refusal {
        if (bundle.length < HEADER_BYTES) {
            throw new Refusal(
                    Reason.MALFORMED,
                    "it ends within its header; a bundle has at least " + HEADER_BYTES + " bytes");
        }
        var header =
                HEADER.matcher(new String(bundle, 0, HEADER_BYTES, StandardCharsets.ISO_8859_1));
        if (!header.matches()) {
            throw new Refusal(
                    Reason.MALFORMED, "it does not begin with the header of a bundle of version 1");
        }
        long targets = Long.parseLong(header.group(1));
        long signatures = Long.parseLong(header.group(2));
        long files = Long.parseLong(header.group(3));
        long announced = HEADER_BYTES + targets + signatures + files;
        if (announced != bundle.length) {
            throw new Refusal(
                    Reason.MALFORMED,
                    "its header announces %d bytes, and it has %d"
                            .formatted(announced, bundle.length));
        }
        if (targets > TARGETS_BYTES_MAX) {
            throw tooLarge("the section targets", targets, TARGETS_BYTES_MAX);
        }
        if (signatures > SIGNATURES_BYTES_MAX) {
            throw tooLarge("the section signatures", signatures, SIGNATURES_BYTES_MAX);
        }
        int second = HEADER_BYTES + (int) targets;
        int third = second + (int) signatures;
        return new Container(
                Arrays.copyOfRange(bundle, HEADER_BYTES, second),
                Arrays.copyOfRange(bundle, second, third),
                Arrays.copyOfRange(bundle, third, bundle.length));
    }

    byte[] bytes() {
        var head =
                HEAD.formatted(targets.length, signatures.length, files.length)
                        .getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(head.length + targets.length + signatures.length + files.length)
                .put(head)
                .put(targets)
                .put(signatures)
                .put(files)
                .array();
    }

    static Refusal tooLarge(String what, long bytes, long bytesMax) {
        return new Refusal(
                Reason.TOO_LARGE,
                "%s has %d bytes; at most %d are taken".formatted(what, bytes, bytesMax));
    }
}
