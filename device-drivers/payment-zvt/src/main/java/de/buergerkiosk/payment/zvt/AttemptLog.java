package de.buergerkiosk.payment.zvt;

import de.buergerkiosk.payment.zvt.wire.Apdu;
import de.buergerkiosk.payment.zvt.wire.Message;
import de.buergerkiosk.payment.zvt.wire.Redaction;
import de.buergerkiosk.ports.payment.PaymentEntry;
import de.buergerkiosk.ports.payment.PaymentJournal;
import de.buergerkiosk.ports.payment.PaymentOrder;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import de.buergerkiosk.ports.payment.PaymentStep;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Writes one attempt ahead. What {@link Attempt} reads is written here and nowhere else. When the
 * journal throws, so do these methods, and nothing goes to the terminal.
 */
final class AttemptLog {
    private final PaymentJournal journal;
    private final PaymentOrder order;
    private final Move move;
    private final InstantSource clock;
    private int receiptNumber;

    AttemptLog(PaymentJournal journal, PaymentOrder order, Move move, InstantSource clock) {
        this.journal = journal;
        this.order = order;
        this.move = move;
        this.clock = clock;
    }

    void intent() {
        write(PaymentStep.INTENT, "amount=" + order.amountCents() + move.words());
    }

    /** The command is about to go out. */
    void sent(Yardstick last, Optional<String> terminalId, boolean forGoods) {
        receiptNumber = last.receipt().orElse(0);
        write(
                PaymentStep.SENT,
                "amount="
                        + order.amountCents()
                        + " "
                        + last.words()
                        + terminalId.map(id -> " tid=" + id).orElse("")
                        + (forGoods ? " goods=wait" : ""));
    }

    /** A result has arrived. Card data is black before it is written. */
    void status(Message.StatusInformation status, Apdu raw) {
        receiptNumber = status.receiptNumber().orElse(receiptNumber);
        write(
                PaymentStep.STATUS,
                "rc="
                        + status.resultCode()
                        + status.receiptNumber().map(number -> " receipt=" + number).orElse("")
                        + status.amountCents().map(amount -> " amount=" + amount).orElse("")
                        + " hex="
                        + Redaction.hex(raw));
    }

    /** The acknowledgement of that result is about to go out. */
    void acked() {
        write(PaymentStep.ACKED, "receipt=" + receiptNumber);
    }

    /** The same where goods of that amount only are out. */
    void ackedFor(long cents) {
        write(PaymentStep.ACKED, "receipt=" + receiptNumber + " amount=" + cents);
    }

    PaymentOutcome done(PaymentOutcome outcome) {
        write(
                PaymentStep.DONE,
                switch (outcome) {
                    case PaymentOutcome.Approved(var proof) -> {
                        receiptNumber = proof.receiptNumber();
                        yield "approved receipt="
                                + proof.receiptNumber()
                                + " trace="
                                + proof.traceNumber()
                                + " tid="
                                + proof.terminalId()
                                + " amount="
                                + proof.amountCents()
                                + KeptReceipts.of(proof).words();
                    }
                    case PaymentOutcome.Declined(int resultCode, _) -> "declined rc=" + resultCode;
                    case PaymentOutcome.Cancelled _ -> "cancelled";
                    case PaymentOutcome.Failed(var fault) -> "failed code=" + fault.code();
                    case PaymentOutcome.Unclear(var fault) -> "unclear code=" + fault.code();
                });
        return outcome;
    }

    private void write(PaymentStep step, String detail) {
        journal.write(
                new PaymentEntry(order.reference(), step, clock.instant(), detail, receiptNumber));
    }
}
