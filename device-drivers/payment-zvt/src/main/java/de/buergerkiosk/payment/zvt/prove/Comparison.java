package de.buergerkiosk.payment.zvt.prove;

import de.buergerkiosk.payment.zvt.Move;
import de.buergerkiosk.payment.zvt.simulated.LedgerEntry;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import de.buergerkiosk.ports.payment.PaymentProof;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the kiosk said against what the terminal booked: the same receipts, each once, no others. */
final class Comparison {
    private Comparison() {}

    /**
     * Empty where both say the same.
     *
     * @param said the last word about each reference
     * @param moves which way money went; a payment where nothing is said
     */
    static List<String> of(
            Map<String, ? extends PaymentOutcome> said,
            Map<String, Move> moves,
            List<LedgerEntry> ledger) {
        var wrong = new ArrayList<String>();
        var booked = new HashMap<Integer, LedgerEntry>();
        for (LedgerEntry entry : ledger) {
            switch (entry.kind()) {
                case BOOKED, VOIDED, REFUNDED -> booked.put(entry.traceNumber(), entry);
                case REVERSED, CLOSED -> {
                    // no money moved
                }
            }
        }
        said.forEach((reference, outcome) -> {
            if (outcome instanceof PaymentOutcome.Approved(var proof)) {
                LedgerEntry entry = booked.remove(proof.traceNumber());
                if (entry == null) {
                    wrong.add(reference + ": said to be paid, but not booked, or booked for two");
                } else if (!agrees(entry, proof)
                        || entry.kind()
                                != kind(moves.getOrDefault(reference, new Move.Payment()))) {
                    wrong.add(reference + ": booked as " + entry + ", said to be " + amount(proof));
                }
            }
        });
        var unclear = said.values().stream().anyMatch(PaymentOutcome.Unclear.class::isInstance);
        booked.values().stream()
                .filter(_ -> !unclear)
                .forEach(entry -> wrong.add("booked without a word: " + entry));
        return wrong;
    }

    private static LedgerEntry.Kind kind(Move move) {
        return switch (move) {
            case Move.Payment() -> LedgerEntry.Kind.BOOKED;
            case Move.Reversal _ -> LedgerEntry.Kind.VOIDED;
            case Move.Refund() -> LedgerEntry.Kind.REFUNDED;
        };
    }

    private static boolean agrees(LedgerEntry entry, PaymentProof proof) {
        return entry.receiptNumber() == proof.receiptNumber()
                && entry.amountCents() == proof.amountCents()
                && entry.terminalId().equals(proof.terminalId());
    }

    private static String amount(PaymentProof proof) {
        return proof.amountCents() + " cents with receipt " + proof.receiptNumber();
    }
}
