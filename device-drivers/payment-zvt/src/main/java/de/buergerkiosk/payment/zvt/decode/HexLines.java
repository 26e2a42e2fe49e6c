package de.buergerkiosk.payment.zvt.decode;

import de.buergerkiosk.payment.zvt.wire.MalformedException;
import de.buergerkiosk.payment.zvt.wire.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Lines of hex from a stream, one at a time, whatever their number. A line that is longer than any
 * message can be is read over and told as broken.
 */
final class HexLines {
    /** The longest APDU has 65 540 bytes; this leaves room for many separators and several APDUs. */
    static final int LINE_MAX = 1 << 20;

    private final InputStream in;
    private final byte[] chunk = new byte[1 << 16];
    private byte[] line = new byte[1024];
    private int at;
    private int end;
    private int length;
    private boolean tooLong;

    HexLines(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line; false at the end. The last line may lack its end. */
    boolean next() throws IOException {
        length = 0;
        tooLong = false;
        boolean any = false;
        while (at < end || fill()) {
            any = true;
            int stop = at;
            while (stop < end && chunk[stop] != '\n') {
                stop++;
            }
            append(stop - at);
            boolean ended = stop < end;
            at = ended ? stop + 1 : stop;
            if (ended) {
                return true;
            }
        }
        return any;
    }

    private void append(int count) {
        if (length + count > LINE_MAX) {
            tooLong = true;
            return;
        }
        if (length + count > line.length) {
            line = Arrays.copyOf(line, Math.max(line.length * 2, length + count));
        }
        System.arraycopy(chunk, at, line, length, count);
        length += count;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(chunk));
        return end > 0;
    }

    /** The bytes of the current line. */
    Octets bytes() throws MalformedException {
        if (tooLong) {
            throw new MalformedException(
                    LINE_MAX / 2, "the line has more than " + LINE_MAX + " signs");
        }
        return HexInput.read(line, 0, length);
    }

    /** Whether the next line can be had without waiting, as far as one can know. */
    boolean hasMoreAtOnce() throws IOException {
        return at < end || in.available() > 0;
    }
}
