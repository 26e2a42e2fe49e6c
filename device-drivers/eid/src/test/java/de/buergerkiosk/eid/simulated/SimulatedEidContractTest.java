package de.buergerkiosk.eid.simulated;

import de.buergerkiosk.ports.eid.EidBench;
import de.buergerkiosk.ports.eid.EidClientContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SimulatedEidContractTest extends EidClientContract {
    private final Path folder;

    SimulatedEidContractTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Override
    protected EidBench newBench() {
        return new Desk(folder);
    }
}
