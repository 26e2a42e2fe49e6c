package de.buergerkiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that somebody has read and found good, under {@code src/test/resources/goldens}. With {@code
 * -Dgoldens.update=true} they are written anew, and the run fails, so that nobody overlooks it.
 */
public final class Goldens {
    private static final Path FOLDER = Path.of("src", "test", "resources", "goldens");

    private Goldens() {}

    public static void assertGolden(String name, String actual) throws IOException {
        var file = FOLDER.resolve(name);
        if (Boolean.getBoolean("goldens.update")) {
            Files.createDirectories(FOLDER);
            var before = Files.exists(file) ? Files.readString(file) : "";
            if (!before.equals(actual)) {
                Files.writeString(file, actual);
                fail("goldens." + name + " was written anew: read it, then run without the update");
            }
        }
        assertEquals(Files.exists(file) ? Files.readString(file) : "", actual, name);
    }
}
