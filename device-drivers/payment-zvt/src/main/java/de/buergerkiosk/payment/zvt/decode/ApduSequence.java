package de.buergerkiosk.payment.zvt.decode;

import de.buergerkiosk.payment.zvt.wire.Apdu;
import de.buergerkiosk.payment.zvt.wire.MalformedException;
import de.buergerkiosk.payment.zvt.wire.Octets;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** APDUs back to back, as they stand in a TCP stream. */
public final class ApduSequence {
    private static final int DLE = 0x10;
    private static final int STX = 0x02;

    private ApduSequence() {}

    /**
     * Reads all of them.
     *
     * @throws MalformedException with the offset in these bytes
     */
    public static List<Decoded> read(Octets bytes, Charset charset) throws MalformedException {
        if (bytes.isEmpty()) {
            throw new MalformedException(0, "no bytes");
        }
        if (bytes.length() > 1 && bytes.at(0) == DLE && bytes.at(1) == STX) {
            throw new MalformedException(
                    0, "begins with DLE STX: a frame of the serial line, see \"wire zvt frame\"");
        }
        var all = new ArrayList<Decoded>(1);
        int at = 0;
        while (at < bytes.length()) {
            int end = at + Apdu.lengthAt(bytes, at);
            int base = at + Apdu.headerAt(bytes, at);
            all.add(ApduReader.read(Apdu.read(bytes.slice(at, end)), base, charset));
            at = end;
        }
        return all;
    }
}
