package de.buergerkiosk.payment.zvt;

import de.buergerkiosk.payment.zvt.wire.Apdu;
import de.buergerkiosk.payment.zvt.wire.Bcd;
import de.buergerkiosk.payment.zvt.wire.Command;
import de.buergerkiosk.payment.zvt.wire.Fields;
import de.buergerkiosk.payment.zvt.wire.MalformedException;
import de.buergerkiosk.payment.zvt.wire.Message;
import de.buergerkiosk.payment.zvt.wire.Octets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries out one {@link Duty}: registers, gives the command, collects what the terminal says. */
final class DutyRun {
    private final Register register;
    private final ZvtSettings settings;
    private final Duty duty;
    private final Heard heard = new Heard();

    DutyRun(Register register, Duty duty) {
        this.register = register;
        this.settings = register.settings();
        this.duty = duty;
    }

    DutyOutcome carryOut() throws InterruptedException {
        try (Link link = register.links().open()) {
            var talk = register.talk(link);
            // start-up and closing may be just what is due: only who it is has to be right
            var _ = register.preparation(talk).registerWhateverIsDue();
            if (duty instanceof Duty.LogOff || duty instanceof Duty.Reset) {
                return onlyAcknowledged(talk);
            }
            return conclude(talk.carryOut(command(), heard));
        } catch (LinkException broken) {
            return new DutyOutcome.Refused(broken.fault());
        }
    }

    private DutyOutcome onlyAcknowledged(Talk talk) throws LinkException, InterruptedException {
        Optional<Integer> refusal = talk.give(command());
        return refusal.isPresent()
                ? new DutyOutcome.Refused(PaymentFaults.ofResult(refusal.get()))
                : new DutyOutcome.Done(List.of(), Optional.empty());
    }

    private DutyOutcome conclude(Talk.End end) {
        int code =
                switch (end) {
                    case Talk.End.Completed _ ->
                            heard.status.map(Message.StatusInformation::resultCode).orElse(0);
                    case Talk.End.Aborted(int result) -> result;
                    case Talk.End.Refused(int refusal) -> refusal;
                };
        return end instanceof Talk.End.Completed && code == 0
                ? new DutyOutcome.Done(heard.printed(), heard.totals)
                : new DutyOutcome.Refused(PaymentFaults.ofResult(code));
    }

    /** 06 50 and 06 10. */
    static Apdu password(ZvtSettings settings, Duty duty) {
        return new Apdu(
                duty instanceof Duty.EndOfDay ? Command.END_OF_DAY : Command.TURNOVER_TOTALS,
                Bcd.encode(settings.password()));
    }

    private Apdu command() {
        Octets password = Bcd.encode(settings.password());
        return switch (duty) {
            case Duty.EndOfDay(), Duty.TurnoverTotals() -> password(settings, duty);
            case Duty.Diagnosis() -> new Apdu(Command.DIAGNOSIS, Octets.NONE);
            case Duty.Initialisation() -> new Apdu(Command.INITIALISATION, password);
            case Duty.SelfTest() -> new Apdu(Command.SELFTEST, Octets.NONE);
            case Duty.PrintSystemConfiguration() ->
                    new Apdu(Command.PRINT_SYSTEM_CONFIGURATION, Octets.NONE);
            case Duty.SoftwareUpdate() -> new Apdu(Command.SOFTWARE_UPDATE, Octets.NONE);
            case Duty.LogOff() -> new Apdu(Command.LOG_OFF, Octets.NONE);
            case Duty.Reset() -> new Apdu(Command.RESET, Octets.NONE);
            case Duty.SetTime(LocalDateTime time) ->
                    Apdu.of(
                            Command.SET_TIME,
                            Fields.encode(
                                    0xAA,
                                    Bcd.encode(
                                            time.getYear() % 100 * 10_000L
                                                    + time.getMonthValue() * 100L
                                                    + time.getDayOfMonth(),
                                            3)),
                            Fields.encode(
                                    0x0C,
                                    Bcd.encode(
                                            time.getHour() * 10_000L
                                                    + time.getMinute() * 100L
                                                    + time.getSecond(),
                                            3)));
            case Duty.DisplayText(var lines, int seconds) -> displayText(lines, seconds);
            case Duty.RepeatReceipt() -> new Apdu(Command.REPEAT_RECEIPT, password);
        };
    }

    private Apdu displayText(List<String> lines, int seconds) {
        Octets data = Fields.encode(0xF0, Octets.of(seconds));
        for (int i = 0; i < lines.size(); i++) {
            Octets text = Octets.ofText(lines.get(i), settings.charset());
            data = Octets.join(data, Fields.encode(0xF1 + i, text));
        }
        return new Apdu(Command.DISPLAY_TEXT, data);
    }

    /** Collects what the terminal prints, its result and its sums. */
    static class Heard extends Talk.Patient {
        private final List<String> printed = new ArrayList<>();
        private Optional<Message.StatusInformation> status = Optional.empty();
        private Optional<DayTotals> totals = Optional.empty();

        @Override
        public Apdu status(Message.StatusInformation result, Apdu raw) {
            status = Optional.of(result);
            totals = read(raw);
            return Command.POSITIVE;
        }

        private static Optional<DayTotals> read(Apdu raw) {
            try {
                return DayTotals.read(raw.data());
            } catch (MalformedException unreadable) {
                return Optional.empty();
            }
        }

        @Override
        public void printLine(Message.PrintLine line) {
            printed.add(line.text());
        }

        @Override
        public void textBlock(Message.TextBlock block) {
            printed.addAll(block.lines());
        }

        List<String> printed() {
            return List.copyOf(printed);
        }

        Optional<DayTotals> totals() {
            return totals;
        }
    }
}
