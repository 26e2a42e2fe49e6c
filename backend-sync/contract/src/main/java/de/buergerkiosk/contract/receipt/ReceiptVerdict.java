package de.buergerkiosk.contract.receipt;

/** What a look at a receipt tells. */
public sealed interface ReceiptVerdict {
    /** The centre signed it, for this filing and this content. */
    record Verified(DeliveryReceipt receipt) implements ReceiptVerdict {}

    /** It proves nothing; the filing must be kept and carried again. */
    record Refused(String reason) implements ReceiptVerdict {}
}
