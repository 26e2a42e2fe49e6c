package de.buergerkiosk.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.contract.filing.PaymentRecord;
import de.buergerkiosk.main.Surroundings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A visit that did not happen, or not wholly, leaves a report that says so and invents nothing. */
class HouseDoesNotStandTest {
    private static final Path ROOT = Path.of(System.getProperty("house.root", "../.."));

    @TempDir private Path out;

    @Test
    void whatCannotBeStartedIsInTheReport() throws Exception {
        Files.writeString(out.resolve("logs"), "a file where the logs should be");
        var report = play("bulky-waste");

        assertFalse(report.everythingArrived());
        assertEquals(
                Set.of("service", "pages", "touches", "durationMillis", "trouble"),
                keys(written()));
        assertEquals("bulky-waste", written().path("service").asString());
        assertTrue(written().path("trouble").asString().contains("logs"), written()::toString);
    }

    @Test
    void aServiceThatIsNotThereIsInTheReport() throws Exception {
        play("no-such");
        assertTrue(written().path("trouble").asString().contains("no-such"), written()::toString);
    }

    @Test
    void whatIsMissingIsTroubleByItself() {
        var report =
                new Report(
                        "bulky-waste",
                        Optional.of("id"),
                        List.of(),
                        3,
                        Optional.of(new PaymentRecord.NothingDue()),
                        Optional.of("halted"),
                        Optional.of(new Report.Delivery("queued", false)),
                        Optional.of(new Report.Desk("http://localhost", 0)),
                        Optional.empty(),
                        1,
                        Optional.empty(),
                        Optional.empty());

        var trouble = report.json().path("trouble").asString();
        for (var part : List.of("halted", "queued", "desk", "heartbeat")) {
            assertTrue(trouble.contains(part), trouble);
        }
        assertFalse(trouble.contains("payment"), trouble);
    }

    private Report play(String service) throws Exception {
        return new OneVisit(ROOT, out, Surroundings.real(), _ -> {})
                .play(new OneVisit.Wish(service, "de"), (_, _) -> {});
    }

    private JsonNode written() throws Exception {
        return JsonMapper.shared().readTree(Files.readString(out.resolve("report.json")));
    }

    private static Set<String> keys(JsonNode document) {
        return new TreeSet<>(document.propertyNames());
    }
}
