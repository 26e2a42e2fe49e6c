package de.buergerkiosk.scanner.line;

import java.time.Duration;

/**
 * An open line that carries bytes and knows nothing of what they mean. Used by one thread at a time;
 * after a {@link LineException} it is of no more use.
 */
public interface OctetLine extends AutoCloseable {
    /** So long a read waits at most: whoever reads looks up that often. */
    Duration SLICE = Duration.ofMillis(100);

    /**
     * Waits for bytes, at most one {@link #SLICE}.
     *
     * @return how many came; 0 when all was silent
     */
    int read(byte[] into) throws LineException;

    void write(byte[] bytes) throws LineException;

    @Override
    void close();
}
