package de.buergerkiosk.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.contract.filing.Delivery;
import de.buergerkiosk.contract.filing.FilingContent;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryIsMalformedTest {
    private static final String GOOD = new String(Examples.delivery().canonicalJson(), UTF_8);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "v":1                      | "v":2                     | v
                    "v":1                      | "v":"1"                   | v
                    ,"v":1                     |                           | v
                    "kiosk":"kiosk-demo",      |                           | kiosk
                    "kiosk":"kiosk-demo"       | "kiosk":null              | kiosk
                    "kiosk":"kiosk-demo"       | "kiosk":"Kiosk Demo"      | kiosk
                    "sequence":42              | "sequence":0              | sequence
                    "sequence":42              | "sequence":4.2            | sequence
                    "sequence":42              | "sequence":99999999999999999999 | sequence
                    "service":"parking-permit" | "service":"../etc/passwd" | service
                    "service":"parking-permit" | "service":["a"]           | service
                    "serviceVersion":"1.0.0"   | "serviceVersion":""       | serviceVersion
                    "office":"traffic-office"  | "office":"-"              | office
                    2026-11-23T20:40:59.123Z   | yesterday                 | submittedAt
                    2026-11-23T20:40:59.123Z   | 1970-01-01T00:00:00Z      | submittedAt
                    "sealed":"aaaa.bbbb.cccc.dddd.eeee" | "sealed":"plain text" | sealed
                    019ab1d2-3c00-7abc         | 019AB1D2-3C00-7ABC        | id
                    "state":"paid"             | "state":"maybe"           | payment.state
                    "state":"paid"             | "state":"unclear"         | payment.bookedAt
                    "amountCents":18000        | "amountCents":-1          | payment.amountCents
                    "amountCents":18000        | "amountCents":1000000     | payment.amountCents
                    "receiptNumber":17         | "receiptNumber":17000000000 | payment.receiptNumber
                    "reference":"LU-2026-7"    | "reference":"x'; drop"    | payment.reference
                    {"id"                      | {"extra":1,"id"           | extra
                    {"id"                      | [{"id"                    | document
                    {"id"                      | {"v":1,"id"               | document
                    {"id"                      | { "id"                    | document
                    """)
    void theFieldIsNamed(String from, String to, String field) {
        // the parameters of a text block lose an empty second column to null
        var bad = replaced(from, to == null ? "" : to);
        var thrown =
                assertThrows(MalformedDocument.class, () -> Delivery.parse(bad.getBytes(UTF_8)));
        assertEquals(field, thrown.field(), thrown.getMessage());
        assertTrue(thrown.problem().length() > 8, thrown.problem());
    }

    private static String replaced(String from, String to) {
        var bad = GOOD.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to));
        assertTrue(!bad.equals(GOOD), "the example must contain " + from);
        return bad;
    }

    @Test
    void oversizedDeliveryIsRefusedBeforeItIsRead() {
        var huge = new byte[Delivery.BYTES_MAX + 1];
        var thrown = assertThrows(MalformedDocument.class, () -> Delivery.parse(huge));
        assertTrue(thrown.problem().contains("larger than"), thrown.getMessage());
    }

    @Test
    void deepNestingIsRefused() {
        var deep = "{\"v\":1,\"data\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";
        assertThrows(MalformedDocument.class, () -> FilingContent.parse(deep.getBytes(UTF_8)));
    }

    @Test
    void errorsNeverQuoteTheDocument() {
        var secret = "Geheim-4711";
        for (var bad :
                new String[] {
                    "{\"v\":1,\"service\":\"" + secret + "\"}",
                    "{\"" + secret + "\n",
                    "{\"v\":1," + secret,
                    GOOD.replace("girocard", secret.repeat(20)),
                }) {
            var thrown =
                    assertThrows(
                            MalformedDocument.class, () -> Delivery.parse(bad.getBytes(UTF_8)));
            assertTrue(!thrown.getMessage().contains(secret), thrown.getMessage());
        }
    }

    /** Flips and cuts bytes: either the same delivery again or a named refusal, nothing else. */
    @Test
    void noDamageGetsThroughOrEscapesAsAnotherException() {
        var chance = new SplittableRandom(20_261_123);
        var good = GOOD.getBytes(UTF_8);
        for (int round = 0; round < 20_000; round++) {
            var bad = good.clone();
            for (int flips = 1 + chance.nextInt(3); flips > 0; flips--) {
                bad[chance.nextInt(bad.length)] = (byte) chance.nextInt(256);
            }
            try {
                var read = Delivery.parse(bad);
                assertEquals(new String(bad, UTF_8), new String(read.canonicalJson(), UTF_8));
            } catch (MalformedDocument expected) {
                assertTrue(!expected.field().isEmpty());
            }
        }
    }
}
