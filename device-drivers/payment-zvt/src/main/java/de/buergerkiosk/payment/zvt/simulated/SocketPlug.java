package de.buergerkiosk.payment.zvt.simulated;

import de.buergerkiosk.payment.zvt.wire.Apdu;
import de.buergerkiosk.payment.zvt.wire.ApduDecoder;
import de.buergerkiosk.payment.zvt.wire.ForeignSpeechException;
import de.buergerkiosk.payment.zvt.wire.Octets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/** A register that has connected over TCP. */
final class SocketPlug implements RegisterPlug {
    private final Socket register;
    private final Inbox inbox;

    SocketPlug(Socket register, Inbox inbox) {
        this.register = register;
        this.inbox = inbox;
    }

    /** Reads on a thread of its own, so that the terminal can wait for card and register at once. */
    void listen(ThreadFactory threads) {
        threads.newThread(this::read).start();
    }

    private void read() {
        var decoder = new ApduDecoder();
        byte[] chunk = new byte[4096];
        try {
            int count = register.getInputStream().read(chunk);
            while (count >= 0) {
                decoder.feed(chunk, 0, count);
                Optional<Apdu> next = decoder.next();
                while (next.isPresent()) {
                    inbox.add(new Happening.Arrived(next.get()));
                    next = decoder.next();
                }
                count = register.getInputStream().read(chunk);
            }
        } catch (IOException | ForeignSpeechException gone) {
            // told below: a register that does not speak ZVT is as good as gone
        }
        inbox.add(new Happening.HungUp());
    }

    @Override
    public void write(Octets bytes) throws IOException {
        register.getOutputStream().write(bytes.toArray());
    }

    @Override
    public void close() {
        try {
            register.close();
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
    }
}
