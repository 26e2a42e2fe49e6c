package de.buergerkiosk.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.buergerkiosk.main.Running;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is understood at a glance, and what is left to the parser that explains itself. */
class PlainCommandLineTest {
    private static Optional<Running> plain(String line) {
        return KioskMain.plain(List.of(line.split(" ", -1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"run --config kiosk.yaml --headless", "run --headless --config kiosk.yaml"})
    void aKioskWithoutADisplay(String line) {
        assertEquals(Optional.of(new Running(Path.of("kiosk.yaml"), true)), plain(line));
    }

    @ParameterizedTest
    @ValueSource(strings = "run --config kiosk.yaml")
    void aKioskInService(String line) {
        assertEquals(Optional.of(new Running(Path.of("kiosk.yaml"), false)), plain(line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "run --help",
                "run --print-config",
                "run --config",
                "run --config --headless",
                "run --headless --config",
                "run --config=kiosk.yaml",
                "run --config ",
                "run --config a --config b",
                "run --config a --headless --headless",
                "run --config a --help",
                "run a --config",
                "centre --config a",
                "--config a run"
            })
    void everythingElseGoesToTheParser(String line) {
        assertEquals(Optional.empty(), plain(line));
    }
}
