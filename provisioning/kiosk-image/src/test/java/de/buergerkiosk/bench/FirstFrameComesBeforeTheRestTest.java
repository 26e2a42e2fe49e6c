package de.buergerkiosk.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.launch.KioskMain;
import de.buergerkiosk.main.Surroundings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a kiosk loads before its first frame is what the frame needs. One constant in the wrong class
 * brings the log with its XML, the parser of command lines, a mapper of documents or a database before
 * it.
 */
@Timeout(300)
class FirstFrameComesBeforeTheRestTest {
    private static final Pattern LATER =
            Pattern.compile(
                    "\\] ((?:ch\\.qos\\.logback|picocli|org\\.sqlite|org\\.flywaydb|org\\.camunda"
                        + "|scala|tools\\.jackson\\.databind|com\\.nimbusds|org\\.bouncycastle|org\\.springframework)"
                        + "\\.[\\w.]+)");

    @TempDir private Path folder;

    @Test
    void neitherLogNorParserNorMapperNorDatabaseIsLoadedBeforeIt() throws Exception {
        var config = BenchHouse.furnish(folder, Surroundings.real());
        var kiosk = start(config);
        try (var says = kiosk.errorReader(StandardCharsets.UTF_8)) {
            var tooEarly = new TreeSet<String>();
            int classes = 0;
            var line = says.readLine();
            // Java writes a line of its log in pieces, and the kiosk's word may come between two.
            for (; line != null && !line.contains("first frame"); line = says.readLine()) {
                classes++;
                var found = LATER.matcher(line);
                if (found.find()) {
                    tooEarly.add(found.group(1));
                }
            }
            assertTrue(line != null, "ended before its first frame");
            assertTrue(classes > 1000, "only " + classes + " lines");
            assertEquals(List.of(), tooEarly.stream().limit(5).toList());
        } finally {
            kiosk.destroyForcibly();
            assertTrue(kiosk.waitFor(60, TimeUnit.SECONDS));
        }
    }

    private static Process start(Path config) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-Djava.awt.headless=true",
                        "-Xlog:disable",
                        "-Xlog:class+load:stderr",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KioskMain.class.getName(),
                        "run",
                        "--headless",
                        "--config",
                        config.toString()));
        return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }
}
