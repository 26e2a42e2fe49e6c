package de.buergerkiosk.payment.zvt;

import de.buergerkiosk.payment.zvt.wire.Command;
import de.buergerkiosk.payment.zvt.wire.Message.StatusInformation;
import de.buergerkiosk.payment.zvt.wire.ResultCode;
import de.buergerkiosk.ports.Fault;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import de.buergerkiosk.ports.payment.PaymentProof;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Turns what the terminal said into what the kiosk needs to know. */
final class Outcomes {
    private static final int ABORTED_BY_KEY_OR_TIME = 0x6C;

    private Outcomes() {}

    static PaymentOutcome approved(
            StatusInformation status,
            Attempt.Sent sent,
            List<String> customerReceipt,
            List<String> merchantReceipt,
            Instant now,
            ZoneId zone) {
        return new PaymentOutcome.Approved(
                new PaymentProof(
                        sent.bookedCents(),
                        status.receiptNumber().orElseThrow(),
                        status.traceNumber().orElse(0),
                        status.terminalId().or(sent::terminalId).orElse(""),
                        status.cardName().orElse(""),
                        status.maskedPan().orElse(""),
                        Verdict.bookedAt(status, now, zone),
                        customerReceipt,
                        merchantReceipt));
    }

    /** A payment that ended with a result code other than 0; nothing was booked. */
    static PaymentOutcome notPaid(int resultCode) {
        if (resultCode == ABORTED_BY_KEY_OR_TIME) {
            return cancelled();
        }
        if (resultCode == 0) {
            return new PaymentOutcome.Failed(
                    PaymentFaults.protocol("aborted with the code of success"));
        }
        return PaymentFaults.speaksOfTerminal(resultCode)
                ? new PaymentOutcome.Failed(PaymentFaults.ofResult(resultCode))
                : new PaymentOutcome.Declined(resultCode, ResultCode.of(resultCode).german());
    }

    static PaymentOutcome cancelled() {
        return new PaymentOutcome.Cancelled(ResultCode.of(ABORTED_BY_KEY_OR_TIME).german());
    }

    /** What the journal already knows the end of. */
    static PaymentOutcome ofJournal(
            Attempt.Ending ending, Optional<Attempt.Sent> sent, Instant now, ZoneId zone) {
        return switch (ending) {
            case Attempt.Ending.Approved(var kept) -> {
                Attempt.Sent known = sent.orElseThrow();
                yield approved(
                        known.status().orElseThrow(),
                        known,
                        kept.customer(),
                        kept.merchant(),
                        now,
                        zone);
            }
            case Attempt.Ending.Declined(int code) ->
                    new PaymentOutcome.Declined(code, ResultCode.of(code).german());
            case Attempt.Ending.Cancelled() -> cancelled();
            case Attempt.Ending.Failed(String code) ->
                    new PaymentOutcome.Failed(new Fault(code, "as the journal says"));
            case Attempt.Ending.Unclear() ->
                    new PaymentOutcome.Unclear(PaymentFaults.unclear("as the journal says"));
        };
    }

    /** Whether a positive result is about this order, in euros, from the terminal we talk to. */
    static boolean isAbout(
            StatusInformation status, long amountCents, Move move, Optional<String> terminalId) {
        boolean otherTerminal =
                status.terminalId().isPresent()
                        && terminalId.isPresent()
                        && !status.terminalId().equals(terminalId);
        // a reversal usually names the trace number that it undoes, but not at every terminal
        boolean otherWay = status.isReversal() && !(move instanceof Move.Reversal);
        return !otherWay
                && !otherTerminal
                && status.receiptNumber().isPresent()
                && status.currency().orElse(Command.EURO) == Command.EURO
                && status.amountCents().equals(Optional.of(amountCents));
    }
}
