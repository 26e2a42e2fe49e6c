package de.buergerkiosk.payment.zvt;

import de.buergerkiosk.payment.zvt.transport.TcpWire;
import de.buergerkiosk.payment.zvt.transport.WireOpener;
import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.Fault;
import de.buergerkiosk.ports.WireTrace;
import de.buergerkiosk.ports.payment.ClosingOutcome;
import de.buergerkiosk.ports.payment.PaymentEntry;
import de.buergerkiosk.ports.payment.PaymentJournal;
import de.buergerkiosk.ports.payment.PaymentOrder;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import de.buergerkiosk.ports.payment.PaymentTerminal;
import de.buergerkiosk.ports.payment.PaymentWatch;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A payment terminal that speaks ZVT over TCP or a serial line (PA00P015 13.08, PA00P016_04). The
 * kiosk opens a connection for each payment and closes it again; nothing runs in between.
 */
public final class ZvtTerminal implements PaymentTerminal {
    private final Register register;
    private final ZvtSettings settings;
    private final PaymentJournal journal;
    private final InstantSource clock;

    /** One talk at a time: a terminal serves one register. */
    private final ReentrantLock talking = new ReentrantLock();

    /** Over TCP, to host and port of the settings. */
    public ZvtTerminal(
            ZvtSettings settings, PaymentJournal journal, InstantSource clock, WireTrace trace) {
        this(
                settings,
                TcpWire.opener(
                        settings.host(), settings.port(), settings.patience().connect(), clock),
                journal,
                clock,
                Pause.REAL,
                trace);
    }

    /**
     * Over any wire.
     *
     * @param opener called for each payment, each enquiry and each attempt to settle; host and port
     *     of the settings are then without meaning
     * @param pause how it waits between two attempts
     */
    public ZvtTerminal(
            ZvtSettings settings,
            WireOpener opener,
            PaymentJournal journal,
            InstantSource clock,
            Pause pause,
            WireTrace trace) {
        this.settings = settings;
        this.journal = journal;
        this.clock = clock;
        this.register =
                new Register(settings, () -> Link.open(opener, trace), journal, clock, pause);
    }

    /**
     * Takes a payment. A reference whose last attempt is approved, open or unclear is not charged
     * again but settled; after a declined, cancelled or failed attempt the next one begins.
     */
    @Override
    public PaymentOutcome pay(PaymentOrder order, PaymentWatch watch) throws InterruptedException {
        return move(order, new Move.Payment(), watch);
    }

    /**
     * Moves money either way, under the same promises: written ahead, settled after every break,
     * and never done twice for one reference.
     *
     * @param order of a reversal: a reference of its own, and the amount as it was booked
     * @throws IllegalArgumentException when the journal knows the reference with another amount or
     *     another move, and the terminal may have booked it
     */
    public PaymentOutcome move(PaymentOrder order, Move move, PaymentWatch watch)
            throws InterruptedException {
        long patience = settings.patience().ready().toMillis();
        if (!talking.tryLock(patience, TimeUnit.MILLISECONDS)) {
            // a closing takes minutes: nobody stands before a page that says nothing for so long
            return new PaymentOutcome.Failed(PaymentFaults.notReady("the kiosk talks to it"));
        }
        try {
            Attempt attempt = Attempt.read(journal, order.reference(), settings.charset());
            if (mayHaveBooked(attempt)) {
                checkMove(order, attempt, move);
                return settleAlone(order);
            }
            return new PaymentRun(register, order, move, watch).pay();
        } finally {
            talking.unlock();
        }
    }

    private static boolean mayHaveBooked(Attempt attempt) {
        return switch (attempt) {
            case Attempt.Unknown(), Attempt.Intended _, Attempt.SettledUnsent _ -> false;
            case Attempt.Open _ -> true;
            case Attempt.Settled(var ending, _) ->
                    switch (ending) {
                        case Attempt.Ending.Approved _, Attempt.Ending.Unclear() -> true;
                        case Attempt.Ending.Declined _,
                                Attempt.Ending.Cancelled(),
                                Attempt.Ending.Failed _ ->
                                false;
                    };
        };
    }

    private static void checkMove(PaymentOrder order, Attempt attempt, Move move) {
        Move known =
                switch (attempt) {
                    case Attempt.Unknown() -> move;
                    case Attempt.Intended(_, var intended) -> intended;
                    case Attempt.SettledUnsent(_, _, var intended) -> intended;
                    case Attempt.Open(var sent) -> sent.move();
                    case Attempt.Settled(_, var sent) -> sent.move();
                };
        if (!known.equals(move)) {
            throw new IllegalArgumentException(
                    "the journal knows %s as %s, not as %s"
                            .formatted(order.reference(), known, move));
        }
    }

    @Override
    public PaymentOutcome settle(PaymentOrder order) throws InterruptedException {
        talking.lockInterruptibly();
        try {
            return settleAlone(order);
        } finally {
            talking.unlock();
        }
    }

    private PaymentOutcome settleAlone(PaymentOrder order) throws InterruptedException {
        Attempt attempt = Attempt.read(journal, order.reference(), settings.charset());
        return switch (attempt) {
            case Attempt.Unknown() -> new PaymentOutcome.Failed(PaymentFaults.notBegun());
            case Attempt.Intended(long amount, var move) -> {
                check(order, amount);
                yield log(order, move).done(new PaymentOutcome.Failed(PaymentFaults.notSent()));
            }
            case Attempt.SettledUnsent(var ending, long amount, _) -> {
                check(order, amount);
                yield Outcomes.ofJournal(
                        ending, Optional.empty(), clock.instant(), settings.zone());
            }
            case Attempt.Open(var sent) -> ask(order, sent);
            case Attempt.Settled(var ending, var sent) ->
                    ending instanceof Attempt.Ending.Unclear
                            ? ask(order, sent)
                            : Outcomes.ofJournal(
                                    ending, Optional.of(sent), clock.instant(), settings.zone());
        };
    }

    private PaymentOutcome ask(PaymentOrder order, Attempt.Sent sent) throws InterruptedException {
        check(order, sent.amountCents());
        return new Settlement(register).settle(sent, log(order, sent.move()), new CardReceipts());
    }

    private AttemptLog log(PaymentOrder order, Move move) {
        return new AttemptLog(journal, order, move, clock);
    }

    private static void check(PaymentOrder order, long journalledCents) {
        if (order.amountCents() != journalledCents) {
            throw new IllegalArgumentException(
                    "the journal knows %s with %d cents, not %d"
                            .formatted(order.reference(), journalledCents, order.amountCents()));
        }
    }

    /**
     * Carries out what a terminal does besides payments. Waits until a running payment has ended;
     * while it works, {@link #state} says that payment pauses.
     */
    public DutyOutcome perform(Duty duty) throws InterruptedException {
        talking.lockInterruptibly();
        try {
            return new DutyRun(register, duty).carryOut();
        } finally {
            talking.unlock();
        }
    }

    /**
     * Closes the terminal's day (06 50), written ahead like a payment. A reference that is closed is
     * not closed again; one that was cut is settled first, and is then the closing it was.
     *
     * @param reference unique for ever, such as the day
     * @return {@code Done}, with its sums; {@code Refused} where the day is as open as before; {@code
     *     Unclear} where the terminal stays away
     */
    public DutyOutcome close(String reference) throws InterruptedException {
        talking.lockInterruptibly();
        try {
            return new ClosingRun(register, new ClosingLog(journal, reference, clock)).close();
        } finally {
            talking.unlock();
        }
    }

    @Override
    public ClosingOutcome closeDay(String reference) throws InterruptedException {
        return switch (close(reference)) {
            case DutyOutcome.Done(_, var totals) ->
                    new ClosingOutcome.Closed(
                            totals.map(sums ->
                                            DailyClosing.of(
                                                            sums,
                                                            journal,
                                                            settings,
                                                            clock.instant())
                                                    .comparison())
                                    .orElseGet(ClosingOutcome.Comparison.Untold::new));
            case DutyOutcome.Refused(var fault) -> new ClosingOutcome.NotClosed(fault);
            case DutyOutcome.Unclear(var fault) -> new ClosingOutcome.Unclear(fault);
        };
    }

    /** From the end of the journal back to the last closing that was done. */
    @Override
    public boolean isDayOpen(Instant moment) {
        for (String reference : journal.references().reversed()) {
            List<PaymentEntry> entries = journal.entries(reference);
            if (ClosingLog.begins(entries.getFirst())) {
                if (isClosed(reference)) {
                    return false;
                }
            } else if (entries.getFirst().at().isBefore(moment)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a closing of that reference was begun and nobody knows yet whether it was done. */
    public boolean isClosingOpen(String reference) {
        return new ClosingLog(journal, reference, clock).read() instanceof ClosingLog.State.Open;
    }

    /** Whether the journal has that closing as done. */
    public boolean isClosed(String reference) {
        return new ClosingLog(journal, reference, clock).read() instanceof ClosingLog.State.Closed;
    }

    /** Asks 05 01; while a payment runs, the terminal is in use and is not disturbed. */
    @Override
    public DeviceState state() throws InterruptedException {
        if (!talking.tryLock()) {
            return new DeviceState.Limited(PaymentFaults.notReady("a payment is running"));
        }
        try (Link link = register.links().open()) {
            Optional<Fault> trouble = register.preparation(register.talk(link)).enquire();
            return trouble.isPresent()
                    ? new DeviceState.Down(trouble.get())
                    : new DeviceState.Ready();
        } catch (LinkException broken) {
            return new DeviceState.Down(broken.fault());
        } finally {
            talking.unlock();
        }
    }

    /** 05 01, then 06 70: the terminal calls its host. */
    @Override
    public DeviceState diagnose() throws InterruptedException {
        var state = state();
        if (!(state instanceof DeviceState.Ready)) {
            return state;
        }
        return switch (perform(new Duty.Diagnosis())) {
            case DutyOutcome.Done _ -> new DeviceState.Ready();
            case DutyOutcome.Refused(var fault) -> new DeviceState.Down(fault);
            case DutyOutcome.Unclear(var fault) -> new DeviceState.Down(fault);
        };
    }

    /** Nothing is held between two calls. */
    @Override
    public void close() {}
}
