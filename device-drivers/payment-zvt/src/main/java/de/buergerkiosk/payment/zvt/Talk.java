package de.buergerkiosk.payment.zvt;

import de.buergerkiosk.payment.zvt.wire.Apdu;
import de.buergerkiosk.payment.zvt.wire.Command;
import de.buergerkiosk.payment.zvt.wire.MalformedException;
import de.buergerkiosk.payment.zvt.wire.Message;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Optional;

/**
 * Carries out one command (PA00P015 2.2): command, acknowledgement within T3, then the terminal is
 * master and each of its messages is answered, until it says completion or abort. T4 starts again
 * with each message.
 */
final class Talk {
    /** A terminal may ask for more time, but not for ever. */
    private static final Duration T4_MAX = Duration.ofMinutes(20);

    /** Its hex has to fit into one line of the journal; real ones have 100 to 400 bytes. */
    private static final int STATUS_LENGTH_MAX = 3_800;

    /** Result code of the answer to a command that the kiosk does not know. */
    private static final int FUNCTION_NOT_POSSIBLE = 0x83;

    /** Whoever says more than this in one command says it for ever. */
    private static final int MESSAGES_MAX = 20_000;

    private final Link link;
    private final ZvtSettings settings;

    /** Of texts that do not name theirs. */
    private Charset charset;

    /** How much silence is left for all that is said over this link. */
    private Duration silence;

    Talk(Link link, ZvtSettings settings) {
        this(link, settings, T4_MAX);
    }

    /**
     * A talk that has to end soon.
     *
     * @param longest how long the terminal may be silent, all commands together
     */
    Talk(Link link, ZvtSettings settings, Duration longest) {
        this.link = link;
        this.settings = settings;
        this.charset = settings.charset();
        this.silence = longest;
    }

    /** How a command ended. */
    sealed interface End {
        record Completed(Message.Completion completion) implements End {}

        /** 06 1E. */
        record Aborted(int resultCode) implements End {}

        /** 84 xx instead of an acknowledgement. */
        record Refused(int code) implements End {}
    }

    /** What the one who gave the command does with the terminal's messages. */
    interface Listener {
        /** A result has arrived; what this returns is sent, and nothing if it throws. */
        Apdu status(Message.StatusInformation status, Apdu raw);

        void intermediate(Message.IntermediateStatus status);

        void printLine(Message.PrintLine line);

        void textBlock(Message.TextBlock block);

        /** Asked while waiting. */
        boolean abortWanted();

        /** How long the terminal may be silent, unless it asks for more. */
        default Duration silence(ZvtSettings.Patience patience) {
            return patience.t4();
        }
    }

    /** For commands without results: whatever comes is acknowledged. */
    static class Patient implements Listener {
        @Override
        public Apdu status(Message.StatusInformation status, Apdu raw) {
            return Command.POSITIVE;
        }

        @Override
        public void intermediate(Message.IntermediateStatus status) {}

        @Override
        public void printLine(Message.PrintLine line) {}

        @Override
        public void textBlock(Message.TextBlock block) {}

        @Override
        public boolean abortWanted() {
            return false;
        }
    }

    /** For questions that a terminal answers without anybody doing anything. */
    static class Brief extends Patient {
        @Override
        public Duration silence(ZvtSettings.Patience patience) {
            return patience.settle();
        }
    }

    /** The terminal says which character set it has taken. */
    void speaks(Charset agreed) {
        charset = agreed;
    }

    /**
     * A command that has nothing but an acknowledgement.
     *
     * @return the code of a refusal
     */
    Optional<Integer> give(Apdu command) throws LinkException, InterruptedException {
        link.send(command);
        Message answer = read(await(settings.patience().t3(), "acknowledgement"));
        return answer instanceof Message.Refusal(int code) ? Optional.of(code) : Optional.empty();
    }

    End carryOut(Apdu command, Listener listener) throws LinkException, InterruptedException {
        link.send(command);
        Message answer = read(await(settings.patience().t3(), "acknowledgement"));
        switch (answer) {
            case Message.Ack() -> {}
            case Message.Refusal(int code) -> {
                return new End.Refused(code);
            }
            case Message.Status _,
                    Message.IntermediateStatus _,
                    Message.PrintLine _,
                    Message.TextBlock _,
                    Message.Completion _,
                    Message.Abort _,
                    Message.Other _ ->
                    throw new LinkException(
                            PaymentFaults.protocol(
                                    "no acknowledgement of "
                                            + command.name()
                                            + " but another message"));
        }
        return listen(listener);
    }

    private End listen(Listener listener) throws LinkException, InterruptedException {
        Duration t4 = listener.silence(settings.patience());
        Duration left = t4;
        boolean abortSent = false;
        int messages = 0;
        while (true) {
            if (!abortSent && listener.abortWanted()) {
                link.send(Command.abort());
                abortSent = true;
                t4 = settings.patience().abortAnswer();
                left = t4;
            }
            Optional<Apdu> next = link.poll();
            if (next.isEmpty()) {
                left = afterSlice(left, "message of the running command");
                continue;
            }
            if (++messages > MESSAGES_MAX) {
                throw new LinkException(PaymentFaults.protocol("a command that never ends"));
            }
            Message message = read(next.get());
            Optional<End> end = answer(message, next.get(), listener);
            if (end.isPresent()) {
                return end.get();
            }
            if (message instanceof Message.IntermediateStatus(_, var patience, _)
                    && patience.isPresent()) {
                t4 = patience.get().compareTo(T4_MAX) > 0 ? T4_MAX : patience.get();
            }
            left = t4;
        }
    }

    private Optional<End> answer(Message message, Apdu raw, Listener listener)
            throws LinkException, InterruptedException {
        switch (message) {
            case Message.Status(var status) -> link.send(listener.status(status, raw));
            case Message.IntermediateStatus intermediate -> {
                listener.intermediate(intermediate);
                link.send(Command.POSITIVE);
            }
            case Message.PrintLine line -> {
                listener.printLine(line);
                link.send(Command.POSITIVE);
            }
            case Message.TextBlock block -> {
                listener.textBlock(block);
                link.send(Command.POSITIVE);
            }
            case Message.Completion completion -> {
                acknowledgeEnd();
                return Optional.of(new End.Completed(completion));
            }
            case Message.Abort(int resultCode) -> {
                acknowledgeEnd();
                return Optional.of(new End.Aborted(resultCode));
            }
            case Message.Other _ -> link.send(Command.refusal(FUNCTION_NOT_POSSIBLE));
            case Message.Ack(), Message.Refusal _ -> {
                // the answer to our abort: some terminals refuse it, some do not answer at all
            }
        }
        return Optional.empty();
    }

    /** The end is known; a line that breaks under its acknowledgement changes nothing. */
    private void acknowledgeEnd() throws InterruptedException {
        try {
            link.send(Command.POSITIVE);
        } catch (LinkException afterTheEnd) {
            link.close();
        }
    }

    private Apdu await(Duration atMost, String what) throws LinkException, InterruptedException {
        Duration left = atMost;
        while (true) {
            Optional<Apdu> next = link.poll();
            if (next.isPresent()) {
                return next.get();
            }
            left = afterSlice(left, what);
        }
    }

    private Duration afterSlice(Duration left, String what) throws LinkException {
        silence = silence.minus(Link.SLICE);
        Duration rest = left.minus(Link.SLICE);
        if (rest.isNegative() || silence.isNegative()) {
            throw new LinkException(PaymentFaults.mute(what));
        }
        return rest;
    }

    private Message read(Apdu apdu) throws LinkException {
        if (apdu.command() == Command.STATUS_INFORMATION
                && apdu.data().length() > STATUS_LENGTH_MAX) {
            throw new LinkException(
                    PaymentFaults.protocol(
                            "04 0F with " + apdu.data().length() + " bytes of data"));
        }
        try {
            return Message.read(apdu, charset);
        } catch (MalformedException malformed) {
            throw new LinkException(PaymentFaults.malformed(apdu.name(), malformed));
        }
    }
}
