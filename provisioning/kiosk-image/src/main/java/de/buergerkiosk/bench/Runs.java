package de.buergerkiosk.bench;

import picocli.CommandLine;

/** The limit on {@code --runs}. */
final class Runs {
    private Runs() {}

    static void check(CommandLine.Model.CommandSpec spec, int runs, int max) {
        if (runs < 1 || runs > max) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--runs: " + runs + " is not possible; use 1 to " + max);
        }
    }
}
