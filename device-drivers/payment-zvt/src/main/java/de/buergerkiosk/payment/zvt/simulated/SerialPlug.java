package de.buergerkiosk.payment.zvt.simulated;

import de.buergerkiosk.payment.zvt.transport.Wire;
import de.buergerkiosk.payment.zvt.transport.WireException;
import de.buergerkiosk.payment.zvt.wire.Apdu;
import de.buergerkiosk.payment.zvt.wire.ApduDecoder;
import de.buergerkiosk.payment.zvt.wire.ForeignSpeechException;
import de.buergerkiosk.payment.zvt.wire.Octets;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;

/**
 * A register at the other end of a serial line. The line has no connections: what the terminal
 * takes for one ends when it hangs up, or when the line itself is gone.
 */
final class SerialPlug implements RegisterPlug {
    private static final Duration LISTEN = Duration.ofMillis(20);

    private final Wire wire;
    private final Inbox inbox;
    private final LinkedBlockingQueue<Apdu> toSend = new LinkedBlockingQueue<>();
    private volatile boolean closed;
    private volatile boolean gone;

    SerialPlug(Wire wire, Inbox inbox) {
        this.wire = wire;
        this.inbox = inbox;
    }

    /** One thread sends and receives: a frame's acknowledgement comes between other bytes. */
    Thread work(ThreadFactory threads) {
        Thread worker = threads.newThread(this::sendAndReceive);
        worker.start();
        return worker;
    }

    private void sendAndReceive() {
        try {
            while (!closed || !toSend.isEmpty()) {
                Optional<Apdu> next = Optional.ofNullable(toSend.poll());
                if (next.isPresent()) {
                    wire.send(next.get());
                } else {
                    wire.receive(LISTEN).ifPresent(apdu -> inbox.add(new Happening.Arrived(apdu)));
                }
            }
        } catch (WireException broken) {
            gone = true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        inbox.add(new Happening.HungUp());
    }

    /** Faults of single bytes have no meaning here: frames are whole or refused. */
    @Override
    public void write(Octets bytes) throws IOException {
        if (gone) {
            throw new IOException("the line is gone");
        }
        var decoder = new ApduDecoder();
        decoder.feed(bytes.toArray(), 0, bytes.length());
        try {
            for (Optional<Apdu> next = decoder.next(); next.isPresent(); next = decoder.next()) {
                toSend.add(next.get());
            }
        } catch (ForeignSpeechException noise) {
            throw new IOException(noise.detail(), noise);
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    boolean isGone() {
        return gone;
    }
}
