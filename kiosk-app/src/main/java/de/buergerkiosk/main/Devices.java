package de.buergerkiosk.main;

import de.buergerkiosk.ports.eid.EidClient;
import de.buergerkiosk.ports.eid.EidService;
import de.buergerkiosk.ports.payment.PaymentTerminal;
import de.buergerkiosk.ports.print.DocumentPrinter;
import de.buergerkiosk.ports.print.ReceiptPrinter;
import de.buergerkiosk.store.Database;
import de.buergerkiosk.store.TerminalJournal;
import java.util.Optional;

/** The driver shelf: the devices of this kiosk, as its settings name them. */
record Devices(
        EidClient eid,
        EidService eidService,
        PaymentTerminal terminal,
        ReceiptPrinter printer,
        Optional<DocumentPrinter> documents)
        implements AutoCloseable {

    static Devices connect(Settings settings, Database database, Surroundings around, Seams seams)
            throws OutOfService {
        var payments = seams.payments(new TerminalJournal(database));
        throw new OutOfService("KSK-BUG", "not wired: " + payments);
    }

    @Override
    public void close() {
        eid.close();
        terminal.close();
        printer.close();
        documents.ifPresent(DocumentPrinter::close);
    }
}
