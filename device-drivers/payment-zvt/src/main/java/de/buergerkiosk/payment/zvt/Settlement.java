package de.buergerkiosk.payment.zvt;

import de.buergerkiosk.payment.zvt.wire.Apdu;
import de.buergerkiosk.payment.zvt.wire.Command;
import de.buergerkiosk.payment.zvt.wire.Message.StatusInformation;
import de.buergerkiosk.ports.Fault;
import de.buergerkiosk.ports.payment.PaymentJournal;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Finds out after a break what the terminal booked: connect again, register, wait until it is
 * ready, ask for its last transaction (06 20 with service byte 03) and judge. Tries until its time
 * is over. Never charges.
 */
final class Settlement {
    /** Answer to a last transaction that is not ours: not to be booked in our name. */
    private static final int AMOUNT_WRONG = 0xB7;

    /** What a terminal gets to answer in even where time is nearly up. */
    private static final Duration TALK_MIN = Duration.ofSeconds(3);

    private final Register register;
    private final ZvtSettings settings;
    private final PaymentJournal journal;
    private final InstantSource clock;

    Settlement(Register register) {
        this.register = register;
        this.settings = register.settings();
        this.journal = register.journal();
        this.clock = register.clock();
    }

    /** The outcome, durable in the journal. */
    PaymentOutcome settle(Attempt.Sent sent, AttemptLog log, CardReceipts receipts)
            throws InterruptedException {
        Optional<StatusInformation> refused =
                sent.status().filter(status -> status.resultCode() != 0);
        if (refused.isPresent()) {
            return log.done(Outcomes.notPaid(refused.get().resultCode()));
        }
        Inquiry inquiry = new Inquiry(sent, log);
        Verdict verdict = ask(inquiry);
        return log.done(
                switch (verdict) {
                    case Verdict.Booked(var status) ->
                            Outcomes.approved(
                                    status,
                                    sent,
                                    receipts.customer(),
                                    receipts.merchant(),
                                    clock.instant(),
                                    settings.zone());
                    case Verdict.NotBooked(String why) ->
                            new PaymentOutcome.Failed(PaymentFaults.notBooked(why));
                    case Verdict.Undecided(String why) ->
                            new PaymentOutcome.Unclear(PaymentFaults.unclear(why));
                });
    }

    private Verdict ask(Inquiry inquiry) throws InterruptedException {
        Duration retry = settings.patience().retry();
        Duration atMost = settings.patience().settle();
        Instant begin = clock.instant();
        long triesMax = Math.max(1, atMost.dividedBy(retry));
        Fault trouble = PaymentFaults.unreachable("not tried");
        for (long tries = 0; tries < triesMax; tries++) {
            Duration left = atMost.minus(Duration.between(begin, clock.instant()));
            if (left.isNegative()) {
                break;
            }
            try (Link link = register.links().open()) {
                Duration longest = left.compareTo(TALK_MIN) < 0 ? TALK_MIN : left;
                var talk = new Talk(link, settings, longest);
                return askOnce(register.preparation(talk), inquiry, left);
            } catch (LinkException broken) {
                trouble = broken.fault();
            }
            register.pause().pause(retry);
        }
        return new Verdict.Undecided(
                "the terminal could not be asked: " + trouble.code() + " " + trouble.detail());
    }

    private Verdict askOnce(Preparation preparation, Inquiry inquiry, Duration left)
            throws LinkException, InterruptedException {
        var _ = preparation.register();
        preparation.awaitReady(left);
        return switch (preparation.lastTransaction(inquiry)) {
            case Preparation.Last.Transaction _ ->
                    inquiry.refusedForGoods ? askAgain(preparation, inquiry) : inquiry.said();
            case Preparation.Last.Nothing() -> Verdict.onNothing(inquiry.sent);
            case Preparation.Last.NotServed(int code) ->
                    new Verdict.Undecided(
                            "the terminal does not tell its last transaction (%02X)"
                                    .formatted(code));
        };
    }

    /**
     * A kept result is gone once it has been refused. What the terminal still names then it has
     * booked, though nobody acknowledged it: an old answer may have been taken for one. Then paid is
     * the truth.
     */
    private static Verdict askAgain(Preparation preparation, Inquiry inquiry)
            throws LinkException, InterruptedException {
        Verdict withoutGoods = inquiry.said();
        inquiry.refusesForGoods = false;
        return preparation.lastTransaction(inquiry) instanceof Preparation.Last.Transaction
                        && inquiry.said() instanceof Verdict.Booked booked
                ? booked
                : withoutGoods;
    }

    /** Judges the answer, and makes it durable before its acknowledgement, like any result. */
    private final class Inquiry implements Preparation.LastListener {
        private Attempt.Sent sent;
        private final AttemptLog log;
        private Optional<Verdict> verdict = Optional.empty();
        private boolean refusesForGoods = true;
        private boolean refusedForGoods;

        Inquiry(Attempt.Sent sent, AttemptLog log) {
            this.sent = sent;
            this.log = log;
        }

        private Verdict judge(StatusInformation last) {
            return Verdict.on(
                    last, sent, clock.instant(), settings.zone(), settings.patience().clockSkew());
        }

        /** Our journal has that receipt number from a payment that came after this one. */
        private boolean isOfLaterPayment(StatusInformation last) {
            // a reversal may be told with the number of what it undoes
            boolean sameNumber = sent.last().receipt().equals(last.receiptNumber());
            return sent.status().isEmpty()
                    && !sent.isOlder(last)
                    && !(sameNumber && sent.move() instanceof Move.Reversal)
                    && last.receiptNumber().equals(Optional.of(journal.lastReceiptNumber()));
        }

        /** What waited for goods was acknowledged with them or never. */
        private Verdict withGoods(Verdict judged) {
            refusedForGoods =
                    refusesForGoods
                            && judged instanceof Verdict.Booked
                            && sent.forGoods()
                            && !sent.acked();
            return refusedForGoods ? new Verdict.NotBooked("the goods were not out") : judged;
        }

        private Verdict said() {
            return verdict.orElseThrow();
        }

        private static Verdict laterPayment() {
            return new Verdict.Undecided(
                    "the terminal's last transaction is that of a later payment");
        }

        @Override
        public Apdu answer(StatusInformation last, Apdu raw) {
            Verdict judged = isOfLaterPayment(last) ? laterPayment() : withGoods(judge(last));
            verdict = Optional.of(judged);
            return switch (judged) {
                case Verdict.Booked(var status) -> {
                    if (!sent.acked()) {
                        log.status(status, raw);
                        log.acked();
                        sent = sent.with(status).ackedFor(sent.amountCents());
                    }
                    yield Command.POSITIVE;
                }
                case Verdict.NotBooked _, Verdict.Undecided _ ->
                        sent.isOlder(last) ? Command.POSITIVE : Command.refusal(AMOUNT_WRONG);
            };
        }
    }
}
