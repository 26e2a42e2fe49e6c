package de.buergerkiosk.payment.zvt.journal;

import de.buergerkiosk.ports.payment.PaymentJournal;
import java.util.List;

/** A journal that can tell what it knows. */
public interface ListedJournal extends PaymentJournal {
    /** All references, those first that were written first. */
    List<String> references();
}
