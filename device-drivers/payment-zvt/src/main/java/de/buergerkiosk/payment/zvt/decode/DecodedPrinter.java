package de.buergerkiosk.payment.zvt.decode;

import de.buergerkiosk.payment.zvt.wire.MalformedException;
import java.io.IOException;
import java.util.List;

/** Puts out what was decoded; each answer ends with {@link #endLine}. */
interface DecodedPrinter extends AutoCloseable {
    /** One APDU, or several that came together. */
    void print(List<Decoded> all) throws IOException;

    void print(MalformedException malformed) throws IOException;

    /** What stood on a serial line. */
    void printFrames(List<FrameSequence.Item> items) throws IOException;

    void endLine() throws IOException;

    void flush() throws IOException;

    @Override
    void close() throws IOException;
}
