package de.buergerkiosk.journey;

import static de.buergerkiosk.journey.Goldens.assertGolden;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import de.buergerkiosk.page.simulated.ScriptedCitizen.Errand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Whole visits, as everybody concerned sees them: citizen, paper, office, and whoever reads logs. */
class VisitLooksAsAgreedTest {
    private static final String NAME = "Mustermann";
    private static final Map<String, Map<String, String>> ANSWERS =
            Map.of(
                    "parking-permit",
                    Map.of("vehicle.plate", "LU-AB 123"),
                    "bulky-waste",
                    Map.of(
                            "items.sofa", "1",
                            "items.chair", "2",
                            "pickup.street", "Bismarckstraße",
                            "pickup.houseNumber", "21",
                            "pickup.zipCode", "67059",
                            "pickup.kind", "express",
                            "pickup.freeUsed", "false",
                            "contact.name", NAME + ", Erika"));

    /** What nobody but the citizen and the office may ever read. */
    private static final List<String> PERSONAL =
            List.of(NAME, "Erika", "LU-AB", "Prinzregenten", "Bismarck", "123456", "Gabler");

    @TempDir private Path folder;

    static Stream<Errand> visits() {
        return Stream.of("parking-permit", "bulky-waste")
                .flatMap(service ->
                        Stream.of("de", "en")
                                .map(language ->
                                        new Errand(
                                                service,
                                                ANSWERS.getOrDefault(service, Map.of()),
                                                "123456",
                                                language)));
    }

    @ParameterizedTest
    @MethodSource("visits")
    void pagesPaperFilingAndLogAreAsAgreed(Errand errand) throws Exception {
        var name = errand.service() + "." + errand.language();
        try (var log = new Log();
                var town = Town.standingStill(folder);
                var kiosk = new TrialKiosk(town, errand)) {
            visit(town, kiosk);

            assertEquals(1, town.papers().size());
            assertEquals(List.of(), town.printer.complaints());
            assertEquals(1, town.booked().size());
            var paper = town.papers().getFirst();
            var filing = pretty(kiosk.opened(Town.officeOf(errand.service())).json());
            var lines = remembered() + log.lines();
            assertAll(
                    () -> assertGolden(name + ".pages.txt", kiosk.screen.everything()),
                    () -> assertGolden(name + ".receipt.txt", paper),
                    () -> assertGolden(name + ".filing.json", filing),
                    () -> assertGolden(name + ".log.txt", lines));
            assertNothingPersonal("log", lines + log.ofLibraries());
        }
    }

    @ParameterizedTest
    @MethodSource("visits")
    void nothingPersonalStaysOnTheDiskOrOnThePaper(Errand errand) throws Exception {
        try (var town = Town.standingStill(folder);
                var kiosk = new TrialKiosk(town, errand)) {
            visit(town, kiosk);

            assertTrue(
                    pretty(kiosk.opened(Town.officeOf(errand.service())).json()).contains(NAME),
                    "the office gets the name");
            assertNothingOnDisk("while the kiosk runs");
            assertFalse(town.papers().getFirst().contains(NAME));
        }
        assertNothingOnDisk("after it was stopped");
    }

    private static void visit(Town town, TrialKiosk kiosk) throws InterruptedException {
        kiosk.screen.whenShown("card", _ -> town.layCard());
        kiosk.screen.whenShown("take-card", _ -> town.takeCard());
        assertEquals(Turn.Ending.DONE, kiosk.visit(), kiosk.screen::everything);
    }

    private void assertNothingOnDisk(String when) throws IOException {
        int files = 0;
        try (var found = Files.walk(folder.resolve("kiosk"))) {
            for (var file : found.filter(Files::isRegularFile).toList()) {
                files++;
                var bytes = Files.readAllBytes(file);
                assertNothingPersonal(
                        when + " " + file.getFileName(), new String(bytes, StandardCharsets.UTF_8));
            }
        }
        assertTrue(files > 0);
    }

    private static void assertNothingPersonal(String where, String text) {
        for (var marker : PERSONAL) {
            assertFalse(text.contains(marker), where + " holds " + marker);
        }
    }

    private static String pretty(byte[] json) {
        var mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        return mapper.writeValueAsString(mapper.readTree(json)) + "\n";
    }

    /** Journal and payment journal, as they lie in the file. */
    private String remembered() throws SQLException {
        var text = new StringBuilder();
        var file = folder.resolve("kiosk").resolve("kiosk.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            for (var query :
                    List.of(
                            "select 'visit ' || visit || ' ' || stage || ' ' || detail from journal"
                                    + " order by seq",
                            "select 'payment ' || reference || ' ' || step || ' ' || detail from"
                                    + " payment order by seq",
                            "select 'incident ' || code || ' ' || detail from incident order by"
                                    + " seq")) {
                try (var rows = statement.executeQuery(query)) {
                    while (rows.next()) {
                        text.append(rows.getString(1).stripTrailing()).append('\n');
                    }
                }
            }
        }
        return text.toString();
    }

    /** What goes to the log meanwhile: all of ours, and what libraries find worth telling. */
    private static final class Log implements AutoCloseable {
        private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        private final Logger ours = (Logger) LoggerFactory.getLogger("de.buergerkiosk");
        private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

        Log() {
            heard.start();
            root.addAppender(heard);
            ours.setLevel(Level.TRACE);
        }

        /** Ours; what libraries say may come once for all visits of a process. */
        String lines() {
            return lines(event -> event.getLoggerName().startsWith("de.buergerkiosk"));
        }

        String ofLibraries() {
            return lines(event -> !event.getLoggerName().startsWith("de.buergerkiosk"));
        }

        private String lines(Predicate<ILoggingEvent> which) {
            var lines = new ArrayList<String>();
            for (var event : List.copyOf(heard.list)) {
                if (which.test(event)) {
                    lines.add(
                            "log %s %s\n".formatted(event.getLevel(), event.getFormattedMessage()));
                }
            }
            return String.join("", lines);
        }

        @Override
        public void close() {
            ours.setLevel(null);
            root.detachAppender(heard);
        }
    }
}
