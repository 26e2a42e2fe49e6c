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
 * What terminal, centre and printer wrote down, each in its own book. A snapshot counts from the beginning;
 * the difference of two snapshots is what one visit did.
 *
 * @param booked cents that the terminal booked and did not take back
 * @param bookings how many bookings stand
 * @param filings what the desk lists
 * @param papers the text of each paper that came out
 */
record Books(long booked, int bookings, List<JsonNode> filings, List<String> papers) {
    Books {
        filings = List.copyOf(filings);
        papers = List.copyOf(papers);
    }

    static Books read(House house, House.Places places) throws IOException, InterruptedException {
        // The last line of an authorisation says what became of it.
        var cents = new LinkedHashMap<Integer, Long>();
        for (var line : ledger(places.terminalBooks())) {
            var stands = line.path("kind").asString().equals("BOOKED");
            cents.put(
                    line.path("traceNumber").asInt(),
                    stands ? line.path("amountCents").asLong() : 0L);
        }
        long booked = cents.values().stream().mapToLong(Long::longValue).sum();
        int bookings = (int) cents.values().stream().filter(amount -> amount > 0).count();
        var desk = new DeskClient(house.centre().deskUrl(), house.centre().logins());
        return new Books(booked, bookings, desk.filings(), papers(places.papers()));
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

    private static List<String> papers(Path folder) throws IOException {
        var papers = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(folder, "*.txt")) {
            for (var file : files) {
                papers.add(Files.readString(file));
            }
        }
        return papers;
    }

    boolean onPaper(String filing) {
        return papers.stream().anyMatch(paper -> paper.contains(filing));
    }

    long atCentre(String filing) {
        return filings.stream().filter(f -> f.path("id").asString().equals(filing)).count();
    }

    Optional<JsonNode> filing(String id) {
        return filings.stream().filter(f -> f.path("id").asString().equals(id)).findFirst();
    }
}
