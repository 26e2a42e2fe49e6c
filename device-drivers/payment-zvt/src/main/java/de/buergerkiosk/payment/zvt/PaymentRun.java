package de.buergerkiosk.payment.zvt;

import de.buergerkiosk.payment.zvt.wire.Apdu;
import de.buergerkiosk.payment.zvt.wire.Command;
import de.buergerkiosk.payment.zvt.wire.Message;
import de.buergerkiosk.payment.zvt.wire.Message.StatusInformation;
import de.buergerkiosk.payment.zvt.wire.Mirror;
import de.buergerkiosk.ports.Fault;
import de.buergerkiosk.ports.payment.Goods;
import de.buergerkiosk.ports.payment.PaymentOrder;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import de.buergerkiosk.ports.payment.PaymentProgress;
import de.buergerkiosk.ports.payment.PaymentWatch;
import java.util.Optional;

/**
 * One attempt at one payment, reversal or refund. Every step is durable before the terminal hears of the next one; the
 * terminal's result is durable before it is acknowledged. A broken link is settled at once.
 */
final class PaymentRun {
    private static final int UNKNOWN_BITMAP = 0x83;
    private static final int AMOUNT_WRONG = 0xB7;

    /** Code of the answer when goods are not out, and the money has to be given back. */
    private static final int NOT_ISSUED = 0x66;

    private static final int STILL_ISSUING = 0x9C;

    private final Register register;
    private final ZvtSettings settings;
    private final PaymentOrder order;
    private final Move move;
    private final PaymentWatch watch;
    private final Optional<Goods> goods;
    private final AttemptLog log;
    private final CardReceipts receipts = new CardReceipts();

    private Optional<String> terminalId = Optional.empty();
    private Optional<StatusInformation> result = Optional.empty();
    private Optional<Fault> refusedResult = Optional.empty();
    private Optional<PaymentOutcome> ended = Optional.empty();
    private Mirror mirror = Mirror.NONE;
    private boolean issuing;
    private boolean contradicted;
    private boolean begun;

    PaymentRun(Register register, PaymentOrder order, Move move, PaymentWatch watch) {
        this.register = register;
        this.settings = register.settings();
        this.order = order;
        this.move = move;
        this.watch = watch;
        this.goods = watch.goods();
        this.log = new AttemptLog(register.journal(), order, move, register.clock());
    }

    PaymentOutcome pay() throws InterruptedException {
        log.intent();
        watch.progress(PaymentProgress.PREPARING);
        Optional<Talk.End> end;
        try (Link link = register.links().open()) {
            end = Optional.of(payOver(link));
        } catch (LinkException broken) {
            if (!begun) {
                return log.done(new PaymentOutcome.Failed(broken.fault()));
            }
            end = Optional.empty();
        }
        if (ended.isPresent()) {
            // who was told that the goods are not out gives up; one that completes has not heard it
            return end.filter(Talk.End.Completed.class::isInstance).isPresent()
                    ? settle()
                    : ended.get();
        }
        return end.isPresent() ? conclude(end.get()) : settle();
    }

    private Talk.End payOver(Link link) throws LinkException, InterruptedException {
        var talk = register.talk(link);
        var preparation = register.preparation(talk);
        terminalId = preparation.register();
        preparation.awaitReady(settings.patience().ready());
        Yardstick last = lastTransaction(preparation);
        if (watch.cancelWanted()) {
            return new Talk.End.Aborted(0x6C);
        }
        log.sent(last, terminalId, goods.isPresent());
        begun = true;
        try {
            return talk.carryOut(command(), new Paying());
        } catch (InterruptedException visitEnds) {
            abort(link);
            throw visitEnds;
        }
    }

    private Apdu command() {
        return switch (move) {
            case Move.Payment() -> authorisation();
            case Move.Reversal(int receipt) ->
                    Command.reversal(settings.password(), receipt, order.amountCents());
            case Move.Refund() -> Command.refund(settings.password(), order.amountCents());
        };
    }

    private Apdu authorisation() {
        if (goods.isEmpty()) {
            return Command.authorisation(order.amountCents(), mirror);
        }
        int seconds = Math.clamp(goods.get().longest().toSeconds() + 10, 10, 255);
        return Command.authorisationForGoods(
                order.amountCents(), mirror, seconds, seconds / 2 + 10);
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
     * The terminal's own last transaction is the best yardstick: any other one that it names
     * later is new, also after 9999 or a daily closing. An answer that our journal does not know is
     * not acknowledged: it could be a kept result of a payment that is not settled yet. Such a result
     * is gone after that, so the terminal is asked again for the one that stays.
     */
    private Yardstick lastTransaction(Preparation preparation)
            throws LinkException, InterruptedException {
        int known = register.journal().lastReceiptNumber();
        Preparation.Last last = lastTransaction(preparation, known);
        if (last instanceof Preparation.Last.Transaction(var status) && !isKnown(status, known)) {
            last = lastTransaction(preparation, known);
        }
        return switch (last) {
            case Preparation.Last.Transaction(var status) -> {
                mirror = new Mirror(status.uniqueId());
                yield status.receiptNumber().isPresent()
                        ? Yardstick.of(status)
                        : Yardstick.ofJournal(known);
            }
            case Preparation.Last.Nothing() -> Yardstick.NOTHING;
            case Preparation.Last.NotServed _ -> Yardstick.ofJournal(known);
        };
    }

    private static Preparation.Last lastTransaction(Preparation preparation, int known)
            throws LinkException, InterruptedException {
        return preparation.lastTransaction((status, _) ->
                isKnown(status, known) ? Command.POSITIVE : Command.refusal(AMOUNT_WRONG));
    }

    private static boolean isKnown(StatusInformation status, int known) {
        return status.receiptNumber().equals(Optional.of(known));
    }

    private PaymentOutcome conclude(Talk.End end) throws InterruptedException {
        if (refusedResult.isPresent()) {
            return log.done(new PaymentOutcome.Failed(refusedResult.get()));
        }
        if (result.isPresent() && result.get().resultCode() != 0) {
            return log.done(Outcomes.notPaid(result.get().resultCode()));
        }
        return switch (end) {
            case Talk.End.Completed _ ->
                    result.isPresent() && !contradicted ? approved() : settle();
            // an abort after our acknowledgement: the terminal has to tell what it booked
            case Talk.End.Aborted(int code) ->
                    result.isPresent()
                            ? settle()
                            : log.done(
                                    issuing
                                            ? new PaymentOutcome.Failed(
                                                    PaymentFaults.notDelivered(
                                                            "the terminal waited no longer"))
                                            : Outcomes.notPaid(code));
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
                        register.clock().instant(),
                        settings.zone()));
    }

    private PaymentOutcome settle() throws InterruptedException {
        watch.progress(PaymentProgress.FINDING_OUT);
        return new Settlement(register).settle(journalled(), log, receipts);
    }

    /** The journal is the truth, also within one process. */
    private Attempt.Sent journalled() {
        return switch (Attempt.read(register.journal(), order.reference(), settings.charset())) {
            case Attempt.Open(var sent) -> sent;
            case Attempt.Settled(_, var sent) -> sent;
            case Attempt.Unknown(), Attempt.Intended _, Attempt.SettledUnsent _ ->
                    throw new IllegalStateException("journal: a payment under way is not open");
        };
    }

    /** The terminal is master; we write its result down before we answer. */
    private final class Paying implements Talk.Listener {
        private Optional<StatusInformation> written = Optional.empty();

        @Override
        public Apdu status(StatusInformation status, Apdu raw) {
            if (result.isPresent() && result.get().resultCode() == 0) {
                return repeated(result.get(), status);
            }
            if (result.isPresent() && result.get().equals(status)) {
                return Command.POSITIVE;
            }
            if (status.resultCode() != 0) {
                return acknowledge(status, raw);
            }
            if (!status.wholly()) {
                refusedResult = Optional.of(PaymentFaults.protocol("04 0F with an unknown bitmap"));
                return Command.refusal(UNKNOWN_BITMAP);
            }
            if (!Outcomes.isAbout(status, order.amountCents(), move, terminalId)) {
                refusedResult = Optional.of(PaymentFaults.wrongAmount(order.amountCents()));
                return Command.refusal(AMOUNT_WRONG);
            }
            return goods.isPresent()
                    ? afterIssue(goods.get().issue(), status, raw)
                    : acknowledge(status, raw);
        }

        /** An acknowledged result comes again, or something else where nothing may come. */
        private Apdu repeated(StatusInformation known, StatusInformation status) {
            if (status.resultCode() == 0
                    && status.receiptNumber().equals(known.receiptNumber())
                    && status.amountCents().isPresent()) {
                return Command.POSITIVE;
            }
            contradicted = true;
            return status.resultCode() == 0 ? Command.refusal(AMOUNT_WRONG) : Command.POSITIVE;
        }

        private Apdu acknowledge(StatusInformation status, Apdu raw) {
            write(status, raw);
            log.acked();
            result = Optional.of(status);
            return Command.POSITIVE;
        }

        private void write(StatusInformation status, Apdu raw) {
            if (!written.equals(Optional.of(status))) {
                log.status(status, raw);
                written = Optional.of(status);
            }
        }

        private Apdu afterIssue(Goods.Issue issue, StatusInformation status, Apdu raw) {
            return switch (issue) {
                case Goods.Issue.Issued() -> acknowledge(status, raw);
                case Goods.Issue.Issuing() -> {
                    write(status, raw);
                    issuing = true;
                    yield Command.refusal(STILL_ISSUING);
                }
                case Goods.Issue.InPart(long cents) -> {
                    if (cents >= order.amountCents()) {
                        yield acknowledge(status, raw);
                    }
                    write(status, raw);
                    log.ackedFor(cents);
                    result = Optional.of(status);
                    yield Command.issuedInPart(cents);
                }
                case Goods.Issue.Failed(String why) -> {
                    // settled before the terminal hears of it: nothing may be acknowledged later
                    ended =
                            Optional.of(
                                    log.done(
                                            new PaymentOutcome.Failed(
                                                    PaymentFaults.notDelivered(why))));
                    yield Command.refusal(NOT_ISSUED);
                }
            };
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
