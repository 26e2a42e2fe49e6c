package de.buergerkiosk.scanner;

import de.buergerkiosk.ports.scan.CodeScanner;
import de.buergerkiosk.ports.scan.CodeScannerContract;
import org.junit.jupiter.api.AfterEach;

class TcpScannerKeepsTheContractTest extends CodeScannerContract {
    private final Bench bench;

    TcpScannerKeepsTheContractTest() throws Exception {
        bench = Bench.overTcp();
    }

    @AfterEach
    void switchEverythingOff() {
        bench.close();
    }

    @Override
    protected CodeScanner scanner() {
        return bench.driver();
    }

    @Override
    protected void show(String text) throws Exception {
        bench.show(text);
    }

    @Override
    protected void untilAllIsMet() throws Exception {
        bench.untilAllIsMet();
    }

    @Override
    protected void waitUntilACodeCountsAgain() {
        bench.letAnHourPass();
    }

    @Override
    protected void unplug() throws Exception {
        bench.device().unplug();
    }

    @Override
    protected void plugIn() throws Exception {
        bench.device().plugIn();
    }
}
