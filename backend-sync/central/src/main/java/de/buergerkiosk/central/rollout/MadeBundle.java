package de.buergerkiosk.central.rollout;

/** A signed bundle and the digest that is its name. */
public final class MadeBundle {
    private final String digest;
    private final byte[] bytes;

    MadeBundle(String digest, byte[] bytes) {
        this.digest = digest;
        this.bytes = bytes;
    }

    public String digest() {
        return digest;
    }

    /** Not to be written to. */
    public byte[] bytes() {
        return bytes;
    }
}
