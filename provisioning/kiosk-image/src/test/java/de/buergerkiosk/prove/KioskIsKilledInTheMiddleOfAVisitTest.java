package de.buergerkiosk.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** The points where money and filing hang together; {@code ./kiosk prove crash} takes them all. */
class KioskIsKilledInTheMiddleOfAVisitTest {
    private static final String POINTS =
            "after journal (FILED|PAYING|PAID)|after payment (SENT|STATUS|ACKED)"
                    + "|while printing|before acknowledging";

    @TempDir private Path out;

    @Test
    void everyBookAgreesAfterEachKill() throws IOException {
        int code =
                new CommandLine(new ProveCrashCommand())
                        .execute("--only", POINTS, "--out", out.toString());

        var result = JsonMapper.shared().readTree(Files.readString(out.resolve("crash.json")));
        assertEquals(0, code, result::toString);
        assertTrue(result.path("kills").asInt() >= 8, result::toString);
        assertEquals(0, result.path("inconsistent").asInt(), result::toString);
        assertEquals(0, result.path("found").asInt(), result::toString);
    }
}
