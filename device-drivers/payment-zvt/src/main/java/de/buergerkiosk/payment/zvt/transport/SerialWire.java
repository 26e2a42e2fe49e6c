package de.buergerkiosk.payment.zvt.transport;

import de.buergerkiosk.payment.zvt.transport.SerialDecoder.Event;
import de.buergerkiosk.payment.zvt.transport.WireException.Trouble;
import de.buergerkiosk.payment.zvt.wire.Apdu;
import de.buergerkiosk.payment.zvt.wire.ForeignSpeechException.Speech;
import de.buergerkiosk.payment.zvt.wire.MalformedException;
import de.buergerkiosk.payment.zvt.wire.Octets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ThreadFactory;

/**
 * APDUs over a serial line (PA00P016, "serial transport protocol"), the same at both ends: each
 * frame is acknowledged with ACK or refused with NAK; one that is refused, or not acknowledged
 * within T2, is sent again, at most twice; a frame whose bytes pause for more than T1 is refused.
 *
 * <p>Frames have no numbers. A frame is taken for a repetition of the one before, acknowledged and
 * dropped, when it has the same bytes and the other end has acknowledged nothing of ours in
 * between. An acknowledgement that got lost is made up for by what comes next: an answer (80, 84)
 * shows that our command arrived, and a message that our answer did.
 */
public final class SerialWire implements Wire {
    public static final int BAUD_USUAL = 9_600;
    public static final int BAUD_FAST = 115_200;

    /** The longest pause inside a frame. */
    static final Duration T1 = Duration.ofMillis(200);

    /** From the end of a frame to its acknowledgement. */
    static final Duration T2 = Duration.ofSeconds(5);

    /** The first time, and two repetitions. */
    static final int TRANSMISSIONS_MAX = 3;

    /** So much noise without a single frame is another language. */
    private static final int NOISE_MAX = 1_024;

    private static final Octets ACK = Octets.of(SerialFrame.ACK);
    private static final Octets NAK = Octets.of(SerialFrame.NAK);

    private final OctetLine line;
    private final InstantSource clock;
    private final SerialDecoder decoder = new SerialDecoder();
    private final Queue<Apdu> inbox = new ArrayDeque<>();

    private Octets chunk = Octets.NONE;
    private int at;
    private Instant lastByte;
    private Octets lastReceived = Octets.NONE;
    private boolean heardSince = true;
    private int brokenInARow;

    private SerialWire(OctetLine line, InstantSource clock) {
        this.line = line;
        this.clock = clock;
        this.lastByte = clock.instant();
    }

    /**
     * Opens a serial port, 8N2 without handshake.
     *
     * @param path such as {@code /dev/serial/by-id/…}
     * @param threads makes the one thread that reads from the port; give platform threads
     */
    public static WireOpener opener(
            String path, int baud, ThreadFactory threads, InstantSource clock) {
        return () -> over(SerialPortLine.open(path, baud, threads), clock);
    }

    /** Over any line; closed by this wire. */
    public static SerialWire over(OctetLine line, InstantSource clock) {
        return new SerialWire(line, clock);
    }

    @Override
    public void send(Apdu apdu) throws WireException, InterruptedException {
        takeWhatIsThere();
        Octets frame = SerialFrame.encode(apdu.encoded());
        Duration patience = T2.plus(line.transmission(frame.length()));
        int refused = 0;
        for (int i = 0; i < TRANSMISSIONS_MAX; i++) {
            line.write(frame);
            Instant until = clock.instant().plus(patience);
            switch (awaitAcknowledgement(apdu, until)) {
                case ACKNOWLEDGED -> {
                    heardSince = true;
                    return;
                }
                case REFUSED -> refused++;
                case NOTHING -> {
                    // once more
                }
            }
        }
        refuseForeignSpeech(1);
        throw new WireException(
                refused == TRANSMISSIONS_MAX
                        ? new Trouble.Noisy(
                                apdu.name() + " was refused " + refused + " times by the other end")
                        : new Trouble.Unacknowledged(
                                "no ACK for "
                                        + apdu.name()
                                        + ", sent "
                                        + TRANSMISSIONS_MAX
                                        + " times"));
    }

    private enum Answer {
        ACKNOWLEDGED,
        REFUSED,
        NOTHING
    }

    private Answer awaitAcknowledgement(Apdu sent, Instant until)
            throws WireException, InterruptedException {
        while (true) {
            Duration left = Duration.between(clock.instant(), until);
            if (left.isNegative() || left.isZero()) {
                return Answer.NOTHING;
            }
            Optional<Event> event = next(left);
            if (event.isEmpty()) {
                continue;
            }
            switch (event.get()) {
                case Event.Acknowledged() -> {
                    return Answer.ACKNOWLEDGED;
                }
                case Event.Refused() -> {
                    return Answer.REFUSED;
                }
                case Event.Frame frame -> {
                    Optional<Apdu> arrived = take(frame);
                    if (arrived.isPresent() && showsArrival(sent, arrived.get())) {
                        return Answer.ACKNOWLEDGED;
                    }
                }
                case Event.Broken _ -> refuse();
            }
        }
    }

    /** One of the two is the answer to the other. */
    private static boolean showsArrival(Apdu sent, Apdu arrived) {
        return isAnswer(sent) != isAnswer(arrived);
    }

    private static boolean isAnswer(Apdu apdu) {
        return apdu.command() >> 8 == 0x80 || apdu.command() >> 8 == 0x84;
    }

    @Override
    public Optional<Apdu> receive(Duration silence) throws WireException, InterruptedException {
        Instant quietSince = clock.instant();
        while (inbox.isEmpty()) {
            Duration left = silence.minus(Duration.between(quietSince, clock.instant()));
            if (left.isNegative() || left.isZero()) {
                return Optional.empty();
            }
            Optional<Event> event = next(left);
            if (event.isPresent()) {
                accept(event.get());
                quietSince = clock.instant();
            }
        }
        return Optional.of(inbox.remove());
    }

    /** What arrived meanwhile: an old ACK must not count for the next frame. */
    private void takeWhatIsThere() throws WireException, InterruptedException {
        Optional<Event> event = next(Duration.ZERO);
        while (event.isPresent()) {
            accept(event.get());
            event = next(Duration.ZERO);
        }
    }

    private void accept(Event event) throws WireException, InterruptedException {
        switch (event) {
            case Event.Acknowledged(), Event.Refused() -> {
                // nothing of ours is on its way: late, or a hit by noise
            }
            case Event.Frame frame -> take(frame);
            case Event.Broken _ -> refuse();
        }
    }

    /** Acknowledges a whole frame; what is new of it is in the inbox then. */
    private Optional<Apdu> take(Event.Frame frame) throws WireException, InterruptedException {
        if (!frame.isValid()) {
            refuse();
            return Optional.empty();
        }
        brokenInARow = 0;
        decoder.forgetNoise();
        line.write(ACK);
        if (!heardSince && frame.payload().equals(lastReceived)) {
            return Optional.empty();
        }
        lastReceived = frame.payload();
        heardSince = false;
        try {
            Apdu apdu = Apdu.read(frame.payload());
            inbox.add(apdu);
            return Optional.of(apdu);
        } catch (MalformedException malformed) {
            throw new WireException(
                    new Trouble.Foreign(
                            Speech.GARBAGE, "a frame that holds no APDU: " + malformed.reason()));
        }
    }

    private void refuse() throws WireException, InterruptedException {
        brokenInARow++;
        line.write(NAK);
        if (brokenInARow >= TRANSMISSIONS_MAX) {
            throw new WireException(new Trouble.Noisy(brokenInARow + " damaged frames in a row"));
        }
    }

    /** What comes next, or nothing after at most that time. */
    private Optional<Event> next(Duration atMost) throws WireException, InterruptedException {
        Instant until = clock.instant().plus(atMost);
        while (true) {
            while (at < chunk.length()) {
                Optional<Event> event = decoder.feed(chunk.at(at++));
                if (event.isPresent()) {
                    return event;
                }
            }
            refuseForeignSpeech(NOISE_MAX);
            Duration left = Duration.between(clock.instant(), until);
            Duration wait = decoder.isInside() ? min(left, T1) : left;
            chunk = line.read(wait.isNegative() ? Duration.ZERO : wait);
            at = 0;
            Instant now = clock.instant();
            if (!chunk.isEmpty()) {
                lastByte = now;
            } else if (decoder.isInside() && Duration.between(lastByte, now).compareTo(T1) >= 0) {
                decoder.reset();
                return Optional.of(new Event.Broken("a pause of more than 200 ms"));
            } else if (!now.isBefore(until)) {
                return Optional.empty();
            }
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void refuseForeignSpeech(int noiseMin) throws WireException {
        if (decoder.noise() >= noiseMin) {
            throw new WireException(ForeignSpeech.name(decoder.lastNoise(), decoder.noise()));
        }
    }

    @Override
    public void close() {
        line.close();
    }
}
