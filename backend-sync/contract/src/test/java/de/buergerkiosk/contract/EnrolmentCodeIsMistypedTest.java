package de.buergerkiosk.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.contract.fleet.EnrolmentCode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EnrolmentCodeIsMistypedTest {
    private static final byte[] AUTHORITY = "city".getBytes(StandardCharsets.UTF_8);
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final EnrolmentCode code = EnrolmentCode.next(new SplittableRandom(3), AUTHORITY);

    /** But for the first and the last symbol: 32 places share 31 weights. */
    @Test
    void everyWrongSymbolAndEverySwapShows() {
        var right = code.symbols();
        for (int i = 0; i < right.length(); i++) {
            for (int k = 0; k < ALPHABET.length(); k++) {
                char other = ALPHABET.charAt(k);
                if (other != right.charAt(i)) {
                    var slip = right.substring(0, i) + other + right.substring(i + 1);
                    assertEquals(Optional.empty(), EnrolmentCode.parse(slip), slip);
                }
            }
            for (int j = i == right.length() - 1 ? 1 : 0; j < i; j++) {
                var swapped = new StringBuilder(right);
                swapped.setCharAt(i, right.charAt(j));
                swapped.setCharAt(j, right.charAt(i));
                assertEquals(
                        right.charAt(i) == right.charAt(j),
                        EnrolmentCode.parse(swapped.toString()).isPresent());
            }
        }
    }

    @Test
    void wayOfWritingDoesNotMatter() {
        var typed = code.printed().toLowerCase(Locale.ROOT).replace('0', 'o').replace('1', 'l');
        assertEquals(Optional.of(code), EnrolmentCode.parse(" " + typed.replace("-", " - ")));
        assertEquals(39, code.printed().length());
    }

    @Test
    void codeNamesItsCentreAndNoOther() {
        assertTrue(code.pins(AUTHORITY));
        assertFalse(code.pins("town".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whatIsNoCodeIsNone() {
        for (var text :
                new String[] {"", "A", "7K3M-P0QX-4WZD", "U".repeat(32), "0".repeat(10_000)}) {
            assertEquals(Optional.empty(), EnrolmentCode.parse(text));
        }
        assertEquals("[code]", code.toString());
    }
}
