package de.buergerkiosk.main;

import de.buergerkiosk.courier.Outbox;
import de.buergerkiosk.journey.Journal;
import de.buergerkiosk.journey.appointment.Numbers;
import de.buergerkiosk.ports.payment.PaymentJournal;
import de.buergerkiosk.ports.print.ReceiptPrinter;

/**
 * Where something can be put between the kiosk and what it is made of: the crash proof stops the
 * process there. In service nothing is put there.
 */
public interface Seams {
    Seams NONE = new Seams() {};

    default Journal journal(Journal journal) {
        return journal;
    }

    default PaymentJournal payments(PaymentJournal payments) {
        return payments;
    }

    default ReceiptPrinter printer(ReceiptPrinter printer) {
        return printer;
    }

    default Outbox outbox(Outbox outbox) {
        return outbox;
    }

    default Numbers numbers(Numbers numbers) {
        return numbers;
    }
}
