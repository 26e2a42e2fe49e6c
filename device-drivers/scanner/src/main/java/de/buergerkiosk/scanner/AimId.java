package de.buergerkiosk.scanner;

import de.buergerkiosk.ports.scan.ScannedCode.Kind;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The three characters before a code that say what it was drawn as (ISO/IEC 15424): {@code ]}, a
 * letter for the symbology, a modifier.
 */
final class AimId {
    static final int LENGTH = 3;

    private static final Pattern FORM = Pattern.compile("][A-Za-z][0-9A-Za-z]");

    /** QR codes that say in which character set they are written: 2 and 5 of ISO/IEC 18004. */
    private static final Pattern WITH_CHARACTER_SET = Pattern.compile("]Q[256]");

    /** ISO 8859-1, UTF-8 and ASCII (AIM ECI): in all of them our characters are the same. */
    private static final Pattern HARMLESS_SET = Pattern.compile("^\\\\0000(03|26|27)");

    private AimId() {}

    static boolean isOne(String start) {
        return FORM.matcher(start).matches();
    }

    static Optional<Kind> kind(String aim) {
        return switch (aim.charAt(1)) {
            case 'Q' -> Optional.of(Kind.QR);
            case 'd' -> Optional.of(Kind.DATA_MATRIX);
            case 'z' -> Optional.of(Kind.AZTEC);
            case 'L' -> Optional.of(Kind.PDF417);
            case 'A', 'C', 'E', 'F', 'G', 'I', 'e' -> Optional.of(Kind.BARS);
            default -> Optional.empty();
        };
    }

    /** Without the name of a character set at the beginning, which many makers of codes put there. */
    static String text(String aim, String text) {
        return WITH_CHARACTER_SET.matcher(aim).matches()
                ? HARMLESS_SET.matcher(text).replaceFirst("")
                : text;
    }
}
