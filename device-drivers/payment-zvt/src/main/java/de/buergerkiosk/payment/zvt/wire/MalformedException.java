package de.buergerkiosk.payment.zvt.wire;

/** Bytes that are not what the specification says. The message never holds the bytes themselves. */
public final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int offset;

    /**
     * Tells what is wrong and where.
     *
     * @param offset where in the APDU it goes wrong, from 0
     */
    public MalformedException(int offset, String reason) {
        super(reason);
        this.offset = offset;
    }

    /** The same, counted from further ahead. */
    public MalformedException movedBy(int bytes) {
        return new MalformedException(offset + bytes, reason());
    }

    public int offset() {
        return offset;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
