package de.buergerkiosk.bench;

import java.util.Optional;

/** The limit on {@code --runs}. */
final class Runs {
    private Runs() {}

    /** What is wrong with the number, if anything. */
    static Optional<String> wrong(int runs, int max) {
        return runs >= 1 && runs <= max
                ? Optional.empty()
                : Optional.of("--runs: " + runs + " is not possible; use 1 to " + max);
    }
}
