package de.buergerkiosk.central.filing;

import de.buergerkiosk.central.audit.AuditEntry;
import de.buergerkiosk.central.filing.FilingBook.Stamped;
import de.buergerkiosk.central.offices.OfficeDirectory;
import de.buergerkiosk.contract.filing.Delivery;
import de.buergerkiosk.contract.receipt.DeliveryReceipt;
import de.buergerkiosk.contract.receipt.ReceiptSigner;
import de.buergerkiosk.contract.seal.Seal;
import de.buergerkiosk.contract.seal.SealBroken;
import java.time.InstantSource;

/** Takes deliveries in at the device door. It cannot read them. */
public final class Intake {
    private final FilingBook book;
    private final OfficeDirectory offices;
    private final ReceiptSigner signer;
    private final ReceiptNumbers numbers;
    private final InstantSource clock;

    public Intake(
            FilingBook book,
            OfficeDirectory offices,
            ReceiptSigner signer,
            ReceiptNumbers numbers,
            InstantSource clock) {
        this.book = book;
        this.offices = offices;
        this.signer = signer;
        this.numbers = numbers;
        this.clock = clock;
    }

    /**
     * Takes one delivery in.
     *
     * @param certified the kiosk that the certificate of the connection names
     */
    public Arrival receive(Delivery delivery, String certified) {
        if (!delivery.kiosk().equals(certified)) {
            book.note(
                    new AuditEntry(
                            clock.instant(),
                            "kiosk:" + certified,
                            "foreign-kiosk-refused",
                            delivery.id().toString(),
                            "claims to be " + delivery.kiosk()));
            return new Arrival.ForeignKiosk(certified);
        }
        if (!offices.knows(delivery.office())) {
            return new Arrival.Refused(
                    "office", "is not an office of this city; see offices.json of the centre");
        }
        try {
            Seal.checkAddress(delivery.sealed(), delivery.id(), delivery.office());
        } catch (SealBroken e) {
            return new Arrival.Refused("sealed", "cannot be taken: " + e.getMessage());
        }
        return book.keep(delivery, serial -> stamp(delivery, serial));
    }

    private Stamped stamp(Delivery delivery, long serial) {
        var now = clock.instant();
        var receipt =
                new DeliveryReceipt(
                        delivery.id(), delivery.digest(), now, numbers.number(serial, now));
        return new Stamped(receipt, signer.sign(receipt));
    }
}
