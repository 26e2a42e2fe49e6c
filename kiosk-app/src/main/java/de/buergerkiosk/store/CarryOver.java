package de.buergerkiosk.store;

import de.buergerkiosk.journey.Journal.Stage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Carries into a fresh file what can be read in a damaged one: filings, visits, both journals,
 * incidents. Where the journals are whole, open visits are settled as after any cut. Where they are
 * not, a filing that may be paid is kept as it is for staff: settling it without its journal could
 * void what was paid.
 */
final class CarryOver {
    private static final Logger LOG = LoggerFactory.getLogger(CarryOver.class);
    private static final String FOR_STAFF = "KEPT_FOR_STAFF";
    private static final int NAMED_MAX = 20;

    private final Salvage old;
    private final Connection fresh;
    private final Instant now;

    /** Visits whose row is lost while something of them is not. */
    private final Set<String> nameless = new HashSet<>();

    private int refused;
    private int lines;
    private boolean chainHolds = true;

    private CarryOver(Salvage old, Connection fresh, Instant now) {
        this.old = old;
        this.fresh = fresh;
        this.now = now;
    }

    /**
     * All of it in one transaction, with the incident that says so.
     *
     * @param damaged is only read
     * @param aside the name under which the admin will find it
     */
    static void fill(Path damaged, String aside, Database fresh, String damage, Instant now) {
        var detail =
                fresh.transaction(c -> {
                    try (var old = Salvage.from(damaged)) {
                        var text =
                                "%s was damaged (%s); %s"
                                        .formatted(aside, damage, new CarryOver(old, c, now).all())
                                        .replaceAll("\\s+", " ");
                        Incidents.record(c, now, "STO-DAMAGED", text);
                        return text;
                    }
                });
        LOG.error("STO-DAMAGED {}", detail);
    }

    private String all() throws SQLException {
        boolean visits = old.each("visit", row -> insert("visit", row));
        boolean filings = old.each("filing", this::filing);
        boolean journal = old.each("journal", this::line) && chainHolds;
        boolean payments = old.each("payment", row -> insert("payment", row));
        // a file from before there were payment pages has no table of them
        boolean pages =
                !old.has("page_payment")
                        || old.each("page_payment", row -> insert("page_payment", row));
        boolean incidents = old.each("incident", row -> insert("incident", row));
        boolean numbers = numbers();
        boolean staff = carryStaff();
        closeWhatEnded();
        var kept = keepForStaff(journal && payments && pages);
        var lost = lostFilings();
        return "%d filings carried over, %d wait for the centre; visits %s, filings %s, journal %s,"
                        .formatted(
                                count("true"),
                                count("state = 'queued'"),
                                word(visits),
                                word(filings),
                                word(journal))
                + " payments %s, incidents %s, numbers %s, %d rows refused%s%s%s%s"
                        .formatted(
                                word(payments && pages),
                                word(incidents),
                                word(numbers),
                                refused,
                                staff ? "" : "; staff log in part",
                                named("kept for staff", kept),
                                named("lost", lost),
                                old.problem().map(problem -> "; " + problem).orElse(""));
    }

    /**
     * Waiting numbers and slips. Where something of them is missing, what is left of the blocks is not
     * given out any more: the centre lends others, and no number is there twice.
     */
    private boolean numbers() throws SQLException {
        if (!old.has("number_block")) {
            return true;
        }
        boolean blocks = old.each("number_block", row -> insert("number_block", row));
        boolean slips =
                old.each(
                        "slip",
                        row -> {
                            visitOf(row, "at");
                            insert("slip", row);
                        });
        boolean reports = old.each("number_report", row -> insert("number_report", row));
        old.each("venue_list", row -> insert("venue_list", row));
        if (!blocks || !slips) {
            Database.update(
                    fresh, "update number_block set state = 'refused' where state = 'lent'");
        }
        return blocks && slips && reports;
    }

    /** A damaged file opens no lock and puts nothing back in service. */
    private boolean carryStaff() throws SQLException {
        // a file from before there was staff mode has no tables of it
        if (!old.has("staff_log")) {
            return true;
        }
        boolean log =
                old.each(
                        "staff_log",
                        row ->
                                StaffLog.append(
                                        fresh,
                                        row.text("at"),
                                        row.text("staff"),
                                        row.text("event"),
                                        row.text("detail")));
        boolean tries = old.each("staff_try", row -> insert("staff_try", row));
        boolean notes = old.each("staff_note", row -> insert("staff_note", row));
        boolean counts = old.each("part_count", row -> insert("part_count", row));
        return log && tries && notes && counts;
    }

    private static String word(boolean whole) {
        return whole ? "whole" : "in part";
    }

    private static String named(String what, List<String> filings) {
        if (filings.isEmpty()) {
            return "";
        }
        var first = filings.stream().limit(NAMED_MAX).toList();
        return "; " + what + " " + filings.size() + ": " + String.join(" ", first);
    }

    private int count(String condition) throws SQLException {
        return Database.query(
                        fresh,
                        "select count(*) from filing where " + condition,
                        row -> row.getInt(1))
                .getFirst();
    }

    /** A row with values that the tables forbid was hit itself; it stays in the damaged file. */
    private boolean insert(String table, Salvage.Row row) throws SQLException {
        var columns = row.values().keySet().stream().filter(name -> !name.equals("place")).toList();
        var marks = String.join(", ", columns.stream().map(_ -> "?").toList());
        var values = columns.stream().map(row.values()::get).toArray();
        try {
            return Database.update(
                            fresh,
                            "insert into %s (%s) values (%s)"
                                    .formatted(table, String.join(", ", columns), marks),
                            values)
                    == 1;
        } catch (SQLException e) {
            if (e instanceof SQLiteException trouble
                    && (trouble.getResultCode().code & 0xFF)
                            == SQLiteErrorCode.SQLITE_CONSTRAINT.code) {
                refused++;
                return false;
            }
            throw e;
        }
    }

    private void filing(Salvage.Row row) throws SQLException {
        visitOf(row, "submitted_at");
        insert("filing", row);
    }

    /** The same chain where nothing is missing; else a new one over what is left. */
    private void line(Salvage.Row row) throws SQLException {
        visitOf(row, "at");
        try {
            Chain.append(
                    fresh,
                    row.text("visit"),
                    Instant.parse(row.text("at")),
                    Stage.valueOf(row.text("stage")).name(),
                    row.text("detail"));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            refused++;
            chainHolds = false;
            return;
        }
        lines++;
        chainHolds &= row.number("seq") == lines && row.text("hash").equals(Chain.head(fresh));
    }

    private void visitOf(Salvage.Row row, String begun) throws SQLException {
        var visit = row.text("visit");
        int added =
                Database.update(
                        fresh,
                        "insert into visit (id, begun_at) values (?, ?) on conflict do nothing",
                        visit,
                        row.text(begun));
        if (added == 1) {
            nameless.add(visit);
        }
    }

    /** The end of a visit stands in the journal as well. */
    private void closeWhatEnded() throws SQLException {
        Database.update(
                fresh,
                "update visit set (ended_at, ended_by) = (select at, detail from journal where"
                        + " visit = visit.id and stage = 'ENDED') where ended_at is null and id in"
                        + " (select visit from journal where stage = 'ENDED')");
    }

    private record Open(String visit, String filing, boolean held, long dueCents) {}

    private List<String> keepForStaff(boolean journalsWhole) throws SQLException {
        if (journalsWhole) {
            return List.of();
        }
        var open =
                Database.query(
                        fresh,
                        "select visit.id, filing.id, state, due_cents from visit join filing on"
                                + " filing.visit = visit.id where ended_at is null",
                        row ->
                                new Open(
                                        row.getString(1),
                                        row.getString(2),
                                        "held".equals(row.getString(3)),
                                        row.getLong(4)));
        var kept = new ArrayList<String>();
        for (var each : open) {
            if (each.held() && each.dueCents() > 0) {
                end(each.visit());
                kept.add(each.filing());
            } else if (!each.held() && nameless.contains(each.visit())) {
                // Most likely it ended long ago: nobody waits for its receipt.
                end(each.visit());
            }
        }
        return kept;
    }

    private void end(String visit) throws SQLException {
        Database.update(
                fresh,
                "update visit set ended_at = ?, ended_by = ? where id = ?",
                now.toString(),
                FOR_STAFF,
                visit);
        Chain.append(fresh, visit, now, Stage.ENDED.name(), FOR_STAFF);
    }

    /** The journal names filings that are not there any more. */
    private List<String> lostFilings() throws SQLException {
        return Database.query(
                fresh,
                "select substr(detail, 1, 36) from journal where stage = 'FILED' and substr(detail,"
                        + " 1, 36) not in (select id from filing) order by seq",
                row -> row.getString(1));
    }
}
