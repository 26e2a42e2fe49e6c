package de.buergerkiosk.payment.zvt.decode;

import de.buergerkiosk.payment.zvt.wire.KnownCommand;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * One APDU, read and without card data. {@code docs/wire-zvt.md} lists all keys.
 *
 * @param fields in the order of the APDU; only those that it has
 * @param unknown what could not be read
 * @param redacted tags of bitmaps and TLV objects whose values are blackened
 */
public record Decoded(
        KnownCommand command,
        Map<String, Value> fields,
        List<UnknownObject> unknown,
        List<String> redacted) {

    /**
     * An object whose tag or value means nothing.
     *
     * @param tag upper-case hex
     * @param hex its value; behind an unknown bitmap everything to the end of the APDU
     * @param offset where its tag stands, in bytes from the start of the input
     */
    public record UnknownObject(String tag, String hex, int offset) {}

    /** Such as {@code 04 0F}. */
    public String commandHex() {
        int code = command.code();
        var hex = HexFormat.of().withUpperCase();
        return hex.toHexDigits((byte) (code >> 8)) + " " + hex.toHexDigits((byte) code);
    }
}
