package de.buergerkiosk.payment.zvt.simulated;

import de.buergerkiosk.payment.zvt.wire.Apdu;
import de.buergerkiosk.payment.zvt.wire.Command;
import de.buergerkiosk.payment.zvt.wire.Octets;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** The terminal's end of the connection, with the faults of a line. */
final class RegisterLine {
    private static final Duration SLOW_PAUSE = Duration.ofMillis(120);
    private static final Duration PIECES_PAUSE = Duration.ofMillis(90);
    private static final Duration LATE = Duration.ofSeconds(2);
    private static final Duration VERY_LATE = Duration.ofSeconds(7);

    /** Noise that is no ZVT, and noise that begins like it. */
    private static final Octets NOISE = Octets.fromHex("F7 04 0F A3 15");

    private final RegisterPlug plug;
    private final Inbox inbox;
    private final Mood mood;
    private Octets held = Octets.NONE;
    private Optional<Happening> again = Optional.empty();
    private boolean silent;
    private boolean cutNext;

    RegisterLine(RegisterPlug plug, Inbox inbox, Mood mood) {
        this.plug = plug;
        this.inbox = inbox;
        this.mood = mood;
    }

    /** What happens next; empty after that time. */
    Optional<Happening> await(Duration atMost) throws HangUpException, InterruptedException {
        flush();
        cutIfDue();
        while (true) {
            Optional<Happening> next = again.isPresent() ? again : inbox.await(atMost);
            boolean repeated = again.isPresent();
            again = Optional.empty();
            if (repeated || next.isEmpty() || !(next.get() instanceof Happening.Arrived)) {
                return next;
            }
            Optional<LineFault.Kind> fault = mood.lineFaults().next();
            if (fault.isEmpty()) {
                return next;
            }
            switch (fault.get()) {
                case LOSE -> {}
                case DUPLICATE -> {
                    again = next;
                    return next;
                }
                case LATE -> {
                    inbox.pause(LATE);
                    return next;
                }
                case VERY_LATE -> {
                    inbox.pause(VERY_LATE);
                    return next;
                }
                case CUT_AFTER -> {
                    cutNext = true;
                    return next;
                }
                case SPLIT -> {
                    inbox.pause(PIECES_PAUSE);
                    return next;
                }
                case CUT_BEFORE, CUT_INSIDE, GARBAGE -> throw cut();
                case REBOOT -> throw reboot();
            }
        }
    }

    /** From now on nothing is sent on this connection. */
    void fallSilent() {
        silent = true;
    }

    boolean isSilent() {
        return silent || mood.isMute();
    }

    void pause(Duration duration) throws InterruptedException {
        inbox.pause(duration);
    }

    void send(Apdu apdu) throws HangUpException, InterruptedException {
        if (isSilent()) {
            return;
        }
        cutIfDue();
        Octets bytes = apdu.encoded();
        Optional<LineFault.Kind> fault = mood.lineFaults().next();
        if (fault.isEmpty()) {
            sendMoody(apdu, bytes);
            return;
        }
        flush();
        switch (fault.get()) {
            case LOSE -> {}
            case DUPLICATE -> write(Octets.join(bytes, bytes));
            case LATE -> sendLate(bytes, LATE);
            case VERY_LATE -> sendLate(bytes, VERY_LATE);
            case CUT_BEFORE -> throw cut();
            case CUT_AFTER -> {
                write(bytes);
                throw cut();
            }
            case CUT_INSIDE -> {
                write(bytes.slice(0, bytes.length() / 2));
                throw cut();
            }
            case SPLIT -> {
                write(bytes.slice(0, 1));
                inbox.pause(PIECES_PAUSE);
                write(bytes.slice(1, bytes.length() / 2 + 1));
                inbox.pause(PIECES_PAUSE);
                write(bytes.from(bytes.length() / 2 + 1));
            }
            case GARBAGE -> write(Octets.join(NOISE, bytes));
            case REBOOT -> throw reboot();
        }
    }

    private void sendLate(Octets bytes, Duration late)
            throws HangUpException, InterruptedException {
        inbox.pause(late);
        write(bytes);
    }

    private void sendMoody(Apdu apdu, Octets alone) throws HangUpException, InterruptedException {
        Octets bytes = Octets.join(held, alone);
        held = Octets.NONE;
        TerminalFault now = mood.fault();
        if (now == TerminalFault.COALESCED && apdu.equals(Command.POSITIVE)) {
            held = bytes;
        } else if (now == TerminalFault.ONE_BYTE) {
            for (int i = 0; i < bytes.length(); i++) {
                write(bytes.slice(i, i + 1));
            }
        } else {
            if (now == TerminalFault.SLOW) {
                inbox.pause(SLOW_PAUSE);
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
            plug.write(bytes);
        } catch (IOException gone) {
            throw new HangUpException("the register is gone");
        }
    }

    private void cutIfDue() throws HangUpException {
        if (cutNext) {
            throw cut();
        }
    }

    HangUpException cut() {
        plug.close();
        return new HangUpException("line cut");
    }

    private HangUpException reboot() {
        plug.close();
        mood.reboot();
        return new HangUpException("the terminal restarts");
    }
}
