package de.buergerkiosk.printer.escpos;

import de.buergerkiosk.ports.print.ReceiptPrinter;
import de.buergerkiosk.ports.print.ReceiptPrinterContract;
import de.buergerkiosk.printer.escpos.simulated.Touch;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class SimulatorKeepsTheContractTest extends ReceiptPrinterContract {
    private Bench bench;

    SimulatorKeepsTheContractTest() throws IOException {
        bench = Bench.with();
    }

    @BeforeEach
    void stateIsAskedOnce() throws InterruptedException {
        bench.driver().state();
    }

    @AfterEach
    void switchEverythingOff() {
        bench.close();
    }

    @Override
    protected ReceiptPrinter printer() {
        return bench.driver();
    }

    @Override
    protected void takePaperOut() {
        bench.device().touch(Touch.PAPER_OUT);
    }

    @Override
    protected void putPaperIn() {
        bench.device().touch(Touch.PAPER_IN);
    }

    @Override
    protected void switchOff() {
        bench.device().close();
    }

    @Override
    protected List<String> papers() {
        return bench.papers();
    }
}
