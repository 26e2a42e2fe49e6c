package de.buergerkiosk.payment.zvt;

import de.buergerkiosk.payment.zvt.wire.Apdu;
import de.buergerkiosk.payment.zvt.wire.Command;
import de.buergerkiosk.payment.zvt.wire.Message;
import de.buergerkiosk.payment.zvt.wire.Message.StatusInformation;
import de.buergerkiosk.ports.Fault;
import de.buergerkiosk.ports.payment.PaymentJournal;
import de.buergerkiosk.ports.payment.PaymentOrder;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import de.buergerkiosk.ports.payment.PaymentProgress;
import de.buergerkiosk.ports.payment.PaymentWatch;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One attempt at one payment. Every step is durable before the terminal hears of the next one; the
 * terminal's result is durable before it is acknowledged. A broken link is settled at once.
 */
final class PaymentRun {
    private static final int UNKNOWN_BITMAP = 0x83;
    private static final int AMOUNT_WRONG = 0xB7;

    private final ZvtSettings settings;
    private final PaymentJournal journal;
    private final InstantSource clock;
    private final Link.Opener links;
    private final PaymentOrder order;
    private final PaymentWatch watch;
    private final AttemptLog log;
    private final CardReceipts receipts = new CardReceipts();

    private Optional<String> terminalId = Optional.empty();
    private Optional<StatusInformation> result = Optional.empty();
    private Optional<Fault> refusedResult = Optional.empty();
    private boolean begun;

    PaymentRun(
            ZvtSettings settings,
            PaymentJournal journal,
            InstantSource clock,
            Link.Opener links,
            PaymentOrder order,
            PaymentWatch watch) {
        this.settings = settings;
        this.journal = journal;
        this.clock = clock;
        this.links = links;
        this.order = order;
        this.watch = watch;
        this.log = new AttemptLog(journal, order, clock);
    }

    PaymentOutcome pay() throws InterruptedException {
        log.intent();
        watch.progress(PaymentProgress.PREPARING);
        Optional<Talk.End> end;
        try (Link link = links.open()) {
            end = Optional.of(payOver(link));
        } catch (LinkException broken) {
            if (!begun) {
                return log.done(new PaymentOutcome.Failed(broken.fault()));
            }
            end = Optional.empty();
        }
        return end.isPresent() ? conclude(end.get()) : settle();
    }

    private Talk.End payOver(Link link) throws LinkException, InterruptedException {
        var talk = new Talk(link, settings);
        var preparation = new Preparation(talk, settings);
        terminalId = preparation.register();
        preparation.awaitReady(settings.patience().ready());
        OptionalInt last = lastReceipt(preparation);
        if (watch.cancelWanted()) {
            return new Talk.End.Aborted(0x6C);
        }
        log.sent(last, terminalId);
        begun = true;
        try {
            return talk.carryOut(Command.authorisation(order.amountCents()), new Paying());
        } catch (InterruptedException visitEnds) {
            abort(link);
            throw visitEnds;
        }
    }

    /** The terminal says "cancelled" only to those who tell it; a closed link does the rest. */
    private static void abort(Link link) throws InterruptedException {
        try {
            link.send(Command.abort());
        } catch (LinkException goneAlready) {
            link.close();
        }
    }

    /**
     * The terminal's own last receipt number is the best yardstick: any other one that it names
     * later is new, also after 9999 or a daily closing. An answer that our journal does not know is
     * not acknowledged: it could be a kept result of a payment that is not settled yet.
     */
    private OptionalInt lastReceipt(Preparation preparation)
            throws LinkException, InterruptedException {
        int known = journal.lastReceiptNumber();
        OptionalInt fromJournal = known == 0 ? OptionalInt.empty() : OptionalInt.of(known);
        Preparation.Last last =
                preparation.lastTransaction((status, _) ->
                        status.receiptNumber().equals(Optional.of(known))
                                ? Command.POSITIVE
                                : Command.refusal(AMOUNT_WRONG));
        return switch (last) {
            case Preparation.Last.Transaction(var status) ->
                    status.receiptNumber().map(OptionalInt::of).orElse(fromJournal);
            case Preparation.Last.Nothing() -> OptionalInt.empty();
            case Preparation.Last.NotServed _ -> fromJournal;
        };
    }

    private PaymentOutcome conclude(Talk.End end) throws InterruptedException {
        if (refusedResult.isPresent()) {
            return log.done(new PaymentOutcome.Failed(refusedResult.get()));
        }
        if (result.isPresent() && result.get().resultCode() != 0) {
            return log.done(Outcomes.notPaid(result.get().resultCode()));
        }
        return switch (end) {
            case Talk.End.Completed _ -> result.isPresent() ? approved() : settle();
            // an abort after our acknowledgement: the terminal has to tell what it booked
            case Talk.End.Aborted(int code) ->
                    result.isPresent() ? settle() : log.done(Outcomes.notPaid(code));
            case Talk.End.Refused(int code) ->
                    log.done(new PaymentOutcome.Failed(PaymentFaults.ofResult(code)));
        };
    }

    private PaymentOutcome approved() {
        return log.done(
                Outcomes.approved(
                        result.orElseThrow(),
                        journalled(),
                        receipts.customer(),
                        receipts.merchant(),
                        clock.instant(),
                        settings.zone()));
    }

    private PaymentOutcome settle() throws InterruptedException {
        watch.progress(PaymentProgress.FINDING_OUT);
        return new Settlement(settings, journal, clock, links).settle(journalled(), log, receipts);
    }

    /** The journal is the truth, also within one process. */
    private Attempt.Sent journalled() {
        if (Attempt.read(journal, order.reference(), settings.charset())
                instanceof Attempt.Open(var sent)) {
            return sent;
        }
        throw new IllegalStateException("journal: a payment under way is not open");
    }

    /** The terminal is master; we write its result down before we answer. */
    private final class Paying implements Talk.Listener {
        @Override
        public Apdu status(StatusInformation status, Apdu raw) {
            if (status.resultCode() == 0) {
                if (!status.wholly()) {
                    refusedResult =
                            Optional.of(PaymentFaults.protocol("04 0F with an unknown bitmap"));
                    return Command.refusal(UNKNOWN_BITMAP);
                }
                if (!Outcomes.isAbout(status, order.amountCents(), terminalId)) {
                    refusedResult = Optional.of(PaymentFaults.wrongAmount(order.amountCents()));
                    return Command.refusal(AMOUNT_WRONG);
                }
            }
            log.status(status, raw);
            log.acked();
            result = Optional.of(status);
            return Command.POSITIVE;
        }

        @Override
        public void intermediate(Message.IntermediateStatus status) {
            ProgressCodes.of(status.code()).ifPresent(watch::progress);
        }

        @Override
        public void printLine(Message.PrintLine line) {
            receipts.add(line);
        }

        @Override
        public void textBlock(Message.TextBlock block) {
            receipts.add(block);
        }

        @Override
        public boolean abortWanted() {
            return result.isEmpty() && watch.cancelWanted();
        }
    }
}
