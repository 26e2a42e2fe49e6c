package de.buergerkiosk.main;

import de.buergerkiosk.main.WrongSettings.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** The text of a configuration file, or why there is none. */
final class SettingsText {
    private static final long BYTES_MAX = 100_000;

    private SettingsText() {}

    static String of(Path file) throws WrongSettings {
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw wrong(file, "is larger than " + BYTES_MAX + " bytes");
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw wrong(file, "does not exist");
        } catch (IOException e) {
            throw wrong(file, "cannot be read as UTF-8 text: " + e.getMessage());
        }
    }

    private static WrongSettings wrong(Path file, String problem) {
        return new WrongSettings(
                List.of(
                        new Finding(
                                "--config",
                                file.toString(),
                                problem,
                                "Make one with: ./kiosk run --print-config > kiosk.yaml")));
    }
}
