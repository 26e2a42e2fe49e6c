package de.buergerkiosk.payment.zvt.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusInformationTest {
    private static final Charset CP437 = Charset.forName("IBM437");

    /** Every kind of data object: fixed, counted with two and three digits, container. */
    private static final String FIELDS =
            "27 00 04 00 00 00 00 30 70 0B 00 00 12 0C 10 15 00 0D 11 23 0E 24 05 17 00 01 19 70"
                    + " 22 F0 F8 EE EE EE EE EE EE 80 74 29 28 00 48 69"
                    + " 2A 38 30 34 30 31 31 39 32 36 20 20 20 20 20 20 3B 36 31 31 38 30 34 00 00"
                    + " 3C F0 F0 F4 47 81 6E 2E 49 09 78 87 00 07 88 00 04 70 8A 2E"
                    + " 8B F0 F8 67 69 72 6F 63 61 72 64"
                    + " 06 0F 1F 10 01 00 60 09 43 05 A0 00 00 00 04 42 00";

    private static Message read(String header, String data) throws MalformedException {
        Octets body = Octets.fromHex(data);
        return Message.read(
                Apdu.read(Octets.join(Octets.fromHex(header), Octets.of(body.length()), body)),
                CP437);
    }

    private static Message.StatusInformation status(String data) throws MalformedException {
        return assertInstanceOf(Message.Status.class, read("04 0F", data)).status();
    }

    @Test
    void allFieldsAreRead() throws Exception {
        Message.StatusInformation status = status(FIELDS);

        assertEquals(0, status.resultCode());
        assertEquals(Optional.of(3_070L), status.amountCents());
        assertEquals(Optional.of(978), status.currency());
        assertEquals(Optional.of(12), status.traceNumber());
        assertEquals(Optional.of(7), status.receiptNumber());
        assertEquals(Optional.of("28004869"), status.terminalId());
        assertEquals(Optional.of("girocard"), status.cardName());
        assertEquals(Optional.of("************8074"), status.maskedPan());
        assertEquals(Optional.of(LocalTime.of(10, 15, 0)), status.time());
        assertEquals(Optional.of(MonthDay.of(11, 23)), status.date());
        assertEquals(Optional.of("Gün."), status.additionalText());
        assertFalse(status.isReversal());
    }

    @Test
    void anUnknownBitmapHidesWhatIsBehindItAndIsTold() throws Exception {
        Message.StatusInformation status = status("27 00 87 00 07 E9 01 04 00 00 00 00 30 70");

        assertFalse(status.wholly());
        assertEquals(Optional.of(7), status.receiptNumber());
        assertEquals(Optional.empty(), status.amountCents());
    }

    @Test
    void anAmountThatIsNotDecimalIsNoAmount() throws Exception {
        assertEquals(Optional.empty(), status("27 00 04 00 00 00 00 3A 70").amountCents());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "04 00 00 00 00 30 70",
                "27 00 04 00 00 00 00",
                "27 00 8B F0 F9 41",
                "27 00 8B 30 31 41",
                "27 00 06 05 1F 10",
                "27 00 06 03 1F 90 90",
                "27 00 06 83 01 00 00"
            })
    void whatIsCutOffOrCrookedIsMalformed(String data) {
        assertThrows(MalformedException.class, () -> status(data));
    }

    @Test
    void deepNestingIsRefused() {
        String nested = "24 16 24 14 24 12 24 10 24 0E 24 0C 24 0A 24 08 24 06 24 04 24 02 24 00";
        assertThrows(MalformedException.class, () -> status("27 00 06 18 " + nested));
    }

    @Test
    void theIntermediateStatusComesWithAndWithoutItsTimeout() throws Exception {
        var plain = assertInstanceOf(Message.IntermediateStatus.class, read("04 FF", "0A"));
        var timed = assertInstanceOf(Message.IntermediateStatus.class, read("04 FF", "0A 03"));
        var texts =
                assertInstanceOf(
                        Message.IntermediateStatus.class,
                        read("04 FF", "0A 06 06 24 04 07 02 48 69"));
        var both =
                assertInstanceOf(
                        Message.IntermediateStatus.class,
                        read("04 FF", "0A 06 06 06 24 04 07 02 48 69"));

        assertEquals(Optional.empty(), plain.patience());
        assertEquals(Optional.of(Duration.ofMinutes(3)), timed.patience());
        assertEquals(Optional.empty(), texts.patience());
        assertEquals(List.of("Hi"), texts.texts());
        assertEquals(Optional.of(Duration.ofMinutes(6)), both.patience());
        assertEquals(List.of("Hi"), both.texts());
    }

    @ParameterizedTest
    @CsvSource({
        "00, 0",
        "9C, 156",
        "F0, 240",
        "F0 F0 F3 31 2E 32 CC, 204",
        "DC 06 03 1F 10 00, 220"
    })
    void theAnswerToAnEnquiryIsFoundBehindTheSoftwareVersion(String data, int status)
            throws Exception {
        var completion = assertInstanceOf(Message.Completion.class, read("06 0F", data));
        assertEquals(OptionalInt.of(status), completion.terminalStatus());
    }

    @Test
    void receiptsAreReadInTheirCharacterSet() throws Exception {
        var utf8 =
                assertInstanceOf(
                        Message.TextBlock.class,
                        read(
                                "06 D3",
                                "06 12 1F 07 01 01 14 01 FE 25 09 09 01 00 07 04 42 C3 A4 72"));
        assertEquals(Message.Audience.MERCHANT, utf8.audience());
        assertEquals(List.of("Bär"), utf8.lines());
        assertEquals(
                new Message.TextBlock(Message.Audience.CUSTOMER, List.of("A")),
                read("06 D3", "06 09 1F 07 01 02 25 03 07 01 41"));

        var line = assertInstanceOf(Message.PrintLine.class, read("06 D1", "81 53 84 74 7A 65"));
        assertEquals(new Message.PrintLine("Sätze", true), line);
        assertFalse(
                assertInstanceOf(Message.PrintLine.class, read("06 D1", "80 41")).endsReceipt());
    }

    @Test
    void numbersThatDoNotFitAreNeverCut() {
        assertEquals("000000999999", Bcd.encode(999_999, 6).hex());
        assertThrows(IllegalArgumentException.class, () -> Bcd.encode(10_000, 2));
        assertThrows(IllegalArgumentException.class, () -> Bcd.encode(-1, 2));
    }

    @Test
    void theCommandsAreTheBytesOfTheSpecification() {
        assertEquals(
                "060022123456BE09780301061812012A1401FE1A020FA026040A0206D327061401FE1401FF",
                Command.registration("123456", 0xBE, 0x01).encoded().hex());
        assertEquals(
                "06010A04000000018000490978",
                Command.authorisation(18_000, Mirror.NONE).encoded().hex());
        assertEquals("0620051234560303", Command.lastTransaction("123456").encoded().hex());
        assertEquals("06B000", Command.abort().encoded().hex());
        assertEquals("050100", Command.statusEnquiry().encoded().hex());
        assertEquals("84B700", Command.refusal(0xB7).encoded().hex());
    }

    @Test
    void resultCodesHaveWordsInBothLanguages() {
        assertEquals("Karte verfallen", ResultCode.of(0x78).german());
        assertEquals("printer not ready", ResultCode.of(0xCC).english());
        assertEquals("refused by bank or network operator (33)", ResultCode.of(0x33).english());
        assertEquals("unknown result code 6D", ResultCode.of(0x6D).english());
        assertEquals("[2 bytes]", Octets.ofText("12", StandardCharsets.US_ASCII).toString());
    }
}
