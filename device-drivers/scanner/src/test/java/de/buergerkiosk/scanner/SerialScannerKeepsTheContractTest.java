package de.buergerkiosk.scanner;

import de.buergerkiosk.ports.scan.CodeScanner;
import de.buergerkiosk.ports.scan.CodeScannerContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Over real serial ports, as real as a kernel without metal makes them. */
class SerialScannerKeepsTheContractTest extends CodeScannerContract {
    private final SerialCable cable;
    private final Bench bench;

    SerialScannerKeepsTheContractTest(@TempDir Path directory) throws Exception {
        cable = SerialCable.plugged(directory);
        bench = Bench.overCable(cable.kiosk(), cable.scanner());
    }

    @BeforeEach
    void lineStands() throws Exception {
        Bench.until(bench.device()::hasHost);
    }

    @AfterEach
    void switchEverythingOff() {
        bench.close();
        cable.close();
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
    protected void unplug() {
        cable.pull();
    }

    @Override
    protected void plugIn() throws Exception {
        cable.plugAgain();
    }
}
