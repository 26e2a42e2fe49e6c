package de.buergerkiosk.printer.escpos;

import de.buergerkiosk.ports.Fault;
import de.buergerkiosk.ports.print.PrintOutcome;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** One talk with the printer over one line: ask, clear, send, and wait for the confirmation. */
final class Conversation {
    /** Silence after which the printer is asked while it prints. */
    private static final Duration SILENCE = Duration.ofMillis(500);

    private final TcpLine line;
    private final EscPosSettings.Timeouts timeouts;
    private final InstantSource clock;

    /** Replies that came while the answer to a question was awaited. */
    private final Queue<Reply> overheard = new ArrayDeque<>();

    Conversation(TcpLine line, EscPosSettings.Timeouts timeouts, InstantSource clock) {
        this.line = line;
        this.timeouts = timeouts;
        this.clock = clock;
    }

    /** The line stands, but a question remains unanswered. */
    static final class NoAnswer extends IOException {
        NoAnswer(String question) {
            super("no answer to " + question);
        }
    }

    PrinterStatus status() throws IOException, InterruptedException {
        return PrinterStatus.ofRealTime(ask(1), ask(2), ask(3), ask(4));
    }

    private int ask(int which) throws IOException, InterruptedException {
        line.write(Commands.realTimeStatus(which), timeouts.write());
        Instant end = clock.instant().plus(timeouts.answer());
        for (int heard = 0; heard < 100; heard++) {
            Optional<Reply> reply = line.next(left(end, timeouts.answer()));
            if (reply.isEmpty()) {
                break;
            }
            if (reply.get() instanceof Reply.RealTime(int bits)) {
                return bits;
            }
            overheard.add(reply.get());
        }
        throw new NoAnswer("DLE EOT " + which);
    }

    /** Throws away what an earlier print left in the printer; nothing is on paper because of it. */
    void clear() throws IOException, InterruptedException {
        overheard.clear();
        line.write(Commands.CLEAR, timeouts.write());
        Instant end = clock.instant().plus(timeouts.answer());
        for (int heard = 0; heard < 100; heard++) {
            Optional<Reply> reply = line.next(left(end, timeouts.answer()));
            if (reply.isEmpty()) {
                break;
            }
            if (reply.get() instanceof Reply.Cleared) {
                return;
            }
        }
        throw new NoAnswer("DLE DC4 8");
    }

    void send(PrintJob.Piece piece) throws IOException, InterruptedException {
        line.write(piece, timeouts.write());
    }

    /**
     * Sends the receipt.
     *
     * @return the trouble that the printer reported meanwhile; the rest is not sent then
     */
    Optional<Fault> send(PrintJob job) throws IOException, InterruptedException {
        for (PrintJob.Piece piece : job.pieces()) {
            Optional<Fault> trouble = reported();
            if (trouble.isPresent()) {
                return trouble;
            }
            try {
                line.write(piece, timeouts.write());
            } catch (TcpLine.Stalled e) {
                // it may have said why while it took no more bytes
                trouble = reported();
                if (trouble.isPresent()) {
                    return trouble;
                }
                throw e;
            }
        }
        return Optional.empty();
    }

    private Optional<Fault> reported() throws IOException {
        Optional<Reply> reply = line.alreadyHere();
        while (reply.isPresent()) {
            if (reply.get() instanceof Reply.Automatic status) {
                Optional<Fault> down = PrinterStatus.ofAutomatic(status).down();
                if (down.isPresent()) {
                    return down;
                }
            }
            reply = line.alreadyHere();
        }
        return Optional.empty();
    }

    /**
     * Waits until the receipt is on paper. An answer to GS r only says that its bytes are processed;
     * it counts when the better one, the process id, does not follow and the printer is well.
     */
    PrintOutcome confirmation(String processId) throws IOException, InterruptedException {
        Instant end = clock.instant().plus(timeouts.print());
        long rounds = 100 + 2 * timeouts.print().dividedBy(SILENCE);
        boolean processed = false;
        for (long round = 0; round < rounds && clock.instant().isBefore(end); round++) {
            Optional<Reply> reply = next();
            if (reply.isEmpty()) {
                Optional<Fault> down = status().down();
                if (down.isPresent()) {
                    return new PrintOutcome.Halted(down.get());
                }
                if (processed) {
                    return new PrintOutcome.Printed();
                }
                continue;
            }
            switch (reply.get()) {
                case Reply.Done(String id) -> {
                    if (id.equals(processId)) {
                        return new PrintOutcome.Printed();
                    }
                }
                case Reply.Processed(int _) -> processed = true;
                case Reply.Automatic status -> {
                    Optional<Fault> down = PrinterStatus.ofAutomatic(status).down();
                    if (down.isPresent()) {
                        return new PrintOutcome.Halted(down.get());
                    }
                }
                case Reply.RealTime _, Reply.Cleared _, Reply.Block _ -> {}
            }
        }
        return new PrintOutcome.Unknown(
                FailureCode.NO_CONFIRMATION.fault(
                        "not confirmed within " + timeouts.print().toSeconds() + " s"));
    }

    private Optional<Reply> next() throws IOException, InterruptedException {
        return overheard.isEmpty() ? line.next(SILENCE) : Optional.of(overheard.remove());
    }

    /** Never longer than the limit, also when the clock is set back. */
    private Duration left(Instant end, Duration limit) {
        Duration left = Duration.between(clock.instant(), end);
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(limit) < 0 ? left : limit;
    }
}
