package de.buergerkiosk.ports;

import java.util.Objects;

/**
 * A value that tells something about a person. It cannot be printed by accident: {@code toString}
 * is always {@code [personal]}. Whoever needs the value has to say so by calling {@link #reveal()}.
 */
public final class Personal<T> {
    private final T value;

    private Personal(T value) {
        this.value = Objects.requireNonNull(value);
    }

    public static <T> Personal<T> of(T value) {
        return new Personal<>(value);
    }

    /** The value itself; never hand it to a log, a file outside the sealed outbox or the speaker. */
    public T reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Personal<?> that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "[personal]";
    }
}
