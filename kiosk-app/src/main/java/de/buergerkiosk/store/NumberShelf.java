package de.buergerkiosk.store;

import de.buergerkiosk.contract.appointment.AppointmentCode;
import de.buergerkiosk.contract.appointment.CheckInReport;
import de.buergerkiosk.contract.appointment.TicketReport;
import de.buergerkiosk.journey.Journal.Stage;
import de.buergerkiosk.journey.VisitId;
import de.buergerkiosk.journey.appointment.Numbers;
import de.buergerkiosk.journey.appointment.Slip;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Numbers, slips and what the centre has to hear of them, in the kiosk's one file. */
public final class NumberShelf implements Numbers {
    /** While a citizen waits the visit itself tells the centre; the courier comes after it. */
    private static final Duration VISIT_FIRST = Duration.ofSeconds(20);

    private final Database database;
    private final InstantSource clock;
    private final Supplier<UUID> names;

    /**
     * @param names numbers under which the centre hears of each, a new one each time
     */
    public NumberShelf(Database database, InstantSource clock, Supplier<UUID> names) {
        this.database = database;
        this.clock = clock;
        this.names = names;
    }

    @Override
    public Optional<Slip.Ticket> ticket(
            VisitId visit, String venue, String service, LocalDate day, Instant at) {
        return database.transaction(c -> {
            var drawn = drawn(c, visit);
            if (drawn.isPresent()) {
                return drawn.map(Slip.Ticket.class::cast);
            }
            var number = draw(c, visit, venue, day);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            var slip = new Slip.Ticket(venue, service, day, number.get(), at);
            keep(
                    c,
                    visit,
                    "ticket",
                    slip.service(),
                    venue,
                    day,
                    number.get(),
                    at,
                    Optional.empty());
            var report = new TicketReport(venue, day, number.get(), service, at);
            report(c, visit, "ticket", report.json(), clock.instant());
            return Optional.of(slip);
        });
    }

    @Override
    public Optional<Arrived> arrive(
            VisitId visit,
            String venue,
            LocalDate day,
            AppointmentCode code,
            Optional<Instant> start,
            Instant at) {
        return database.transaction(c -> {
            var drawn = drawn(c, visit);
            if (drawn.isPresent()) {
                var id =
                        Database.query(
                                c,
                                "select id from number_report where visit = ?",
                                row -> UUID.fromString(row.getString(1)),
                                visit.value());
                return drawn.map(slip -> new Arrived(id.getFirst(), (Slip.Arrival) slip));
            }
            var number = draw(c, visit, venue, day);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            var slip = new Slip.Arrival(venue, day, number.get(), at, start, false);
            keep(c, visit, "arrival", "", venue, day, number.get(), at, start);
            var report = CheckInReport.of(code, venue, number.get(), at);
            var id = report(c, visit, "check-in", report.json(), clock.instant().plus(VISIT_FIRST));
            return Optional.of(new Arrived(id, slip));
        });
    }

    /** What this visit drew before: a second touch, or a step that is walked again. */
    private static Optional<Slip> drawn(Connection c, VisitId visit) throws SQLException {
        return Database.query(
                        c,
                        "select * from slip where visit = ? and number is not null",
                        NumberShelf::slip,
                        visit.value())
                .stream()
                .findFirst();
    }

    /** The next number of the oldest block that has one; with the line in the journal. */
    private Optional<Integer> draw(Connection c, VisitId visit, String venue, LocalDate day)
            throws SQLException {
        var next =
                Database.query(
                        c,
                        "update number_block set next = next + 1 where seq = (select seq from"
                                + " number_block where venue = ? and day = ? and state = 'lent'"
                                + " and next <= last order by seq limit 1) returning next - 1",
                        row -> row.getInt(1),
                        venue,
                        day.toString());
        if (next.isEmpty()) {
            return Optional.empty();
        }
        Chain.append(
                c,
                visit.value(),
                clock.instant(),
                Stage.NUMBERED.name(),
                venue + " " + day + " " + next.getFirst());
        return Optional.of(next.getFirst());
    }

    private static void keep(
            Connection c,
            VisitId visit,
            String kind,
            String service,
            String venue,
            LocalDate day,
            int number,
            Instant at,
            Optional<Instant> start)
            throws SQLException {
        Database.update(
                c,
                "insert into slip (visit, kind, venue, service, day, number, at, start)"
                        + " values (?, ?, ?, nullif(?, ''), ?, ?, ?, nullif(?, ''))",
                visit.value(),
                kind,
                venue,
                service,
                day.toString(),
                number,
                at.toString(),
                start.map(Instant::toString).orElse(""));
    }

    private UUID report(Connection c, VisitId visit, String kind, byte[] body, Instant due)
            throws SQLException {
        var id = names.get();
        Database.update(
                c,
                "insert into number_report (id, visit, kind, body, due_at) values (?, ?, ?, ?, ?)",
                id.toString(),
                visit.value(),
                kind,
                new String(body, StandardCharsets.UTF_8),
                due.toEpochMilli());
        return id;
    }

    @Override
    public void told(VisitId visit) {
        database.transaction(c -> {
            Database.update(
                    c,
                    "update number_report set state = 'told' where visit = ? and state = 'waiting'",
                    visit.value());
            return Database.update(c, "update slip set told = 1 where visit = ?", visit.value());
        });
    }

    @Override
    public void giveBack(VisitId visit) {
        database.transaction(c -> {
            // nobody drew after it: there is one citizen at a time
            Database.update(
                    c,
                    "update number_block set next = next - 1 where exists (select 1 from slip where"
                            + " visit = ? and slip.venue = number_block.venue and slip.day ="
                            + " number_block.day and slip.number = number_block.next - 1)",
                    visit.value());
            Database.update(
                    c,
                    "update number_report set state = 'taken-back' where visit = ?",
                    visit.value());
            Database.update(c, "delete from slip where visit = ?", visit.value());
            return Chain.append(
                    c, visit.value(), clock.instant(), Stage.NUMBERED.name(), "taken back");
        });
    }

    @Override
    public void arranging(VisitId visit, Slip.Booked slip) {
        database.transaction(c -> {
            Database.update(c, "delete from slip where visit = ?", visit.value());
            return Database.update(
                    c,
                    "insert into slip (visit, kind, venue, service, at, start, code)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    visit.value(),
                    slip.moved() ? "moved" : "booked",
                    slip.venue(),
                    slip.service(),
                    clock.instant().toString(),
                    slip.start().toString(),
                    slip.code().symbols());
        });
    }

    @Override
    public void handed(VisitId visit, String how) {
        database.change(
                "update slip set paper = ?, code = null where visit = ?", how, visit.value());
    }

    @Override
    public List<Owed> owed() {
        return database.all(
                "select * from slip where paper is null order by seq",
                row -> new Owed(new VisitId(row.getString("visit")), slip(row)));
    }

    private static Slip slip(ResultSet row) throws SQLException {
        var venue = row.getString("venue");
        var at = Instant.parse(row.getString("at"));
        var start = Optional.ofNullable(row.getString("start")).map(Instant::parse);
        return switch (row.getString("kind")) {
            case "ticket" ->
                    new Slip.Ticket(
                            venue,
                            row.getString("service"),
                            LocalDate.parse(row.getString("day")),
                            row.getInt("number"),
                            at);
            case "arrival" ->
                    new Slip.Arrival(
                            venue,
                            LocalDate.parse(row.getString("day")),
                            row.getInt("number"),
                            at,
                            start,
                            row.getInt("told") == 1);
            case "booked", "moved" ->
                    new Slip.Booked(
                            venue,
                            row.getString("service"),
                            new AppointmentCode(row.getString("code")),
                            start.orElseThrow(),
                            "moved".equals(row.getString("kind")));
            default -> throw new IllegalStateException("a slip of no known kind");
        };
    }
}
