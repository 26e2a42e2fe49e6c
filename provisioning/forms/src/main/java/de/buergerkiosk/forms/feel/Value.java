package de.buergerkiosk.forms.feel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** What a rule can know or say; never printed, because it may be personal. */
public sealed interface Value {
    /** Not answered, hidden, or not to be worked out. */
    record Nothing() implements Value {}

    record Text(String text) implements Value {
        @Override
        public String toString() {
            return "[personal]";
        }
    }

    record Quantity(BigDecimal number) implements Value {
        @Override
        public String toString() {
            return "[personal]";
        }
    }

    record Truth(boolean truth) implements Value {
        @Override
        public String toString() {
            return "[personal]";
        }
    }

    record Day(LocalDate day) implements Value {
        @Override
        public String toString() {
            return "[personal]";
        }
    }

    /** Absence. */
    static Value nothing() {
        return new Nothing();
    }

    /** True only if this says so: a rule without an answer to stand on does not hold. */
    default boolean isTrue() {
        return this instanceof Truth(var truth) && truth;
    }

    /** Whether this is {@link Nothing}. */
    default boolean isNothing() {
        return this instanceof Nothing;
    }

    /** The value as the FEEL engine takes it; FEEL's null for {@link Nothing}. */
    default Optional<Object> plain() {
        return switch (this) {
            case Nothing() -> Optional.empty();
            case Text(var text) -> Optional.of(text);
            case Quantity(var number) -> Optional.of(number);
            case Truth(var truth) -> Optional.of(truth);
            case Day(var day) -> Optional.of(day);
        };
    }
}
