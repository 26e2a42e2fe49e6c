package de.buergerkiosk.payment.zvt;

import de.buergerkiosk.payment.zvt.wire.Apdu;
import de.buergerkiosk.payment.zvt.wire.Message;
import de.buergerkiosk.ports.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A daily closing (06 50) that knows after every break whether it was done: what is open is asked
 * before (06 10), and again after a break. What was open and is no longer has been closed.
 */
final class ClosingRun {
    private final Register register;
    private final ZvtSettings settings;
    private final ClosingLog log;

    private Optional<DayTotals> before = Optional.empty();
    private Optional<DayTotals> said = Optional.empty();
    private boolean acked;
    private boolean begun;

    ClosingRun(Register register, ClosingLog log) {
        this.register = register;
        this.settings = register.settings();
        this.log = log;
    }

    /** What is done already is not done again; what was cut is settled first. */
    DutyOutcome close() throws InterruptedException {
        return switch (log.read()) {
            case ClosingLog.State.Unknown(),
                    ClosingLog.State.Intended(),
                    ClosingLog.State.NotClosed _ ->
                    attempt();
            case ClosingLog.State.Open(var open, var told, var acknowledged) -> {
                DutyOutcome settled = settle(open, told, acknowledged);
                yield settled instanceof DutyOutcome.Refused(var fault)
                                && fault.code().equals("PAY-NOT-CLOSED")
                        ? attempt()
                        : settled;
            }
            case ClosingLog.State.Closed(var totals) -> new DutyOutcome.Done(List.of(), totals);
        };
    }

    private DutyOutcome attempt() throws InterruptedException {
        log.intent();
        Talk.End end;
        var heard = new Closing();
        try (Link link = register.links().open()) {
            var talk = register.talk(link);
            var preparation = register.preparation(talk);
            var _ = preparation.registerWhateverIsDue();
            before = openTotals(talk);
            log.sent(before);
            begun = true;
            end = talk.carryOut(DutyRun.password(settings, new Duty.EndOfDay()), heard);
        } catch (LinkException broken) {
            return begun ? settle(before, said, acked) : notClosed(broken.fault());
        }
        return switch (end) {
            case Talk.End.Completed _ -> closed(heard.printed());
            case Talk.End.Aborted(int code) ->
                    acked ? settle(before, said, true) : notClosed(PaymentFaults.ofResult(code));
            case Talk.End.Refused(int code) -> notClosed(PaymentFaults.ofResult(code));
        };
    }

    private DutyOutcome closed(List<String> printed) {
        Optional<DayTotals> totals = said.or(() -> before);
        log.closed(totals);
        return new DutyOutcome.Done(printed, totals);
    }

    private DutyOutcome notClosed(Fault why) {
        log.notClosed(why.code());
        return new DutyOutcome.Refused(why);
    }

    /** Empty where the terminal does not serve 06 10, or tells no sums. */
    private Optional<DayTotals> openTotals(Talk talk) throws LinkException, InterruptedException {
        var heard = new DutyRun.Heard();
        Talk.End end = talk.carryOut(DutyRun.password(settings, new Duty.TurnoverTotals()), heard);
        return end instanceof Talk.End.Completed ? heard.totals() : Optional.empty();
    }

    /** Asks what is open now, until the time for it is over. An open question stays open. */
    private DutyOutcome settle(
            Optional<DayTotals> open, Optional<DayTotals> told, boolean acknowledged)
            throws InterruptedException {
        before = open;
        said = told;
        Instant begin = register.clock().instant();
        Duration atMost = settings.patience().settle();
        long triesMax = Math.max(1, atMost.dividedBy(settings.patience().retry()));
        Fault trouble = PaymentFaults.unreachable("not tried");
        for (long tries = 0; tries < triesMax; tries++) {
            Duration left = atMost.minus(Duration.between(begin, register.clock().instant()));
            if (left.isNegative()) {
                break;
            }
            try (Link link = register.links().open()) {
                var talk = new Talk(link, settings, left.plusSeconds(3));
                var _ = register.preparation(talk).registerWhateverIsDue();
                return judge(openTotals(talk), acknowledged);
            } catch (LinkException broken) {
                trouble = broken.fault();
            }
            register.pause().pause(settings.patience().retry());
        }
        return new DutyOutcome.Unclear(trouble);
    }

    private DutyOutcome judge(Optional<DayTotals> now, boolean acknowledged) {
        if (!acknowledged && said.isEmpty() && before.isEmpty()) {
            return notClosed(PaymentFaults.notClosed("the terminal never told its sums"));
        }
        if (now.isEmpty() || before.isEmpty()) {
            // nothing can be compared: an acknowledged closing counts as done, as a payment would
            return acknowledged
                    ? closed(List.of())
                    : notClosed(PaymentFaults.notClosed("its sums were not acknowledged"));
        }
        return now.get().holds(before.get())
                ? notClosed(PaymentFaults.notClosed("what was open is still open"))
                : closed(List.of());
    }

    /** The sums are durable before they are acknowledged. */
    private final class Closing extends DutyRun.Heard {
        @Override
        public Apdu status(Message.StatusInformation result, Apdu raw) {
            Apdu answer = super.status(result, raw);
            if (result.resultCode() == 0) {
                said = totals();
                log.status(said);
                log.acked();
                acked = true;
            }
            return answer;
        }
    }
}
