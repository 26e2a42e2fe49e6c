package de.buergerkiosk.forms;

import java.math.BigDecimal;
import java.util.List;

/**
 * One value of the data of a service.
 *
 * @param required within the object it belongs to
 * @param computed not asked: worked out (schema keyword readOnly)
 * @param personal true unless the schema says otherwise (x-personal)
 * @param maxLength in code points; 0 where nothing is typed
 * @param values what is allowed; empty when not enumerated
 */
record Field(
        String path,
        Type type,
        boolean required,
        boolean computed,
        boolean personal,
        int maxLength,
        BigDecimal min,
        BigDecimal max,
        List<String> values) {
    private static final BigDecimal STEPPER_SPAN = BigDecimal.valueOf(20);

    enum Type {
        TEXT,
        INTEGER,
        DECIMAL,
        TRUTH,
        DAY
    }

    Field {
        values = List.copyOf(values);
    }

    /** The control this field gets: small whole numbers are stepped, large ones typed. */
    Kind kind() {
        return switch (type) {
            case TEXT -> values.isEmpty() ? Kind.TEXT : Kind.CHOICE;
            case INTEGER -> isSmall() ? Kind.COUNT : Kind.NUMBER;
            case DECIMAL -> Kind.NUMBER;
            case TRUTH -> Kind.YES_NO;
            case DAY -> Kind.DATE;
        };
    }

    /** Few enough values to go through all of them. */
    boolean isSmall() {
        return type == Type.INTEGER && max.subtract(min).compareTo(STEPPER_SPAN) <= 0;
    }
}
