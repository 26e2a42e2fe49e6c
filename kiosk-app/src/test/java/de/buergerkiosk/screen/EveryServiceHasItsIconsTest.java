package de.buergerkiosk.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A name that no icon has shows a neutral square, which tells a citizen nothing. */
class EveryServiceHasItsIconsTest {
    private static final Path SERVICES =
            Path.of(System.getProperty("house.root", "..")).resolve("provisioning/services");
    private static final Pattern ICON = Pattern.compile("\"icon\"\\s*:\\s*\"([^\"]*)\"");

    @Test
    void everyIconThatAServiceNamesIsThere() throws IOException {
        var unknown = new TreeSet<String>();
        int named = 0;
        try (var files = Files.walk(SERVICES)) {
            for (var file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
                for (var icon : ICON.matcher(Files.readString(file)).results().toList()) {
                    named++;
                    if (!Icon.names().contains(icon.group(1))) {
                        unknown.add(SERVICES.relativize(file) + ": " + icon.group(1));
                    }
                }
            }
        }
        assertEquals(new TreeSet<String>(), unknown);
        assertTrue(named >= 10, "only " + named + " icons were named");
    }
}
