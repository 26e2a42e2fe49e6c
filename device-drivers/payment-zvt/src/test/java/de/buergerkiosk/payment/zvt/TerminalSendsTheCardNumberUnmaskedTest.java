package de.buergerkiosk.payment.zvt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.payment.zvt.simulated.TerminalFault;
import de.buergerkiosk.ports.payment.PaymentEntry;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class TerminalSendsTheCardNumberUnmaskedTest {
    private static final String CARD_NUMBER = "6725903100008074";
    private static final String TRACK_2_REST = "D30122015430";

    @Test
    void itReachesNeitherJournalNorTraceNorProof() throws Exception {
        try (Till till = Till.with(TerminalFault.UNMASKED_CARD)) {
            assertClean(till, till.pay());
        }
    }

    private static void assertClean(Till till, PaymentOutcome outcome) {
        var proof = assertInstanceOf(PaymentOutcome.Approved.class, outcome).proof();
        assertEquals("************8074", proof.maskedPan());
        String journal =
                till.journal.all().stream()
                        .map(PaymentEntry::detail)
                        .collect(Collectors.joining("\n"));
        String trace = String.join("\n", till.trace);
        String receipts = proof.customerReceipt() + "\n" + proof.merchantReceipt();
        String inText =
                HexFormat.of()
                        .withUpperCase()
                        .formatHex(CARD_NUMBER.getBytes(StandardCharsets.US_ASCII));
        for (String place : new String[] {journal, trace, receipts, outcome.toString()}) {
            assertFalse(place.contains(CARD_NUMBER));
            assertFalse(place.contains(CARD_NUMBER.substring(0, 12)));
            assertFalse(place.contains(inText));
            assertFalse(place.contains(TRACK_2_REST));
        }
        assertTrue(receipts.contains("************8074"), receipts);
        assertFalse(trace.contains("123456"), "the password is black as well");
    }
}
