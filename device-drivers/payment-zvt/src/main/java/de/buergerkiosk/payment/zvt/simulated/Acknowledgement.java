package de.buergerkiosk.payment.zvt.simulated;

import de.buergerkiosk.payment.zvt.wire.Apdu;
import de.buergerkiosk.payment.zvt.wire.Command;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Waits for the register's answer to a message of the terminal. */
final class Acknowledgement {
    private Acknowledgement() {}

    /** True for 80 00 and 84 00, false for any other 84 xx; see {@link #answer}. */
    static boolean await(RegisterLine line, Duration atMost, BooleanSupplier onAbort)
            throws HangUpException, InterruptedException {
        return isPositive(answer(line, atMost, onAbort));
    }

    /**
     * As above, after a text that asks the person for something.
     *
     * @param onAct hears the person who is quicker than the register's answer
     */
    static boolean await(
            RegisterLine line,
            Duration atMost,
            BooleanSupplier onAbort,
            Consumer<CardholderAction> onAct)
            throws HangUpException, InterruptedException {
        return isPositive(answer(line, atMost, onAbort, onAct));
    }

    static boolean isPositive(Apdu answer) {
        return answer.command() == Command.ACK || answer.command() == Command.REFUSAL;
    }

    /**
     * 80 00 or 84 xx. No answer within the time cuts the line
     * (PA00P016: over TCP the connection is closed when T3 is over).
     *
     * @param onAbort asked when an abort, of key or register, crosses our message: false when it is
     *     too late for one
     */
    static Apdu answer(RegisterLine line, Duration atMost, BooleanSupplier onAbort)
            throws HangUpException, InterruptedException {
        return answer(line, atMost, onAbort, _ -> {});
    }

    private static Apdu answer(
            RegisterLine line,
            Duration atMost,
            BooleanSupplier onAbort,
            Consumer<CardholderAction> onAct)
            throws HangUpException, InterruptedException {
        while (true) {
            Optional<Happening> next = line.await(atMost);
            if (next.isEmpty()) {
                throw line.cut();
            }
            switch (next.get()) {
                case Happening.HungUp() -> throw new HangUpException("the register hung up");
                case Happening.Acted(var action) -> {
                    if (action instanceof CardholderAction.Cancel) {
                        boolean _ = onAbort.getAsBoolean();
                    }
                    onAct.accept(action);
                }
                case Happening.Arrived(var apdu) -> {
                    if (isAnswer(apdu)) {
                        return apdu;
                    }
                    if (apdu.command() != Command.ABORT_BY_KIOSK) {
                        throw line.cut();
                    }
                    boolean accepted = onAbort.getAsBoolean();
                    line.send(accepted ? Command.POSITIVE : Command.refusal(0x83));
                }
            }
        }
    }

    private static boolean isAnswer(Apdu apdu) {
        int kind = apdu.command() >> 8;
        return kind == 0x80 || kind == 0x84;
    }
}
