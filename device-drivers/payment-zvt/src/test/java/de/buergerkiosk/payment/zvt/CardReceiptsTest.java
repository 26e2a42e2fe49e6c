package de.buergerkiosk.payment.zvt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.payment.zvt.simulated.TerminalFault;
import de.buergerkiosk.payment.zvt.wire.Message;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class CardReceiptsTest {
    @Test
    void textBlocksGoToThoseTheyAreFor() throws Exception {
        try (Till till = Till.with(TerminalFault.NONE)) {
            var proof = assertInstanceOf(PaymentOutcome.Approved.class, till.pay()).proof();

            assertTrue(proof.customerReceipt().contains("* * Kundenbeleg * *"));
            assertTrue(proof.merchantReceipt().contains("* * Händlerbeleg * *"));
            assertTrue(proof.customerReceipt().contains("Betrag EUR 30,70"));
        }
    }

    @Test
    void singleLinesAreSortedByTheirWords() {
        var receipts = new CardReceipts();
        receipts.add(new Message.PrintLine("H-Ä-N-D-L-E-R-B-E-L-E-G", false));
        receipts.add(new Message.PrintLine("Betrag 1,00", true));
        receipts.add(new Message.PrintLine("K-U-N-D-E-N-B-E-L-E-G", false));
        receipts.add(new Message.PrintLine("Betrag 1,00", true));

        assertEquals(List.of("H-Ä-N-D-L-E-R-B-E-L-E-G", "Betrag 1,00"), receipts.merchant());
        assertEquals(List.of("K-U-N-D-E-N-B-E-L-E-G", "Betrag 1,00"), receipts.customer());
    }

    @Test
    void aReceiptWithoutAMarkedEndIsKept() {
        var receipts = new CardReceipts();
        receipts.add(new Message.PrintLine("Kundenbeleg", false));

        assertEquals(List.of("Kundenbeleg"), receipts.customer());
    }
}
