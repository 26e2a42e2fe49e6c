package de.buergerkiosk.eid.ausweisapp;

import de.buergerkiosk.ports.eid.EidBench;
import de.buergerkiosk.ports.eid.EidClientContract;

/** The contract of the port, against the protocol with everything that level 3 tells. */
class AusweisAppContractTest extends EidClientContract {
    @Override
    protected EidBench newBench() {
        return Counter.patient();
    }
}
