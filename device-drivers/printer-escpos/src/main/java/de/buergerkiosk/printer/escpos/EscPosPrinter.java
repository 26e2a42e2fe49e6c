package de.buergerkiosk.printer.escpos;

import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.Fault;
import de.buergerkiosk.ports.WireTrace;
import de.buergerkiosk.ports.print.PrintOutcome;
import de.buergerkiosk.ports.print.Receipt;
import de.buergerkiosk.ports.print.ReceiptPrinter;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A receipt printer that speaks ESC/POS over TCP. Each print and each question has its own line, so
 * the printer may be switched off and on between them, and a broken line is never met again.
 *
 * <p>A receipt goes only to a printer that said it is well, and counts as printed only when the
 * printer said so. What an earlier receipt left in the printer, be it in its memory or half printed,
 * is thrown away or cut off first: it must not reach the next citizen.
 */
public final class EscPosPrinter implements ReceiptPrinter {
    private final EscPosSettings settings;
    private final InstantSource clock;
    private final WireTrace trace;
    private final Composer composer;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile DeviceState lastSeen = new DeviceState.Ready();
    private volatile boolean closed;

    /** An earlier process may have died while printing, so it begins as true. */
    private boolean leftover = true;

    public EscPosPrinter(EscPosSettings settings, InstantSource clock, WireTrace trace) {
        this.settings = settings;
        this.clock = clock;
        this.trace = trace;
        this.composer = new Composer(settings.profile());
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException when a QR code holds nothing or more than 600 bytes
     */
    @Override
    public PrintOutcome print(Receipt receipt) throws InterruptedException {
        requireOpen();
        PrintJob job = composer.compose(receipt);
        Duration patience = settings.timeouts().print();
        if (!turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return new PrintOutcome.Halted(
                    FailureCode.BUSY.fault("an earlier receipt is still being printed"));
        }
        try {
            return onNewLine(job);
        } finally {
            turn.unlock();
        }
    }

    private PrintOutcome onNewLine(PrintJob job) throws InterruptedException {
        try (TcpLine line = open()) {
            var conversation = new Conversation(line, settings.timeouts(), clock);
            Optional<Fault> notReady = prepare(conversation);
            if (notReady.isPresent()) {
                return new PrintOutcome.Halted(notReady.get());
            }
            boolean finished = false;
            try {
                PrintOutcome outcome = print(job, conversation);
                finished = outcome instanceof PrintOutcome.Printed;
                if (outcome instanceof PrintOutcome.Halted) {
                    clearAfterHalt(conversation);
                }
                return outcome;
            } finally {
                leftover = !finished;
                if (!finished) {
                    line.drop();
                }
            }
        } catch (IOException e) {
            // before the first byte of the receipt
            return new PrintOutcome.Halted(notReached(e));
        }
    }

    /**
     * Asks for the status, empties the printer, and helps it out of an error that staff has cured
     * but the printer still remembers.
     *
     * @return why it cannot print, if so
     */
    private Optional<Fault> prepare(Conversation conversation)
            throws IOException, InterruptedException {
        PrinterStatus status = observe(conversation);
        if (status.cutterJammed() || status.mechanicalError()) {
            conversation.send(Commands.RECOVER);
            status = observe(conversation);
        }
        Optional<Fault> down = status.down();
        if (down.isEmpty() && has(PrinterProfile.Feature.CLEAR_BUFFER)) {
            conversation.clear();
        }
        return down;
    }

    private PrinterStatus observe(Conversation conversation)
            throws IOException, InterruptedException {
        PrinterStatus status = conversation.status();
        lastSeen = status.state();
        return status;
    }

    private PrintOutcome print(PrintJob job, Conversation conversation)
            throws InterruptedException {
        try {
            begin(conversation);
            Optional<Fault> trouble = conversation.send(job);
            PrintOutcome outcome =
                    trouble.isPresent()
                            ? new PrintOutcome.Halted(trouble.get())
                            : conversation.confirmation(job.processId());
            if (outcome instanceof PrintOutcome.Halted(Fault fault)) {
                lastSeen = new DeviceState.Down(fault);
            }
            return outcome;
        } catch (Conversation.NoAnswer e) {
            return unknown(FailureCode.MUTE, e);
        } catch (TcpLine.Stalled e) {
            return unknown(FailureCode.STALLED, e);
        } catch (IOException e) {
            return unknown(FailureCode.LINE_LOST, e);
        }
    }

    private void begin(Conversation conversation) throws IOException, InterruptedException {
        if (leftover && !has(PrinterProfile.Feature.CLEAR_BUFFER)) {
            conversation.send(Commands.padding());
        }
        conversation.send(Commands.INITIALISE);
        if (has(PrinterProfile.Feature.AUTOMATIC_STATUS)) {
            conversation.send(Commands.AUTOMATIC_STATUS);
        }
        if (leftover) {
            for (PrintJob.Piece piece : composer.ending()) {
                conversation.send(piece);
            }
        }
    }

    /** So that the rest does not come out for somebody else once the paper is refilled. */
    private void clearAfterHalt(Conversation conversation) throws InterruptedException {
        if (has(PrinterProfile.Feature.CLEAR_BUFFER)) {
            try {
                conversation.clear();
            } catch (IOException e) {
                // the next receipt begins with clearing, too
            }
        }
    }

    @Override
    public DeviceState state() throws InterruptedException {
        requireOpen();
        if (!turn.tryLock()) {
            // it prints: the print itself watches the printer
            return lastSeen;
        }
        try (TcpLine line = open()) {
            observe(new Conversation(line, settings.timeouts(), clock));
        } catch (IOException e) {
            lastSeen = new DeviceState.Down(notReached(e));
        } finally {
            turn.unlock();
        }
        return lastSeen;
    }

    @Override
    public void close() {
        closed = true;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("printer is closed");
        }
    }

    private TcpLine open() throws IOException, InterruptedException {
        return TcpLine.open(settings.host(), settings.port(), settings.timeouts().connect(), trace);
    }

    private boolean has(PrinterProfile.Feature feature) {
        return settings.profile().features().contains(feature);
    }

    private Fault notReached(IOException e) {
        String where = settings.host() + ":" + settings.port() + ": " + e.getMessage();
        return e instanceof Conversation.NoAnswer
                ? FailureCode.MUTE.fault(where)
                : FailureCode.UNREACHABLE.fault(where);
    }

    private PrintOutcome unknown(FailureCode code, IOException e) {
        PrintOutcome.Unknown outcome =
                new PrintOutcome.Unknown(code.fault(String.valueOf(e.getMessage())));
        lastSeen = new DeviceState.Down(outcome.fault());
        return outcome;
    }
}
