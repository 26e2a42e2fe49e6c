package de.buergerkiosk.payment.zvt.pay;

import de.buergerkiosk.payment.zvt.DailyClosing;
import de.buergerkiosk.payment.zvt.DutyOutcome;
import de.buergerkiosk.payment.zvt.Move;
import de.buergerkiosk.payment.zvt.Standing;
import de.buergerkiosk.payment.zvt.ZvtSettings;
import de.buergerkiosk.payment.zvt.ZvtTerminal;
import de.buergerkiosk.ports.Fault;
import de.buergerkiosk.ports.payment.PaymentJournal;
import de.buergerkiosk.ports.payment.PaymentOrder;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import de.buergerkiosk.ports.payment.PaymentWatch;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A journal, and the terminal that every payment in it goes to. What an earlier run left open is
 * settled before the next payment begins: a terminal remembers only its last transaction.
 */
public final class Counter {
    private static final DateTimeFormatter CLOSING_NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final PaymentJournal journal;
    private final ZvtTerminal terminal;
    private final ZvtSettings settings;
    private final InstantSource clock;

    public Counter(
            PaymentJournal journal,
            ZvtTerminal terminal,
            ZvtSettings settings,
            InstantSource clock) {
        this.journal = journal;
        this.terminal = terminal;
        this.settings = settings;
        this.clock = clock;
    }

    /** What a payment said, with what was settled before it. */
    public record Paid(Answer answer, List<Answer> settled) {}

    /** Settles what is open, then pays; what is paid is not charged again. */
    public Paid pay(PaymentOrder order, PaymentWatch watch) throws InterruptedException {
        return move(order, new Move.Payment(), watch);
    }

    /** The same for money that goes back. */
    public Paid move(PaymentOrder order, Move move, PaymentWatch watch)
            throws InterruptedException {
        Optional<Standing> known = standing(order.reference());
        if (known.isPresent() && isTaken(known.get(), order, move)) {
            String detail =
                    "%s is known with %d cents%s"
                            .formatted(
                                    order.reference(),
                                    known.get().order().amountCents(),
                                    known.get().move().words());
            return new Paid(failed(order, "PAY-REFERENCE-TAKEN", detail), List.of());
        }
        List<Answer> settled = settleBefore(order.reference());
        Optional<Answer> stillOpen = settled.stream().filter(Answer::isUnclear).findFirst();
        if (stillOpen.isPresent()) {
            String detail =
                    "payment %s is open and could not be settled; nothing was begun"
                            .formatted(stillOpen.get().reference());
            return new Paid(failed(order, "PAY-OPEN-PAYMENT", detail), settled);
        }
        PaymentOutcome outcome = guarded(order, () -> terminal.move(order, move, watch));
        return new Paid(new Answer(order.reference(), order.amountCents(), outcome), settled);
    }

    private static Answer failed(PaymentOrder order, String code, String detail) {
        return Answer.failed(order.reference(), order.amountCents(), new Fault(code, detail));
    }

    /** A paid or open payment keeps its amount; a failed one may be tried with another. */
    private static boolean isTaken(Standing known, PaymentOrder order, Move move) {
        boolean other =
                known.order().amountCents() != order.amountCents() || !known.move().equals(move);
        return other
                && switch (known.state()) {
                    case Standing.State.Intended() -> false;
                    case Standing.State.Open() -> true;
                    case Standing.State.Ended(var outcome) ->
                            outcome instanceof PaymentOutcome.Approved
                                    || outcome instanceof PaymentOutcome.Unclear;
                };
    }

    /** What an earlier run left open, but that one; oldest first. */
    private List<Answer> settleBefore(String reference) throws InterruptedException {
        var answers = new ArrayList<Answer>();
        for (Standing standing : standings()) {
            if (standing.isOpen() && !standing.order().reference().equals(reference)) {
                answers.add(settled(standing.order()));
            }
        }
        return answers;
    }

    /** Settles everything that is not at its end, unclear payments as well. */
    public List<Answer> recover() throws InterruptedException {
        var answers = new ArrayList<Answer>();
        for (Standing standing : standings()) {
            if (isLeft(standing)) {
                answers.add(settled(standing.order()));
            }
        }
        return answers;
    }

    /** Settles everything, closes the terminal's day and holds its totals against the journal. */
    ClosedDay closeDay() throws InterruptedException {
        var _ = recover();
        String reference =
                cutClosing().orElseGet(() -> "closing-" + CLOSING_NAME.format(clock.instant()));
        DutyOutcome outcome = terminal.close(reference);
        return outcome instanceof DutyOutcome.Done(var printed, var totals)
                ? new ClosedDay.Closed(
                        reference,
                        printed,
                        totals.map(
                                sums -> DailyClosing.of(sums, journal, settings, clock.instant())))
                : new ClosedDay.NotClosed(faultOf(outcome));
    }

    /** One that an earlier run has begun and nobody knows the end of. */
    private Optional<String> cutClosing() {
        List<String> references = journal.references();
        return references.isEmpty()
                ? Optional.empty()
                : references.reversed().stream().filter(terminal::isClosingOpen).findFirst();
    }

    private static Fault faultOf(DutyOutcome outcome) {
        return switch (outcome) {
            case DutyOutcome.Done _ -> throw new IllegalStateException("it is closed");
            case DutyOutcome.Refused(var fault) -> fault;
            case DutyOutcome.Unclear(var fault) -> fault;
        };
    }

    private static boolean isLeft(Standing standing) {
        return switch (standing.state()) {
            case Standing.State.Intended(), Standing.State.Open() -> true;
            case Standing.State.Ended _ -> standing.isUnclear();
        };
    }

    private Answer settled(PaymentOrder order) throws InterruptedException {
        PaymentOutcome outcome = guarded(order, () -> terminal.settle(order));
        return new Answer(order.reference(), order.amountCents(), outcome);
    }

    /** The payment that was begun last, where it has ended. */
    Optional<Answer> last() {
        List<Standing> all = standings();
        return all.isEmpty()
                ? Optional.empty()
                : all.getLast().state() instanceof Standing.State.Ended(var outcome)
                        ? Optional.of(
                                new Answer(
                                        all.getLast().order().reference(),
                                        all.getLast().order().amountCents(),
                                        outcome))
                        : Optional.empty();
    }

    private List<Standing> standings() {
        return journal.references().stream().map(this::standing).flatMap(Optional::stream).toList();
    }

    private Optional<Standing> standing(String reference) {
        return Standing.of(journal, reference, settings, clock.instant());
    }

    /** What talks to the terminal. */
    private interface Step {
        PaymentOutcome take() throws InterruptedException;
    }

    /** A journal that cannot be written stops everything: what the terminal does then is unknown. */
    private PaymentOutcome guarded(PaymentOrder order, Step step) throws InterruptedException {
        try {
            return step.take();
        } catch (UncheckedIOException full) {
            boolean open = standing(order.reference()).map(Standing::isOpen).orElse(false);
            var fault =
                    new Fault("PAY-JOURNAL-UNUSABLE", full.getMessage() + ": " + full.getCause());
            return open ? new PaymentOutcome.Unclear(fault) : new PaymentOutcome.Failed(fault);
        }
    }
}
