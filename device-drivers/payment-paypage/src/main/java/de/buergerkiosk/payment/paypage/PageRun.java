package de.buergerkiosk.payment.paypage;

import de.buergerkiosk.ports.Fault;
import de.buergerkiosk.ports.payment.PageOutcome;
import de.buergerkiosk.ports.payment.PageOutcome.Why;
import de.buergerkiosk.ports.payment.PageProof;
import de.buergerkiosk.ports.payment.PageWatch;
import de.buergerkiosk.ports.payment.PaymentOrder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * One payment on its way. What can still be paid is never called unpaid: a page that is given up is
 * withdrawn at the provider first, and what the provider says then is what counts.
 */
final class PageRun {
    private static final Duration CANCEL_SLICE = Duration.ofMillis(250);

    private final PageSettings settings;
    private final ProviderLine line;
    private final PageLog log;
    private final InstantSource clock;
    private final Pause pause;
    private final PaymentOrder order;
    private final PageWatch watch;

    PageRun(
            PageSettings settings,
            ProviderLine line,
            PageLog log,
            InstantSource clock,
            Pause pause,
            PaymentOrder order,
            PageWatch watch) {
        this.settings = settings;
        this.line = line;
        this.log = log;
        this.clock = clock;
        this.pause = pause;
        this.order = order;
        this.watch = watch;
    }

    /** A transaction that can be shown, or why there is none. */
    private sealed interface Opening {
        record Opened(String transaction, URI page) implements Opening {}

        record Failed(Fault fault) implements Opening {}
    }

    PageOutcome pay(PaymentRequest request) throws InterruptedException {
        log.intent();
        return switch (open(request)) {
            case Opening.Failed(var fault) -> log.done(new PageOutcome.Failed(fault));
            case Opening.Opened(var transaction, var page) -> {
                log.sent(transaction);
                watch.opened(page);
                yield log.done(offered(transaction));
            }
        };
    }

    /** Creating is repeated under the same reference, so an answer that was lost costs nothing. */
    private Opening open(PaymentRequest request) throws InterruptedException {
        var first = line.create(request.json(clock.instant()));
        var reply =
                first instanceof Reply.Silent ? line.create(request.json(clock.instant())) : first;
        return switch (reply) {
            case Reply.Told(var transaction) -> opened(transaction);
            case Reply.Refused(_, var problem) when problem == Reply.Problem.PAYMENT_EXISTS ->
                    found();
            case Reply.Refused(int status, var problem) ->
                    new Opening.Failed(refused(status, problem));
            case Reply.Garbled(String why) -> new Opening.Failed(PageFaults.protocol(why));
            case Reply.Silent(String why) -> new Opening.Failed(PageFaults.unreachable(why));
        };
    }

    /** The specification lets a provider take our own number as its number. */
    private Opening found() throws InterruptedException {
        return line.status(order.reference()) instanceof Reply.Told(var transaction)
                ? opened(transaction)
                : new Opening.Failed(PageFaults.neverOpened());
    }

    private Opening opened(Transaction transaction) {
        var foreign =
                transaction.requestId().filter(id -> !id.equals(order.reference())).isPresent();
        if (foreign || isOtherAmount(transaction)) {
            return new Opening.Failed(
                    PageFaults.protocol("the provider made something else than was asked for"));
        }
        return transaction
                .page()
                .filter(_ -> transaction.state() == Transaction.State.INITIAL)
                .<Opening>map(page -> new Opening.Opened(transaction.id(), page))
                .orElseGet(() ->
                        new Opening.Failed(PageFaults.protocol("there is no page to pay on")));
    }

    private boolean isOtherAmount(Transaction transaction) {
        return transaction.amountCents().isPresent()
                && transaction.amountCents().getAsLong() != order.amountCents();
    }

    private static Fault refused(int status, Reply.Problem problem) {
        var detail = "answers " + status + " " + problem;
        return problem == Reply.Problem.FORBIDDEN
                ? PageFaults.access(detail)
                : PageFaults.refused(detail);
    }

    private PageOutcome offered(String transaction) throws InterruptedException {
        var rounds = new Rounds(settings.patience().offered());
        while (rounds.next()) {
            if (cancelledWithin(settings.patience().poll())) {
                return withdrawn(
                        transaction, Why.CANCELLED_AT_KIOSK, settings.patience().findOut());
            }
            if (line.status(transaction) instanceof Reply.Told(var now)) {
                var ended = ended(now, Why.CANCELLED_ON_PAGE);
                if (ended.isPresent()) {
                    return ended.get();
                }
            }
        }
        return withdrawn(transaction, Why.TOO_LATE, settings.patience().findOut());
    }

    private boolean cancelledWithin(Duration time) throws InterruptedException {
        for (var left = time; left.isPositive(); left = left.minus(CANCEL_SLICE)) {
            if (watch.cancelWanted()) {
                return true;
            }
            pause.take(left.compareTo(CANCEL_SLICE) < 0 ? left : CANCEL_SLICE);
        }
        return watch.cancelWanted();
    }

    /** Withdraws the page and asks until it is settled; was it paid in between, it is paid. */
    private PageOutcome withdrawn(String transaction, Why why, Duration longest)
            throws InterruptedException {
        watch.findingOut();
        var rounds = new Rounds(longest);
        var known = Optional.<Transaction.State>empty();
        while (rounds.next()) {
            var reply = line.withdraw(transaction);
            if (!(reply instanceof Reply.Told)) {
                reply = line.status(transaction);
            }
            if (reply instanceof Reply.Told(var now)) {
                known = Optional.of(now.state());
                var ended = ended(now, why);
                if (ended.isPresent()) {
                    return ended.get();
                }
            }
            if (rounds.left > 0) {
                pause.take(settings.patience().poll());
            }
        }
        return new PageOutcome.Unclear(
                known.isPresent()
                        ? PageFaults.stillOpen(transaction)
                        : PageFaults.unclear(
                                "nobody says what became of transaction " + transaction));
    }

    /** Empty while it can still be paid. */
    private Optional<PageOutcome> ended(Transaction now, Why ifCancelled) {
        return switch (now.state()) {
            case INITIAL -> Optional.empty();
            case FAILED -> Optional.of(new PageOutcome.NotPaid(Why.REFUSED));
            case CANCELED -> Optional.of(new PageOutcome.NotPaid(ifCancelled));
            case PAYED ->
                    Optional.of(
                            isOtherAmount(now)
                                    ? new PageOutcome.Unclear(PageFaults.wrongAmount(now.id()))
                                    : new PageOutcome.Paid(proof(now)));
        };
    }

    private PageProof proof(Transaction now) {
        return new PageProof(
                order.amountCents(), now.id(), now.method(), now.paidAt().orElseGet(this::local));
    }

    private LocalDateTime local() {
        return LocalDateTime.ofInstant(
                clock.instant(), settings.zone().getRules().getOffset(clock.instant()));
    }

    /** Asks once. What is unclear is not written as the end: it can be asked again. */
    PageOutcome settle() throws InterruptedException {
        return switch (log.past()) {
            case PageLog.Past.Ended(var outcome) -> outcome;
            case PageLog.Past.NeverOpened() ->
                    log.done(new PageOutcome.Failed(PageFaults.neverOpened()));
            case PageLog.Past.Opened(var transaction) -> {
                var outcome = withdrawn(transaction, Why.TOO_LATE, settings.patience().poll());
                yield outcome instanceof PageOutcome.Unclear ? outcome : log.done(outcome);
            }
        };
    }

    /** So many questions, and not longer than that: a clock that is set must not make it endless. */
    private final class Rounds {
        private final Instant end;
        private long left;

        Rounds(Duration longest) {
            end = clock.instant().plus(longest);
            left = Math.max(1, longest.dividedBy(settings.patience().poll()));
        }

        boolean next() {
            return left-- > 0 && clock.instant().isBefore(end);
        }
    }
}
