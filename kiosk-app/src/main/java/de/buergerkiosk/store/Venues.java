package de.buergerkiosk.store;

import de.buergerkiosk.contract.appointment.VenueList;
import de.buergerkiosk.contract.json.MalformedDocument;
import de.buergerkiosk.journey.appointment.VenueBook;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The list of venues in the kiosk's one file, and in memory, because every page asks for it. */
public final class Venues implements VenueBook {
    private final Database database;
    private volatile Optional<VenueList> known;

    public Venues(Database database) {
        this.database = database;
        this.known =
                database.first("select json from venue_list", row -> row.getString(1))
                        .flatMap(Venues::parsed);
    }

    /** What an older kiosk kept may have another form; then the centre tells it anew. */
    private static Optional<VenueList> parsed(String json) {
        try {
            return Optional.of(VenueList.parse(json.getBytes(StandardCharsets.UTF_8)));
        } catch (MalformedDocument e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<VenueList> known() {
        return known;
    }

    @Override
    public void learned(VenueList venues) {
        if (known.filter(old -> old.venues().equals(venues.venues())).isPresent()) {
            return;
        }
        database.change(
                "insert into venue_list (one, json) values (1, ?)"
                        + " on conflict (one) do update set json = excluded.json",
                new String(venues.json(), StandardCharsets.UTF_8));
        known = Optional.of(venues);
    }
}
