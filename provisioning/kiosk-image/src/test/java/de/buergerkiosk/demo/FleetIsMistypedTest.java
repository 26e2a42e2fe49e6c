package de.buergerkiosk.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class FleetIsMistypedTest {
    @ParameterizedTest
    @ValueSource(strings = {"-1", "1001", "many", "3.5", "10000", "0x10"})
    void itIsRefusedWithTheCureBeforeAnythingStarts(String fleet) {
        var told = new StringWriter();
        var command = new CommandLine(new DemoCommand()).setErr(new PrintWriter(told, true));
        assertEquals(2, command.execute("--headless", "--fleet=" + fleet));
        assertTrue(told.toString().contains("--fleet: " + fleet), told.toString());
        assertTrue(told.toString().contains("use 0 to 1000"), told.toString());
    }
}
