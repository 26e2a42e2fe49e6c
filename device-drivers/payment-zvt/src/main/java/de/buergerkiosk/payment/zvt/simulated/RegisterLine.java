package de.buergerkiosk.payment.zvt.simulated;

import de.buergerkiosk.payment.zvt.wire.Apdu;
import de.buergerkiosk.payment.zvt.wire.ApduDecoder;
import de.buergerkiosk.payment.zvt.wire.Command;
import de.buergerkiosk.payment.zvt.wire.ForeignSpeechException;
import de.buergerkiosk.payment.zvt.wire.Octets;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The terminal's end of the connection, with the faults of a line. */
final class RegisterLine {
    private static final Duration SLOW_PAUSE = Duration.ofMillis(120);

    private final Socket register;
    private final BlockingQueue<Happening> happenings;
    private final SimulatedTerminal.Settings settings;
    private final Supplier<TerminalFault> fault;
    private final BooleanSupplier mute;
    private Octets held = Octets.NONE;
    private boolean silent;

    RegisterLine(
            Socket register,
            BlockingQueue<Happening> happenings,
            SimulatedTerminal.Settings settings,
            Supplier<TerminalFault> fault,
            BooleanSupplier mute) {
        this.register = register;
        this.happenings = happenings;
        this.settings = settings;
        this.fault = fault;
        this.mute = mute;
    }

    /** Reads on a thread of its own, so that the terminal can wait for card and register at once. */
    void listen() {
        settings.threads().newThread(this::read).start();
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
                    happenings.add(new Happening.Arrived(next.get()));
                    next = decoder.next();
                }
                count = register.getInputStream().read(chunk);
            }
        } catch (IOException | ForeignSpeechException gone) {
            // told below: a register that does not speak ZVT is as good as gone
        }
        happenings.add(new Happening.HungUp());
    }

    /** What happens next; empty after that time. */
    Optional<Happening> await(Duration atMost) throws HangUpException, InterruptedException {
        flush();
        return Optional.ofNullable(
                happenings.poll(Math.max(0, atMost.toMillis()), TimeUnit.MILLISECONDS));
    }

    /** From now on nothing is sent on this connection. */
    void fallSilent() {
        silent = true;
    }

    boolean isSilent() {
        return silent || mute.getAsBoolean() || fault.get() == TerminalFault.MUTE;
    }

    void send(Apdu apdu) throws HangUpException, InterruptedException {
        if (isSilent()) {
            return;
        }
        Octets bytes = Octets.join(held, apdu.encoded());
        held = Octets.NONE;
        TerminalFault now = fault.get();
        if (now == TerminalFault.COALESCED && apdu.equals(Command.POSITIVE)) {
            held = bytes;
        } else if (now == TerminalFault.ONE_BYTE) {
            for (int i = 0; i < bytes.length(); i++) {
                write(bytes.slice(i, i + 1));
            }
        } else {
            if (now == TerminalFault.SLOW) {
                pause(SLOW_PAUSE);
            }
            write(bytes);
        }
    }

    /** What was held back for a larger segment goes out. */
    private void flush() throws HangUpException {
        if (!held.isEmpty()) {
            Octets bytes = held;
            held = Octets.NONE;
            write(bytes);
        }
    }

    void write(Octets bytes) throws HangUpException {
        try {
            register.getOutputStream().write(bytes.toArray());
        } catch (IOException gone) {
            throw new HangUpException("the register is gone");
        }
    }

    HangUpException cut() {
        try {
            register.close();
        } catch (IOException alreadyGone) {
            return new HangUpException("line was gone already");
        }
        return new HangUpException("line cut");
    }

    static void pause(Duration duration) throws InterruptedException {
        var never = new CountDownLatch(1);
        if (never.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("nobody counts down");
        }
    }
}
