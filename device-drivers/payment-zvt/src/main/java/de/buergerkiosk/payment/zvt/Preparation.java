package de.buergerkiosk.payment.zvt;

import de.buergerkiosk.payment.zvt.wire.Apdu;
import de.buergerkiosk.payment.zvt.wire.Command;
import de.buergerkiosk.payment.zvt.wire.Fields;
import de.buergerkiosk.payment.zvt.wire.MalformedException;
import de.buergerkiosk.payment.zvt.wire.Message;
import de.buergerkiosk.payment.zvt.wire.Octets;
import de.buergerkiosk.payment.zvt.wire.TextEncoding;
import de.buergerkiosk.ports.Fault;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** What comes before a payment and before a recovery: register, wait until ready, ask the last. */
final class Preparation {
    private final Talk talk;
    private final ZvtSettings settings;
    private final Pause pause;

    Preparation(Talk talk, ZvtSettings settings, Pause pause) {
        this.talk = talk;
        this.settings = settings;
        this.pause = pause;
    }

    /** The terminal's answer to 06 20. */
    sealed interface Last {
        record Transaction(Message.StatusInformation status) implements Last {}

        /** It knows none. */
        record Nothing() implements Last {}

        /** It does not serve the question. */
        record NotServed(int code) implements Last {}
    }

    /** What is done with the answer to 06 20 before it is acknowledged. */
    interface LastListener {
        Apdu answer(Message.StatusInformation status, Apdu raw);
    }

    /**
     * 06 00.
     *
     * @return the terminal's id where it says one
     */
    Optional<String> register() throws LinkException, InterruptedException {
        return register(true);
    }

    /** 06 00 for those who are about to do what is due. */
    Optional<String> registerWhateverIsDue() throws LinkException, InterruptedException {
        return register(false);
    }

    private Optional<String> register(boolean mustBeReady)
            throws LinkException, InterruptedException {
        Apdu registration =
                Command.registration(
                        settings.password(), settings.configByte(), settings.serviceByte());
        return switch (talk.carryOut(registration, new Talk.Brief())) {
            case Talk.End.Completed(var completion) -> terminalId(completion, mustBeReady);
            case Talk.End.Aborted(int code) -> throw refusedRegistration(code);
            case Talk.End.Refused(int code) -> throw refusedRegistration(code);
        };
    }

    private static LinkException refusedRegistration(int code) {
        String detail = PaymentFaults.ofResult(code).detail();
        return new LinkException(
                new Fault(
                        "PAY-REGISTRATION",
                        "the terminal refused the registration, mostly because of a wrong password:"
                                + " "
                                + detail));
    }

    private Optional<String> terminalId(Message.Completion completion, boolean mustBeReady)
            throws LinkException {
        try {
            Fields fields = completion.fields();
            Optional<Fault> due = fields.value(0x19).flatMap(status -> dueBefore(status.at(0)));
            if (mustBeReady && due.isPresent()) {
                throw new LinkException(due.get());
            }
            talk.speaks(TextEncoding.of(fields.tlv(), settings.charset()));
            Optional<String> found = fields.value(0x29).map(Octets::hex);
            if (found.isPresent()
                    && settings.expectedTerminalId().isPresent()
                    && !found.equals(settings.expectedTerminalId())) {
                throw new LinkException(
                        PaymentFaults.wrongTerminal(
                                settings.expectedTerminalId().get(), found.get()));
            }
            return found.or(settings::expectedTerminalId);
        } catch (MalformedException malformed) {
            throw new LinkException(PaymentFaults.malformed("06 0F", malformed));
        }
    }

    /** What the terminal's status byte demands before it serves (2.1.2). */
    private static Optional<Fault> dueBefore(int statusByte) {
        if ((statusByte & 0x01) != 0) {
            return Optional.of(PaymentFaults.startUp("initialisation necessary"));
        }
        if ((statusByte & 0x04) != 0) {
            return Optional.of(PaymentFaults.startUp("OPT action necessary"));
        }
        return (statusByte & 0x02) == 0
                ? Optional.empty()
                : Optional.of(PaymentFaults.diagnosisDue());
    }

    /** Repeats 05 01 until the terminal is ready; it may be busy with its own affairs. */
    void awaitReady(Duration atMost) throws LinkException, InterruptedException {
        Duration left = atMost;
        while (true) {
            Optional<Fault> trouble = enquire();
            if (trouble.isEmpty()) {
                return;
            }
            if (!passes(trouble.get()) || left.isNegative()) {
                throw new LinkException(trouble.get());
            }
            pause.pause(settings.patience().retry());
            left = left.minus(settings.patience().retry());
        }
    }

    private static boolean passes(Fault trouble) {
        return trouble.code().equals("PAY-BUSY") || trouble.code().equals("PAY-MAINTENANCE");
    }

    /** 05 01; empty when the terminal is ready. */
    Optional<Fault> enquire() throws LinkException, InterruptedException {
        return switch (talk.carryOut(Command.statusEnquiry(), new Talk.Brief())) {
            case Talk.End.Completed(var completion) -> {
                OptionalInt status = completion.terminalStatus();
                yield status.isEmpty() || status.getAsInt() == 0
                        ? Optional.empty()
                        : Optional.of(PaymentFaults.ofState(status.getAsInt()));
            }
            case Talk.End.Aborted(int code) -> Optional.of(PaymentFaults.ofResult(code));
            // 83: a terminal that does not serve the enquiry; the payment itself will tell
            case Talk.End.Refused(int code) ->
                    code == 0x83 ? Optional.empty() : Optional.of(PaymentFaults.ofResult(code));
        };
    }

    /**
     * 06 20 with service byte 03. An end without a word could be the echo of an earlier command's
     * end: it counts only when it is said twice.
     */
    Last lastTransaction(LastListener listener) throws LinkException, InterruptedException {
        var heard = new HearLast(listener);
        Talk.End end = talk.carryOut(Command.lastTransaction(settings.password()), heard);
        if (heard.status.isEmpty() && end instanceof Talk.End.Completed) {
            end = talk.carryOut(Command.lastTransaction(settings.password()), heard);
        }
        if (heard.status.isPresent()) {
            return new Last.Transaction(heard.status.get());
        }
        return switch (end) {
            case Talk.End.Completed _, Talk.End.Aborted _ -> new Last.Nothing();
            case Talk.End.Refused(int code) -> new Last.NotServed(code);
        };
    }

    private static final class HearLast extends Talk.Brief {
        private final LastListener listener;
        private Optional<Message.StatusInformation> status = Optional.empty();

        HearLast(LastListener listener) {
            this.listener = listener;
        }

        @Override
        public Apdu status(Message.StatusInformation heard, Apdu raw) {
            status = Optional.of(heard);
            return listener.answer(heard, raw);
        }
    }
}
