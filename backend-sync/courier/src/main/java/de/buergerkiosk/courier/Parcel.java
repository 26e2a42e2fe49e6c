package de.buergerkiosk.courier;

import de.buergerkiosk.contract.filing.FilingId;

/**
 * A released filing on its way.
 *
 * @param body the delivery in canonical form, the same bytes at every attempt
 * @param digest SHA-256 of the body, 64 hexadecimal digits
 * @param attempts how often it was postponed so far
 */
// equality goes by number and digest, and the bytes are copied: safe as an array
@SuppressWarnings("ArrayRecordComponent")
public record Parcel(FilingId id, byte[] body, String digest, int attempts) {
    public Parcel {
        body = body.clone();
        if (attempts < 0) {
            throw new IllegalArgumentException("attempts below zero: " + attempts);
        }
    }

    /** A copy: nobody changes a parcel on its way. */
    @Override
    public byte[] body() {
        return body.clone();
    }

    /** By number and content, as the centre compares. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Parcel that && id.equals(that.id) && digest.equals(that.digest);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "Parcel[" + id + ", " + body.length + " bytes, attempt " + (attempts + 1) + "]";
    }
}
