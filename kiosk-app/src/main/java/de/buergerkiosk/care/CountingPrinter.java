package de.buergerkiosk.care;

import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.print.PrintOutcome;
import de.buergerkiosk.ports.print.Receipt;
import de.buergerkiosk.ports.print.ReceiptPrinter;

/** A printer whose papers are counted. */
public final class CountingPrinter implements ReceiptPrinter {
    private final ReceiptPrinter printer;
    private final Counters counters;

    public CountingPrinter(ReceiptPrinter printer, Counters counters) {
        this.printer = printer;
        this.counters = counters;
    }

    @Override
    public PrintOutcome print(Receipt receipt) throws InterruptedException {
        var outcome = printer.print(receipt);
        switch (outcome) {
            case PrintOutcome.Printed() -> counters.printed();
            case PrintOutcome.Halted _, PrintOutcome.Unknown _ -> counters.notPrinted();
        }
        return outcome;
    }

    @Override
    public DeviceState state() throws InterruptedException {
        return printer.state();
    }

    @Override
    public void close() {
        printer.close();
    }
}
