package de.buergerkiosk.payment.zvt.decode;

import java.util.List;
import java.util.Map;

/** The value of one field, as JSON knows it. */
public sealed interface Value {
    /** Counts, codes and amounts. */
    record Numeral(long number) implements Value {}

    /** Words, identifiers, and bytes as upper-case hex. */
    record Text(String text) implements Value {}

    /** In the order of the APDU. */
    record Several(List<Value> values) implements Value {
        public Several {
            values = List.copyOf(values);
        }
    }

    /**
     * Fields in fields.
     *
     * @param values in the order of the APDU; not changed after this record is made
     */
    record Group(Map<String, Value> values) implements Value {}
}
