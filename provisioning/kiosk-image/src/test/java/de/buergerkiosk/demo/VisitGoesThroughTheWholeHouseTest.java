package de.buergerkiosk.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demonstration as a newcomer starts it: real processes, real screen, real paper. */
class VisitGoesThroughTheWholeHouseTest {
    @TempDir private Path out;

    @Test
    void aParkingPermitIsPaidPrintedAndAtTheDesk() throws IOException {
        var report = demo("--service", "parking-permit");

        assertEquals("approved", report.path("payment").path("outcome").asString());
        assertEquals(18_000, report.path("payment").path("amountCents").asLong());
        assertEquals(9, report.path("touches").asInt());
        assertArrived(report);
        assertTrue(Files.readString(out.resolve("receipt.txt")).contains("180,00 €"));
        assertTrue(Files.size(out.resolve("permit.pdf")) > 5_000);
        for (var page : report.path("pages")) {
            assertTrue(Files.exists(out.resolve(page.path("picture").asString())));
        }
    }

    @Test
    void bulkyWasteInEnglishCostsNothing() throws IOException {
        var report = demo("--service", "bulky-waste", "--lang", "en", "--date", "2026-11-23");

        assertEquals("nothing-due", report.path("payment").path("outcome").asString());
        assertArrived(report);
    }

    @Test
    void anUnknownServiceIsWrongUse() {
        assertEquals(2, new CommandLine(new DemoCommand()).execute("--service", "no-such"));
    }

    private JsonNode demo(String... arguments) throws IOException {
        var line = new CommandLine(new DemoCommand());
        var all = new java.util.ArrayList<>(java.util.List.of(arguments));
        all.addAll(java.util.List.of("--headless", "--out", out.toString()));
        int code = line.execute(all.toArray(String[]::new));
        var report = JsonMapper.shared().readTree(Files.readString(out.resolve("report.json")));
        assertEquals(0, code, report::toString);
        return report;
    }

    private static void assertArrived(JsonNode report) {
        assertEquals("printed", report.path("print").path("outcome").asString());
        assertEquals("acknowledged", report.path("delivery").path("state").asString());
        assertTrue(report.path("delivery").path("receiptVerified").asBoolean());
        assertEquals(1, report.path("desk").path("filings").asInt());
    }
}
