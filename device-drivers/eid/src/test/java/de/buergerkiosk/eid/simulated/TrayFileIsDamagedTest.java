package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.eid.EidEvent.PinRequired;
import de.buergerkiosk.ports.eid.EidResult.Ended;
import de.buergerkiosk.ports.eid.ScriptedDialogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrayFileIsDamagedTest {
    private final Path file;
    private final Desk desk;

    TrayFileIsDamagedTest(@TempDir Path folder) {
        this.file = folder.resolve("tray.json");
        this.desk = new Desk(folder);
    }

    private String damage() {
        return assertInstanceOf(TrayLook.Unreadable.class, desk.tray.look()).observed();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{} {}",
                "{\"card\": \"a\", \"card\": \"b\"}",
                "{\"card\": 7}",
                "{\"drawer\": \"erika\"}",
                "{\"insertion\": -1}",
                "{\"insertion\": 1.5}",
                "{\"insertion\": 99999999999999999999}",
                "{\"straight\": \"yes\"}",
                "{\"triesLeft\": {\"erika\": 4}}",
                "{\"triesLeft\": [3]}"
            })
    void theReaderIsDownAndSaysWhy(String json) throws IOException, InterruptedException {
        Files.writeString(file, json);

        assertTrue(damage().contains("tray.json") || damage().contains("tries"), damage());
        assertInstanceOf(DeviceState.Down.class, desk.eid.state());
        desk.assertEnds(EidTrouble.READER_FAILED, ScriptedDialogue.typing());
    }

    @Test
    void aFileWithoutEndIsNotReadToItsEnd() throws IOException {
        Files.writeString(file, " ".repeat(TrayFile.BYTES_MAX + 1));

        assertTrue(damage().contains("longer than 65536 bytes"), damage());
    }

    @Test
    void putDoesNotPaperOverTheDamage() throws IOException, InterruptedException {
        Files.writeString(file, "{");

        assertInstanceOf(TrayLook.Unreadable.class, desk.tray.put("erika"));
        assertEquals("{", Files.readString(file));
    }

    @Test
    void noTryIsCountedAsRightWhenItCannotBeWritten() throws IOException, InterruptedException {
        desk.put("erika");
        var citizen =
                ScriptedDialogue.typing(Desk.PIN)
                        .at(PinRequired.class, TrayFileIsDamagedTest.this::breakTheFile);

        var ended = assertInstanceOf(Ended.class, desk.authenticate(citizen));
        assertEquals("EID-READER-FAILED", ended.fault().code());
    }

    private void breakTheFile() {
        try {
            Files.writeString(file, "{");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aFolderThatIsAFileIsNamed() throws IOException, InterruptedException {
        Files.writeString(file, "{}");
        var tray = new CardTray(file, Duration.ofMillis(10));

        String observed = assertInstanceOf(TrayLook.Unreadable.class, tray.put("erika")).observed();
        assertTrue(observed.contains("tray.json"), observed);
    }
}
