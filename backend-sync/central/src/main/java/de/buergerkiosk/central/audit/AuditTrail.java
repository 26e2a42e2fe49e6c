package de.buergerkiosk.central.audit;

/** Where entries go; what is written stays. */
public interface AuditTrail {
    /** Durable when it returns, or with the transaction that it takes part in. */
    void append(AuditEntry entry);

    /** Walks the whole chain. */
    Verdict verify();

    /** What the walk found. */
    sealed interface Verdict {
        record Whole(long entries) implements Verdict {}

        /** The first entry that does not fit; it or the one before was changed or removed. */
        record Broken(long position) implements Verdict {}
    }
}
