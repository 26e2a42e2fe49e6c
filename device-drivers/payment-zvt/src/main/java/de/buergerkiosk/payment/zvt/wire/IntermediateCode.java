package de.buergerkiosk.payment.zvt.wire;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a terminal says it is doing (04 FF, PA00P015 table "intermediate status"). The words are
 * data: {@code intermediate-status.tsv}. They are for merchants and technicians, not for citizens.
 *
 * @param code 0 to 255
 */
public record IntermediateCode(int code, String german, String english) {
    private static final Map<Integer, IntermediateCode> TABLE =
            Table.rows("intermediate-status.tsv").stream()
                    .map(row -> new IntermediateCode(Integer.parseInt(row[0], 16), row[1], row[2]))
                    .collect(Collectors.toUnmodifiableMap(IntermediateCode::code, code -> code));

    public static IntermediateCode of(int code) {
        IntermediateCode known = TABLE.get(code);
        return known != null
                ? known
                : new IntermediateCode(
                        code,
                        "Unbekannter Zwischenstatus %02X".formatted(code),
                        "unknown intermediate status %02X".formatted(code));
    }
}
