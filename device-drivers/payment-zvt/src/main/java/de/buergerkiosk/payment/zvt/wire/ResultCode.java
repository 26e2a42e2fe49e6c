package de.buergerkiosk.payment.zvt.wire;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * A result or error code in words (PA00P015 chapter 10). The words are data: {@code
 * result-codes.tsv}, one code a line: hex, German, English.
 *
 * @param code 0 to 255
 */
public record ResultCode(int code, String german, String english) {
    private static final Map<Integer, ResultCode> TABLE = load();

    public static ResultCode of(int code) {
        ResultCode known = TABLE.get(code);
        if (known != null) {
            return known;
        }
        return code >= 0x01 && code <= 0x63
                ? new ResultCode(
                        code,
                        "Ablehnung durch Bank oder Netzbetreiber (%02X)".formatted(code),
                        "refused by bank or network operator (%02X)".formatted(code))
                : new ResultCode(
                        code,
                        "Unbekannter Ergebniscode %02X".formatted(code),
                        "unknown result code %02X".formatted(code));
    }

    private static Map<Integer, ResultCode> load() {
        return Table.rows("result-codes.tsv").stream()
                .map(row -> new ResultCode(Integer.parseInt(row[0], 16), row[1], row[2]))
                .collect(Collectors.toUnmodifiableMap(ResultCode::code, code -> code));
    }
}
