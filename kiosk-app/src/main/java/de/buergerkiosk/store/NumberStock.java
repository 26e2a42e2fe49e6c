package de.buergerkiosk.store;

import de.buergerkiosk.booking.Blocks;
import de.buergerkiosk.contract.appointment.LentNumbers;
import java.time.LocalDate;
import java.util.UUID;

/** Blocks of numbers in the kiosk's one file. */
public final class NumberStock implements Blocks {
    private final Database database;

    public NumberStock(Database database) {
        this.database = database;
    }

    @Override
    public int left(String venue, LocalDate day) {
        return database.first(
                        "select coalesce(sum(last - next + 1), 0) from number_block"
                                + " where venue = ? and day = ? and state = 'lent'",
                        row -> row.getInt(1),
                        venue,
                        day.toString())
                .orElse(0);
    }

    @Override
    public UUID asking(String venue, LocalDate day, UUID fresh) {
        return database.transaction(c -> {
            var asked =
                    Database.query(
                            c,
                            "select id from number_block where venue = ? and day = ? and state ="
                                    + " 'asked' order by seq limit 1",
                            row -> UUID.fromString(row.getString(1)),
                            venue,
                            day.toString());
            if (!asked.isEmpty()) {
                return asked.getFirst();
            }
            Database.update(
                    c,
                    "insert into number_block (id, venue, day, state) values (?, ?, ?, 'asked')",
                    fresh.toString(),
                    venue,
                    day.toString());
            return fresh;
        });
    }

    @Override
    public void lent(UUID id, LentNumbers numbers) {
        // a block that is here already stays as it is: some of it may be given out
        database.change(
                "update number_block set state = 'lent', next = ?, last = ?"
                        + " where id = ? and state = 'asked' and venue = ? and day = ?",
                numbers.first(),
                numbers.last(),
                id.toString(),
                numbers.venue(),
                numbers.day().toString());
    }

    @Override
    public void refused(UUID id) {
        database.change(
                "update number_block set state = 'refused' where id = ? and state = 'asked'",
                id.toString());
    }
}
