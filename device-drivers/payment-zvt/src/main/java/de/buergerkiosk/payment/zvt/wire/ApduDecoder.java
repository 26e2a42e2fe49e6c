package de.buergerkiosk.payment.zvt.wire;

import de.buergerkiosk.payment.zvt.wire.ForeignSpeechException.Speech;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts a TCP stream into APDUs (PA00P016: they follow each other without a frame). A read may hold
 * half an APDU or several: the decoder does not care how the stream was cut. A stream that is not
 * ZVT is named as early as its bytes allow, and never skipped over.
 */
public final class ApduDecoder {
    private byte[] buffer = new byte[1024];
    private int start;
    private int end;

    public void feed(byte[] bytes, int offset, int length) {
        if (end + length > buffer.length) {
            makeRoom(length);
        }
        System.arraycopy(bytes, offset, buffer, end, length);
        end += length;
    }

    private void makeRoom(int length) {
        int held = end - start;
        byte[] target =
                held + length > buffer.length
                        ? new byte[Math.max(buffer.length * 2, held + length)]
                        : buffer;
        System.arraycopy(buffer, start, target, 0, held);
        buffer = target;
        start = 0;
        end = held;
    }

    /** The next whole APDU; empty when more bytes are needed. */
    public Optional<Apdu> next() throws ForeignSpeechException {
        refuseForeignSpeech();
        int held = end - start;
        if (held < 3) {
            return Optional.empty();
        }
        int header = 3;
        int length = at(2);
        if (length == 0xFF) {
            if (held < 5) {
                return Optional.empty();
            }
            header = 5;
            length = at(3) | at(4) << 8;
        }
        if (held < header + length) {
            return Optional.empty();
        }
        int body = start + header;
        var apdu = new Apdu(at(0) << 8 | at(1), Octets.copyOf(buffer, body, body + length));
        start = body + length;
        if (start == end) {
            start = 0;
            end = 0;
        }
        return Optional.of(apdu);
    }

    /** How many bytes of an unfinished APDU have arrived. */
    public int pending() {
        return end - start;
    }

    private int at(int index) {
        return buffer[start + index] & 0xFF;
    }

    /** The control classes of PA00P015 chapter 3; anything else at the start of an APDU is foreign. */
    private static boolean isControlClass(int first) {
        return switch (first) {
            case 0x04, 0x05, 0x06, 0x08, 0x0F, 0x80, 0x84 -> true;
            default -> false;
        };
    }

    private void refuseForeignSpeech() throws ForeignSpeechException {
        int held = end - start;
        if (held == 0) {
            return;
        }
        int first = at(0);
        if (isControlClass(first)) {
            // raw ACK of the serial protocol and its first frame; 06 10 with two bytes of data
            // does not exist
            if (held >= 3 && first == 0x06 && at(1) == 0x10 && at(2) == 0x02) {
                throw foreign(Speech.SERIAL_FRAMING, "serial framing (ACK, DLE, STX) over TCP");
            }
            if (held >= 2 && first == 0x80 && at(1) != 0x00) {
                throw foreign(Speech.GARBAGE, "80 is not followed by 00");
            }
            return;
        }
        if (first == 0x10) {
            throw foreign(Speech.SERIAL_FRAMING, "serial framing (DLE) over TCP");
        }
        if (first == 0x15 || first == 0x16) {
            if (held < 3) {
                return;
            }
            boolean tls = at(1) == 0x03 && at(2) <= 0x04;
            if (tls) {
                throw foreign(Speech.TLS, "the terminal speaks TLS on this port");
            }
            throw foreign(Speech.SERIAL_FRAMING, "serial framing (NAK) over TCP");
        }
        if (isText(first)) {
            throw foreign(Speech.TEXT_BANNER, "a text greeting: \"" + banner() + "\"");
        }
        throw foreign(Speech.GARBAGE, "starts with %02X".formatted(first));
    }

    private static boolean isText(int octet) {
        return (octet >= 0x20 && octet < 0x7F) || octet == '\r' || octet == '\n' || octet == '\t';
    }

    /** At most 40 readable characters; digits blackened, for nobody knows what they mean. */
    private String banner() {
        var text = new StringBuilder();
        for (int octet : Arrays.copyOfRange(buffer, start, Math.min(end, start + 40))) {
            boolean plain = octet >= 0x20 && octet < 0x7F && !Character.isDigit(octet);
            text.append(plain ? (char) octet : '.');
        }
        return text.toString();
    }

    private static ForeignSpeechException foreign(Speech speech, String detail) {
        return new ForeignSpeechException(speech, detail);
    }
}
