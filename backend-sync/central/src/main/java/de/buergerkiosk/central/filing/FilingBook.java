package de.buergerkiosk.central.filing;

import de.buergerkiosk.central.audit.AuditEntry;
import de.buergerkiosk.contract.filing.Delivery;
import de.buergerkiosk.contract.receipt.DeliveryReceipt;
import java.util.function.LongFunction;

/** Where filings are kept. */
public interface FilingBook {
    /**
     * Keeps a delivery exactly once: filing, payment and audit entry in one transaction, whatever
     * others do at the same moment.
     *
     * @param stamp makes the receipt from the next serial number; called at most once
     */
    Arrival keep(Delivery delivery, LongFunction<Stamped> stamp);

    /** Notes something that is not about a kept filing. */
    void note(AuditEntry entry);

    /** A receipt and its signed form. */
    record Stamped(DeliveryReceipt receipt, String jws) {}
}
