package de.buergerkiosk.store;

import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.contract.filing.PaymentRecord;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Fields;
import de.buergerkiosk.journey.Journal.OpenVisit;
import de.buergerkiosk.journey.Journal.Stage;
import de.buergerkiosk.journey.VisitId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads from the journal what the visits that a power cut left open still need. */
final class OpenVisits {
    private OpenVisits() {}

    private record Line(Stage stage, String detail) {}

    private record Filing(FilingId id, String state, long dueCents) {}

    static List<OpenVisit> read(Connection c) throws SQLException {
        var open = new ArrayList<OpenVisit>();
        for (var id :
                Database.query(
                        c,
                        "select id from visit where ended_at is null order by begun_at, id",
                        row -> row.getString(1))) {
            open.add(read(c, new VisitId(id)));
        }
        return open;
    }

    private static OpenVisit read(Connection c, VisitId visit) throws SQLException {
        var filings =
                Database.query(
                        c,
                        "select id, state, due_cents from filing where visit = ?",
                        row ->
                                new Filing(
                                        FilingId.parse(row.getString(1)),
                                        row.getString(2),
                                        row.getLong(3)),
                        visit.value());
        if (filings.isEmpty()) {
            return new OpenVisit.Unfiled(visit);
        }
        var filing = filings.getFirst();
        var lines =
                Database.query(
                        c,
                        "select stage, detail from journal where visit = ? order by seq",
                        row -> new Line(Stage.valueOf(row.getString(1)), row.getString(2)),
                        visit.value());
        return switch (filing.state()) {
            case "held" -> held(visit, filing, lines);
            case "void" -> new OpenVisit.Settled(visit);
            default -> released(visit, filing, lines);
        };
    }

    private static OpenVisit held(VisitId visit, Filing filing, List<Line> lines) {
        return lines.stream()
                .filter(line -> line.stage() == Stage.PAYING)
                .reduce((earlier, later) -> later)
                .<OpenVisit>map(line -> {
                    var order = OrderLine.read(line.detail());
                    return new OpenVisit.Paying(visit, filing.id(), order.order(), order.way());
                })
                .orElseGet(() -> new OpenVisit.Held(visit, filing.id(), filing.dueCents()));
    }

    private static OpenVisit released(VisitId visit, Filing filing, List<Line> lines) {
        if (lines.stream().anyMatch(line -> line.stage() == Stage.PRINTED)) {
            return new OpenVisit.Settled(visit);
        }
        return lines.stream()
                .filter(line -> line.stage() == Stage.PAID)
                .findFirst()
                .<OpenVisit>map(
                        line -> new OpenVisit.Released(visit, filing.id(), payment(line.detail())))
                .orElseGet(() -> new OpenVisit.Settled(visit));
    }

    static PaymentRecord payment(String json) {
        return PaymentRecord.parse(
                Fields.of(CanonicalJson.read(json.getBytes(StandardCharsets.UTF_8), 8_000)));
    }
}
