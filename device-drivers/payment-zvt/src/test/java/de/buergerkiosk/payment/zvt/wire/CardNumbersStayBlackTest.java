package de.buergerkiosk.payment.zvt.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumbersStayBlackTest {
    private static String redacted(int command, String data) {
        return Redaction.hex(new Apdu(command, Octets.fromHex(data)));
    }

    @ParameterizedTest
    @CsvSource({
        "22 F0 F8 67 25 90 31 00 00 80 74, 22F0F8EEEEEEEEEEEE8074",
        "22 F1 F0 67 25 90 31 00 00 80 74 12 3F, 22F1F0EEEEEEEEEEEEEEE4123F",
        "23 F0 F3 67 25 90, 23F0F3EEEEEE",
        "24 F0 F0 F2 67 25, 24F0F0F2EEEE",
        "2D F0 F2 42 36, 2DF0F2EEEE",
        "3A 12 3F, 3AEEEE",
        "D1 F0 F2 12 34, D1F0F2EEEE",
        "06 05 1F 08 02 67 25, 06051F0802EEEE",
        "06 07 60 05 57 03 67 25 90, 060760055703EEEEEE",
        "06 06 2F 04 5A 02 67 25, 06062F045A02EEEE"
    })
    void inTheResultOfAPayment(String data, String expected) {
        assertEquals(
                "040F%02X".formatted(expected.length() / 2) + expected, redacted(0x040F, data));
    }

    @Test
    void amountsThatLookLikeTextAreLeftAlone() {
        String amounts = "2700043132333435360B3132330C3132330D31323731323387313288313233";
        assertEquals(
                "040F%02X".formatted(amounts.length() / 2) + amounts, redacted(0x040F, amounts));
    }

    @Test
    void behindAnUnknownBitmapEverythingIsBlack() {
        assertEquals("040F082700EEEEEEEEEEEE", redacted(0x040F, "27 00 E9 22 F0 F2 67 25"));
    }

    @Test
    void whatCannotBeReadIsBlack() {
        assertEquals("040F05EEEEEEEEEE", redacted(0x040F, "22 F0 F8 67 25"));
        assertEquals("0F0102EEEE", redacted(0x0F01, "67 25"));
    }

    @Test
    void passwordsAreBlack() {
        assertEquals("062005EEEEEE0303", redacted(0x0620, "12 34 56 03 03"));
        assertFalse(redacted(0x0600, "12 34 56 BE 09 78 03 01").contains("123456"));
    }

    @Test
    void whatMayBeSeenIsSeen() {
        assertEquals(
                "060F0A1900292800486949 0978".replace(" ", ""),
                redacted(0x060F, "19 00 29 28 00 48 69 49 09 78"));
        assertEquals("060F01CC", redacted(0x060F, "CC"));
        assertEquals("04FF020A03", redacted(0x04FF, "0A 03"));
        assertEquals("84B700", redacted(0x84B7, ""));
    }

    @Test
    void alsoInTheDigitsOfAnotherWorld() {
        String ebcdic = "F4F1F1F1F1F1F1F1F1F1F1F1F1F1F1F1";
        assertEquals(
                "06D314061207" + "10" + "EE".repeat(12) + "F1F1F1F1",
                redacted(0x06D3, "06 12 07 10 " + ebcdic));
        String wide = "EFBC94" + "EFBC91".repeat(15);
        assertEquals(
                "06D33406320730" + "EE".repeat(36) + "EFBC91".repeat(4),
                redacted(0x06D3, "06 32 07 30 " + wide));
    }

    @Test
    void alsoInTheDigitsOfAnotherScript() {
        assertEquals("Nr. ************８０７４", CardText.masked("Nr. ６７２５９０３１００００８０７４"));
        assertEquals("Nr. **** **** **** ٨٠٧٤", CardText.masked("Nr. ٦٧٢٥ ٩٠٣١ ٠٠٠٠ ٨٠٧٤"));
    }

    @Test
    void aRowOfSignsThatIsNoCardNumberStays() {
        String line = "F0".repeat(16);
        assertEquals("06D31406120710" + line, redacted(0x06D3, "06 12 07 10 " + line));
    }

    @ParameterizedTest
    @CsvSource({
        "Nr. 6725903100008074, Nr. ************8074",
        "Nr. 6725 9031 0000 8074, Nr. **** **** **** 8074",
        "Nr. 6725-9031-0000-807, Nr. ****-****-***0-807",
        "Nr. 6725.9031.0000.8074, Nr. ****.****.****.8074",
        "Nr. 6725/9031/0000/8074, Nr. ****/****/****/8074",
        "Nr. 6725  9031  0000  8074, Nr. ****  ****  ****  8074",
        "Nr. 3782 822463 10005, Nr. **** ****** *0005",
        "Nr. 6 7 2 5 9 0 3 1 0 0 0 0 8 0 7 4, Nr. * * * * * * * * * * * * 8 0 7 4",
        "30.11.2026 10:15:00 1234, 30.11.2026 10:15:00 1234",
        "1.234.567 EUR 12.345.678, 1.234.567 EUR 12.345.678",
        "BNr. 0007 TA-Nr. 000012, BNr. 0007 TA-Nr. 000012",
        "28004869 804011926, 28004869 804011926"
    })
    void inTheTextOfAReceipt(String text, String expected) {
        assertEquals(expected, CardText.masked(text));
        String hex = redacted(0x06D1, "00" + Octets.ofText(text, StandardCharsets.US_ASCII).hex());
        String inHex = Octets.ofText(expected, StandardCharsets.US_ASCII).hex();
        assertEquals(inHex, hex.substring(hex.length() - inHex.length()));
    }

    /** 5413330089601109 passes the check of card numbers, 5413330089601108 does not. */
    @ParameterizedTest
    @CsvSource({
        "3C F0 F0 F8 54 13 33 00 89 60 11 09, 3CF0F0F8EEEEEEEEEEEE1109",
        "3C F0 F0 F8 54 13 33 00 89 60 11 08, 3CF0F0F85413330089601108",
        "4C F0 F9 00 54 13 33 00 89 60 11 09, 4CF0F900EEEEEEEEEEEE1109",
        "06 0A 41 08 54 13 33 00 89 60 11 09, 060A4108EEEEEEEEEEEE1109",
        "06 0B 1F 1F 08 54 13 33 00 89 60 11 09, 060B1F1F08EEEEEEEEEEEE1109",
        "06 0A 1F 1F 07 20 26 11 30 10 15 00, 060A1F1F0720261130101500",
        "06 0B 43 09 A0 00 00 00 04 30 60 00 00, 060B4309A00000000430600000"
    })
    void packedWhereSomethingElseBelongs(String data, String expected) {
        assertEquals(
                "040F%02X".formatted(expected.length() / 2) + expected, redacted(0x040F, data));
    }

    @Test
    void inTheDataOfARefusal() {
        assertEquals("841E08EEEEEEEEEEEE1109", redacted(0x841E, "54 13 33 00 89 60 11 09"));
        assertEquals("841E017D", redacted(0x841E, "7D"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x040F, 0x04FF, 0x060F, 0x061E, 0x06D1, 0x06D3, 0x0600, 0x0620, 0x0501})
    void redactionNeverFailsAndKeepsTheLength(int command) {
        var chance = new java.util.Random(command);
        for (int i = 0; i < 2_000; i++) {
            byte[] data = new byte[chance.nextInt(40)];
            chance.nextBytes(data);
            var apdu = new Apdu(command, Octets.copyOf(data));

            assertEquals(data.length, Redaction.redacted(apdu).data().length());
        }
    }
}
