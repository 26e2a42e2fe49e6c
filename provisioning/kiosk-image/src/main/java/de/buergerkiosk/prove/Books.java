package de.buergerkiosk.prove;

import de.buergerkiosk.demo.DeskClient;
import de.buergerkiosk.demo.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What terminal and centre wrote down, each in its own book. A snapshot counts from the beginning;
 * the difference of two snapshots is what one visit did.
 *
 * @param booked cents that the terminal booked and did not take back
 * @param bookings how many bookings stand
 * @param filings what the desk lists
 */
record Books(long booked, int bookings, List<JsonNode> filings) {
    Books {
        filings = List.copyOf(filings);
    }

    static Books read(House house, Path terminalBooks) throws IOException, InterruptedException {
        // The last line of an authorisation says what became of it.
        var cents = new LinkedHashMap<Integer, Long>();
        for (var line : ledger(terminalBooks)) {
            var stands = line.path("kind").asString().equals("BOOKED");
            cents.put(
                    line.path("traceNumber").asInt(),
                    stands ? line.path("amountCents").asLong() : 0L);
        }
        long booked = cents.values().stream().mapToLong(Long::longValue).sum();
        int bookings = (int) cents.values().stream().filter(amount -> amount > 0).count();
        var desk = new DeskClient(house.centre().deskUrl(), house.centre().logins());
        return new Books(booked, bookings, desk.filings());
    }

    private static List<JsonNode> ledger(Path folder) throws IOException {
        var file = folder.resolve("terminal-ledger.jsonl");
        var lines = new ArrayList<JsonNode>();
        if (Files.exists(file)) {
            for (var line : Files.readAllLines(file)) {
                lines.add(JsonMapper.shared().readTree(line));
            }
        }
        return lines;
    }

    long atCentre(String filing) {
        return filings.stream().filter(f -> f.path("id").asString().equals(filing)).count();
    }

    Optional<JsonNode> filing(String id) {
        return filings.stream().filter(f -> f.path("id").asString().equals(id)).findFirst();
    }
}
