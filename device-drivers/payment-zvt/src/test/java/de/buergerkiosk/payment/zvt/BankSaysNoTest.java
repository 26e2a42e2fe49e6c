package de.buergerkiosk.payment.zvt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import de.buergerkiosk.ports.payment.PaymentOutcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same code means one thing in the result of a payment and another in the terminal's state. */
class BankSaysNoTest {
    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x05, 0x33, 0x51, 0x62, 0x63})
    void theBanksCodesAreADeclineAndNeverTheTerminalsFault(int code) {
        var declined = assertInstanceOf(PaymentOutcome.Declined.class, Outcomes.notPaid(code));

        assertEquals(code, declined.resultCode());
    }

    @ParameterizedTest
    @CsvSource({"0xF5, PAY-START-UP", "0x6B, PAY-START-UP", "0x9B, PAY-NO-BANK"})
    void theTerminalsOwnCodesAreItsFault(int code, String fault) {
        var failed = assertInstanceOf(PaymentOutcome.Failed.class, Outcomes.notPaid(code));

        assertEquals(fault, failed.fault().code());
    }

    @ParameterizedTest
    @CsvSource({"0x51, PAY-START-UP", "0x62, PAY-MAINTENANCE", "0x9C, PAY-BUSY"})
    void inTheAnswerToAnEnquiryTheyAreStatesOfTheTerminal(int code, String fault) {
        assertEquals(fault, PaymentFaults.ofResult(code).code());
    }
}
