package de.buergerkiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.simulated.ScriptedCitizen.Errand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The canary: unique values in every field and on the card, and no trace of them after any end. */
class NothingOfAVisitIsLeftTest {
    @TempDir private Path folder;

    private static final String PLATE = "LU-QX 4711";
    private static final String HOLDER = "Kanarienvogel Halterperson";
    private static final String PIN = "123456";

    /** Everything that only this citizen could have brought. */
    private static final List<String> MARKERS =
            List.of(
                    PLATE,
                    "QX 4711",
                    HOLDER,
                    "Kanarienvogel",
                    "Mustermann",
                    "Erika",
                    "Gabler",
                    "1984-08-12",
                    "Prinzregentenstra",
                    PIN);

    private static final Errand CANARY =
            new Errand(
                    "parking-permit",
                    Map.of(
                            "vehicle.plate",
                            PLATE,
                            "vehicle.applicantIsHolder",
                            "false",
                            "holder.name",
                            HOLDER,
                            "holder.consent",
                            "true"),
                    PIN,
                    "de");

    enum End {
        DONE,
        LEFT,
        WALKED_AWAY,
        NOT_PAID,
        BUG,
        CUT_WHILE_FILING,
        CUT_WHILE_PAYING,
        CUT_WHILE_PRINTING
    }

    @BeforeEach
    void listen() {
        LogOfTests.clear();
    }

    @AfterEach
    void forget() {
        LogOfTests.clear();
    }

    @ParameterizedTest
    @EnumSource
    void afterEachWayToEnd(End end) throws Exception {
        try (var town = Town.in(folder)) {
            try (var kiosk = new TrialKiosk(town, CANARY, wire(end))) {
                play(end, town, kiosk);
                assertEquals(end == End.BUG, LogOfTests.text().contains("KSK-BUG visit"));
                assertNoTrace(town);
            }
            try (var kiosk = new TrialKiosk(town, CANARY)) {
                kiosk.settling.settleAll();
                assertNoTrace(town);
            }
            // closed: what was in the write-ahead log is in the file now
            assertNoTrace(town);
        }
    }

    @Test
    void theSearchWouldFindATrace() throws Exception {
        Files.writeString(folder.resolve("left-behind"), "x " + HOLDER);
        assertEquals(List.of("left-behind: " + HOLDER, "left-behind: Kanarienvogel"), traces());
    }

    private static PowerCut.Wire wire(End end) {
        return switch (end) {
            case DONE, LEFT, WALKED_AWAY, NOT_PAID, BUG -> PowerCut.Wire.at(PowerCut.At.NEVER);
            case CUT_WHILE_FILING -> PowerCut.Wire.after("filed");
            case CUT_WHILE_PAYING -> PowerCut.Wire.before("released");
            case CUT_WHILE_PRINTING -> PowerCut.Wire.before("printed");
        };
    }

    private static void play(End end, Town town, TrialKiosk kiosk) throws InterruptedException {
        kiosk.screen.whenShown("take-card", _ -> town.takeCard());
        switch (end) {
            case DONE, CUT_WHILE_FILING, CUT_WHILE_PAYING, CUT_WHILE_PRINTING -> {}
            case LEFT -> kiosk.citizen.on("check", _ -> new Answer.Leave(Answer.Why.PRESSED));
            case WALKED_AWAY ->
                    kiosk.citizen.on("check", _ -> new Answer.Leave(Answer.Why.WALKED_AWAY));
            case NOT_PAID -> {
                town.terminal.act(
                        new de.buergerkiosk.payment.zvt.simulated.CardholderAction.Decline());
                kiosk.citizen.on("not-paid", _ -> new Answer.Chosen("leave"));
            }
            case BUG ->
                    kiosk.citizen.on(
                            "check",
                            page -> {
                                throw new IllegalStateException(HOLDER + page);
                            });
        }
        try {
            kiosk.visit();
        } catch (PowerCut cut) {
            assertTrue(end.name().startsWith("CUT"), "cut where none was planned");
        }
    }

    private void assertNoTrace(Town town) throws IOException {
        assertEquals(List.of(), traces());
        var log = LogOfTests.text();
        assertEquals(List.of(), MARKERS.stream().filter(log::contains).toList(), log);
        assertTrue(Files.exists(town.data().resolve("kiosk.db")));
    }

    /** The paper goes with the citizen and the card is the citizen's: neither is in the folder. */
    private List<String> traces() throws IOException {
        try (var files = Files.walk(folder)) {
            var found = new java.util.ArrayList<String>();
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (file.startsWith(folder.resolve("tray"))) {
                    continue;
                }
                var text = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (var marker : MARKERS) {
                    var bytes =
                            new String(
                                    marker.getBytes(StandardCharsets.UTF_8),
                                    StandardCharsets.ISO_8859_1);
                    if (text.contains(bytes)) {
                        found.add(folder.relativize(file) + ": " + marker);
                    }
                }
            }
            return found;
        }
    }
}
