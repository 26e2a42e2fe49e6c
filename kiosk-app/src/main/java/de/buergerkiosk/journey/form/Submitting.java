package de.buergerkiosk.journey.form;

import de.buergerkiosk.contract.filing.FilingContent;
import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.contract.filing.Row;
import de.buergerkiosk.contract.seal.OfficeKeys;
import de.buergerkiosk.contract.seal.Seal;
import de.buergerkiosk.journey.Journal;
import de.buergerkiosk.journey.Journal.HeldFiling;
import de.buergerkiosk.journey.Turn;
import de.buergerkiosk.journey.Visit;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * From a checked form to a filing that is sealed to the office and durable. From here on the kiosk
 * itself cannot read what the citizen entered, except from this visit's memory.
 */
public final class Submitting {
    private final Journal journal;
    private final OfficeKeys keys;
    private final InstantSource clock;
    private final RandomGenerator chance;

    public Submitting(
            Journal journal, OfficeKeys keys, InstantSource clock, RandomGenerator chance) {
        this.journal = journal;
        this.keys = keys;
        this.clock = clock;
        this.chance = chance;
    }

    public Turn submit(Visit.Filled filled) {
        var id = FilingId.next(clock, chance);
        var service = filled.service();
        var now = clock.instant();
        journal.filed(
                filled.id(),
                new HeldFiling(
                        id,
                        service.id(),
                        service.version(),
                        service.office(),
                        now,
                        Seal.seal(content(filled), id, keys.of(service.office())),
                        filled.form().fee().totalCents()));
        return new Turn.Onward(new Visit.Filed(filled, id, now, ShortCode.of(id), 1));
    }

    private static FilingContent content(Visit.Filled filled) {
        var service = filled.service();
        return new FilingContent(
                service.id(),
                service.version(),
                filled.language(),
                filled.form().summary().stream()
                        .map(row -> new Row(row.label().in("de"), row.value().in("de")))
                        .toList(),
                filled.form().data(),
                IdentityValues.forOffice(filled.identified().identity()));
    }
}
