package de.buergerkiosk.printer.escpos.simulated;

import picocli.CommandLine;

/** Runs the command in a process of its own, as the launcher does. */
final class SimPrinterProcess {
    private SimPrinterProcess() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SimPrinterCommand()).execute(arguments));
    }
}
