package de.buergerkiosk.scanner.simulated;

import picocli.CommandLine;

/** Runs the command in a process of its own, as the launcher does. */
final class SimScannerProcess {
    private SimScannerProcess() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SimScannerCommand()).execute(arguments));
    }
}
