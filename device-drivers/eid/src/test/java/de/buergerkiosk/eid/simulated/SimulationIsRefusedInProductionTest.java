package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.eid.Environment;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationIsRefusedInProductionTest {
    @Test
    void itIsNotBuiltAndTheMessageNamesTheCure(@TempDir Path folder) {
        var refused =
                assertThrows(
                        IllegalStateException.class,
                        () -> new Desk(folder, Environment.PRODUCTION));

        String message = String.valueOf(refused.getMessage());
        assertTrue(message.contains("identifies nobody"), message);
        assertTrue(message.contains("set the environment to demo"), message);
    }

    @Test
    void theSettingsForDemosSayDemo() {
        assertEquals(Environment.DEMO, SimulationSettings.demo().environment());
    }

    @Test
    void itCallsItselfASimulation(@TempDir Path folder) {
        assertTrue(new Desk(folder).eid.isSimulation());
    }
}
