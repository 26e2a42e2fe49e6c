package de.buergerkiosk.contract.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CodeIsMistypedTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private final SplittableRandom chance = new SplittableRandom(11);

    @Test
    void oneWrongSymbolAlwaysShows() {
        for (int n = 0; n < 200; n++) {
            var right = AppointmentCode.next(chance).symbols();
            for (int at = 0; at < right.length(); at++) {
                for (int other = 0; other < ALPHABET.length(); other++) {
                    var wrong =
                            right.substring(0, at)
                                    + ALPHABET.charAt(other)
                                    + right.substring(at + 1);
                    assertEquals(
                            wrong.equals(right), AppointmentCode.parse(wrong).isPresent(), wrong);
                }
            }
        }
    }

    @Test
    void twoSwappedSymbolsAlwaysShow() {
        for (int n = 0; n < 500; n++) {
            var right = AppointmentCode.next(chance).symbols();
            for (int i = 0; i < right.length(); i++) {
                for (int j = i + 1; j < right.length(); j++) {
                    var swapped = new StringBuilder(right);
                    swapped.setCharAt(i, right.charAt(j));
                    swapped.setCharAt(j, right.charAt(i));
                    assertEquals(
                            right.charAt(i) == right.charAt(j),
                            AppointmentCode.parse(swapped.toString()).isPresent(),
                            right + " " + swapped);
                }
            }
        }
    }

    @Test
    void howItIsWrittenDoesNotMatter() {
        for (int n = 0; n < 200; n++) {
            var code = AppointmentCode.next(chance);
            var printed = code.printed();
            assertEquals(14, printed.length());
            assertEquals(Optional.of(code), AppointmentCode.parse(printed));
            assertEquals(
                    Optional.of(code),
                    AppointmentCode.parse(" " + printed.toLowerCase(Locale.ROOT) + "\n"));
            assertEquals(
                    Optional.of(code),
                    AppointmentCode.parse(printed.replace('0', 'O').replace('1', 'l')));
        }
    }

    @Test
    void whatCannotBeACodeIsNone() {
        for (var typed :
                new String[] {"", "-", "UUUU-UUUU-UUUU", "0000-0000-000", "Ω", "7".repeat(99)}) {
            assertEquals(Optional.empty(), AppointmentCode.parse(typed), typed);
        }
    }

    @Test
    void codesAreManyAndStayOutOfLogs() {
        var seen = new HashSet<String>();
        for (int n = 0; n < 20_000; n++) {
            var code = AppointmentCode.next(chance);
            assertTrue(seen.add(code.symbols()));
            assertFalse(code.toString().contains(code.symbols().substring(0, 4)));
        }
    }
}
