package de.buergerkiosk.store;

import de.buergerkiosk.contract.filing.FilingContent;
import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.contract.filing.PaymentRecord;
import de.buergerkiosk.contract.filing.Row;
import de.buergerkiosk.contract.seal.OfficeKeys;
import de.buergerkiosk.contract.seal.OfficePrivateKey;
import de.buergerkiosk.contract.seal.Seal;
import de.buergerkiosk.journey.Journal.HeldFiling;
import de.buergerkiosk.journey.VisitId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.node.JsonNodeFactory;

/** A kiosk file as tests use it, with a clock that stands still. */
record Store(Database database, VisitJournal journal, FilingOutbox outbox)
        implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");
    static final InstantSource CLOCK = InstantSource.fixed(NOON);
    static final OfficePrivateKey OFFICE = OfficeKeys.generate("traffic-office");
    static final String MARKER = "Mustermannstraße";
    private static final Random CHANCE = new Random(7);

    static Store open(Path folder) {
        var database = Database.open(folder, CLOCK);
        return new Store(
                database,
                new VisitJournal(database, CLOCK, "kiosk-demo"),
                new FilingOutbox(database, CLOCK));
    }

    FilingId file(VisitId visit, long dueCents) {
        var id = FilingId.next(CLOCK, CHANCE);
        var content =
                new FilingContent(
                        "parking-permit",
                        "1.0.0",
                        "de",
                        List.of(new Row("Straße", MARKER)),
                        JsonNodeFactory.instance.objectNode(),
                        Optional.empty());
        journal.begun(visit);
        journal.filed(
                visit,
                new HeldFiling(
                        id,
                        "parking-permit",
                        "1.0.0",
                        "traffic-office",
                        NOON,
                        Seal.seal(content, id, OFFICE.open()),
                        dueCents));
        return id;
    }

    static PaymentRecord paid(long cents) {
        return new PaymentRecord.Paid(
                cents,
                "BK-1",
                7,
                12,
                "28004869",
                "girocard",
                LocalDateTime.parse("2026-11-23T12:00:00"));
    }

    String state(FilingId id) {
        return outbox.whereabouts(id).orElseThrow().state();
    }

    @Override
    public void close() {
        database.close();
    }
}
