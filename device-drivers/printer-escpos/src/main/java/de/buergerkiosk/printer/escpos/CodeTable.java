package de.buergerkiosk.printer.escpos;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * One character table of a printer: the number that {@code ESC t} selects it by, and its letters.
 * The printable bytes are decoded one by one, so a letter is in the table only if the printer has a
 * glyph for it; nothing is ever replaced.
 */
final class CodeTable {
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int DELETE = 0x7F;

    private final int number;
    private final Charset charset;
    private final Map<Character, Integer> byteOf = new HashMap<>();

    /**
     * @param number operand of {@code ESC t}, 0 to 255
     * @param charset the same table as a single-byte character set of the JDK
     */
    CodeTable(int number, Charset charset) {
        if (number < 0 || number > 255) {
            throw new IllegalArgumentException("not a table number: " + number);
        }
        this.number = number;
        this.charset = charset;
        for (int value = FIRST_PRINTABLE; value <= 0xFF; value++) {
            if (value != DELETE) {
                learn(value);
            }
        }
    }

    private void learn(int value) {
        try {
            var decoded =
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(new byte[] {(byte) value}));
            if (decoded.length() == 1 && !Character.isISOControl(decoded.charAt(0))) {
                byteOf.putIfAbsent(decoded.charAt(0), value);
            }
        } catch (CharacterCodingException e) {
            // a hole in the table: no letter has this byte
        }
    }

    int number() {
        return number;
    }

    Charset charset() {
        return charset;
    }

    /** The byte that prints this letter; empty when the table has no such letter. */
    OptionalInt byteOf(char letter) {
        Integer value = byteOf.get(letter);
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    @Override
    public String toString() {
        return number + "=" + charset.name();
    }
}
