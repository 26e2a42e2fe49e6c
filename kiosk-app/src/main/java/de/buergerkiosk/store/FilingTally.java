package de.buergerkiosk.store;

import de.buergerkiosk.contract.fleet.RollingHash;
import java.time.Duration;
import java.time.Instant;

/** What the kiosk can say about its filings without saying anything about anybody. */
public final class FilingTally {
    private final Database database;

    /** Settled filings stay settled, so that they are not counted from the first again. */
    private RollingHash counted = RollingHash.START;

    public FilingTally(Database database) {
        this.database = database;
    }

    /** The greatest sequence of a filing that was released; 0 for none. */
    public long last() {
        return number("select coalesce(max(sequence), 0) from filing");
    }

    /** How many wait for the centre. */
    public long depth() {
        return number("select count(*) from filing where state = 'queued'");
    }

    /** How long the oldest of them has waited. */
    public Duration oldest(Instant now) {
        return database.first(
                        "select min(submitted_at) from filing where state = 'queued'",
                        row -> java.util.Optional.ofNullable(row.getString(1)))
                .flatMap(text -> text)
                .map(text -> Duration.between(Instant.parse(text), now))
                .filter(age -> !age.isNegative())
                .orElse(Duration.ZERO);
    }

    /** All filings that the centre has acknowledged, up to the first that is still on its way. */
    public synchronized RollingHash settled() {
        long upTo =
                number(
                        "select coalesce((select min(sequence) - 1 from filing where state ="
                                + " 'queued'), (select max(sequence) from filing), 0)");
        if (upTo < counted.settled()) {
            // the file was replaced by an older one
            counted = RollingHash.START;
        }
        var hash = counted;
        for (var each :
                database.all(
                        "select sequence, digest from filing where state = 'acknowledged'"
                                + " and sequence > ? and sequence <= ? order by sequence",
                        row -> new Acknowledged(row.getLong(1), row.getString(2)),
                        hash.settled(),
                        upTo)) {
            hash = hash.with(each.sequence(), each.digest());
        }
        counted = hash.upTo(upTo);
        return counted;
    }

    private record Acknowledged(long sequence, String digest) {}

    private long number(String sql) {
        return database.first(sql, row -> row.getLong(1)).orElse(0L);
    }
}
