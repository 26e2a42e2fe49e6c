package de.buergerkiosk.screen;

import java.util.Optional;
import java.util.function.Supplier;

/** Something that is made when it is first needed: a cold start shows one page, not all. */
final class Later<T> implements Supplier<T> {
    private final Supplier<T> make;
    private Optional<T> made = Optional.empty();

    Later(Supplier<T> make) {
        this.make = make;
    }

    @Override
    public T get() {
        if (made.isEmpty()) {
            made = Optional.of(make.get());
        }
        return made.get();
    }

    /** What is there already. */
    Optional<T> ifMade() {
        return made;
    }
}
