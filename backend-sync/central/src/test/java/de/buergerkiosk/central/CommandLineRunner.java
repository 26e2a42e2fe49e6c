package de.buergerkiosk.central;

import de.buergerkiosk.central.main.CentreCommand;
import picocli.CommandLine;

/** The command in a process of its own, as the launcher runs it. */
final class CommandLineRunner {
    private CommandLineRunner() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new CentreCommand()).execute(arguments));
    }
}
