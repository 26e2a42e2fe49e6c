package de.buergerkiosk.contract.fleet;

import de.buergerkiosk.contract.json.CanonicalJson;
import java.nio.charset.StandardCharsets;

/**
 * One hash over all filings of a kiosk that are settled, in the order of their sequence. Kiosk and
 * centre compute it apart from each other; where it differs, one of the two has lost or changed
 * something that both once had, such as a centre that was restored from an older backup.
 *
 * @param settled sequence of the last filing in it; all before it are settled too
 * @param count how many are in it: refused ones are not
 * @param hash 64 hexadecimal digits
 */
public record RollingHash(long settled, long count, String hash) {
    /** Of nothing. */
    public static final RollingHash START = new RollingHash(0, 0, "0".repeat(64));

    /** With one more filing, whose sequence is greater than all in it. */
    public RollingHash with(long sequence, String digest) {
        if (sequence <= settled) {
            throw new IllegalArgumentException("out of order");
        }
        var text = hash + ":" + sequence + ":" + digest;
        return new RollingHash(
                sequence,
                count + 1,
                CanonicalJson.sha256(text.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The same filings, although later sequences are settled without being in it. */
    public RollingHash upTo(long sequence) {
        return new RollingHash(Math.max(settled, sequence), count, hash);
    }
}
