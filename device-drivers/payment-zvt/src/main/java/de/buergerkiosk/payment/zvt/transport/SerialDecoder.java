package de.buergerkiosk.payment.zvt.transport;

import static de.buergerkiosk.payment.zvt.transport.SerialFrame.ACK;
import static de.buergerkiosk.payment.zvt.transport.SerialFrame.DLE;
import static de.buergerkiosk.payment.zvt.transport.SerialFrame.ETX;
import static de.buergerkiosk.payment.zvt.transport.SerialFrame.NAK;
import static de.buergerkiosk.payment.zvt.transport.SerialFrame.STX;

import de.buergerkiosk.payment.zvt.wire.Apdu;
import de.buergerkiosk.payment.zvt.wire.Octets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds acknowledgements and frames in what arrives on a serial line, byte by byte. Between frames
 * anything may stand; it is counted and passed over.
 */
public final class SerialDecoder {
    /** An APDU with header cannot be longer. */
    private static final int PAYLOAD_MAX = Apdu.DATA_LENGTH_MAX + 5;

    private static final int NOISE_SHOWN = 40;

    private enum State {
        BETWEEN,
        BETWEEN_DLE,
        INSIDE,
        INSIDE_DLE,
        CRC_LOW,
        CRC_HIGH
    }

    /** Something whole that has arrived. */
    public sealed interface Event {
        record Acknowledged() implements Event {}

        record Refused() implements Event {}

        /**
         * A frame.
         *
         * @param crcGiven as it stood behind the frame
         * @param crcComputed as it should be
         */
        record Frame(Octets payload, int crcGiven, int crcComputed) implements Event {
            public boolean isValid() {
                return crcGiven == crcComputed;
            }
        }

        /** A frame that broke off or had a DLE where none may be. */
        record Broken(String reason) implements Event {}
    }

    private State state = State.BETWEEN;
    private byte[] payload = new byte[256];
    private int length;
    private int crcLow;
    private long noise;
    private final byte[] shown = new byte[NOISE_SHOWN];

    /** Takes one byte; says what it completed. */
    public Optional<Event> feed(int octet) {
        return switch (state) {
            case BETWEEN -> between(octet);
            case BETWEEN_DLE -> {
                if (octet == STX) {
                    begin();
                } else {
                    noise(DLE);
                    state = State.BETWEEN;
                    yield between(octet);
                }
                yield Optional.empty();
            }
            case INSIDE -> inside(octet);
            case INSIDE_DLE -> insideDle(octet);
            case CRC_LOW -> {
                crcLow = octet;
                state = State.CRC_HIGH;
                yield Optional.empty();
            }
            case CRC_HIGH -> {
                state = State.BETWEEN;
                var whole = Octets.copyOf(payload, 0, length);
                yield Optional.of(
                        new Event.Frame(whole, octet << 8 | crcLow, SerialFrame.crc(whole)));
            }
        };
    }

    private Optional<Event> between(int octet) {
        switch (octet) {
            case ACK -> {
                return Optional.of(new Event.Acknowledged());
            }
            case NAK -> {
                return Optional.of(new Event.Refused());
            }
            case DLE -> state = State.BETWEEN_DLE;
            default -> noise(octet);
        }
        return Optional.empty();
    }

    private void begin() {
        length = 0;
        state = State.INSIDE;
    }

    private Optional<Event> inside(int octet) {
        if (octet == DLE) {
            state = State.INSIDE_DLE;
            return Optional.empty();
        }
        return append(octet);
    }

    private Optional<Event> append(int octet) {
        if (length == PAYLOAD_MAX) {
            return broken("longer than any message");
        }
        if (length == payload.length) {
            payload = Arrays.copyOf(payload, Math.min(length * 2, PAYLOAD_MAX));
        }
        payload[length++] = (byte) octet;
        return Optional.empty();
    }

    private Optional<Event> insideDle(int octet) {
        state = State.INSIDE;
        switch (octet) {
            case DLE -> {
                return append(DLE);
            }
            case ETX -> state = State.CRC_LOW;
            case STX -> {
                begin();
                return Optional.of(new Event.Broken("a new frame begins inside a frame"));
            }
            default -> {
                return broken("DLE is followed by neither DLE nor ETX");
            }
        }
        return Optional.empty();
    }

    private Optional<Event> broken(String reason) {
        state = State.BETWEEN;
        return Optional.of(new Event.Broken(reason));
    }

    private void noise(int octet) {
        shown[(int) (noise % NOISE_SHOWN)] = (byte) octet;
        noise++;
    }

    /** Whether a frame has begun and not ended. */
    public boolean isInside() {
        return state != State.BETWEEN;
    }

    /** Gives up the frame that has begun. */
    public void reset() {
        state = State.BETWEEN;
    }

    /** How many bytes stood outside of frames since that was last forgotten. */
    public long noise() {
        return noise;
    }

    /** The last of these bytes, at most 40. */
    public Octets lastNoise() {
        return noise <= NOISE_SHOWN
                ? Octets.copyOf(shown, 0, (int) noise)
                : Octets.join(
                        Octets.copyOf(shown, (int) (noise % NOISE_SHOWN), NOISE_SHOWN),
                        Octets.copyOf(shown, 0, (int) (noise % NOISE_SHOWN)));
    }

    public void forgetNoise() {
        noise = 0;
    }
}
