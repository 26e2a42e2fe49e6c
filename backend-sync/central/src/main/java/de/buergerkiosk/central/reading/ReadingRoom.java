package de.buergerkiosk.central.reading;

import de.buergerkiosk.central.audit.AuditEntry;
import de.buergerkiosk.central.people.Person;
import de.buergerkiosk.central.people.Right;
import de.buergerkiosk.contract.filing.Delivery;
import de.buergerkiosk.contract.filing.FilingContent;
import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.contract.json.MalformedDocument;
import de.buergerkiosk.contract.receipt.ReceiptVerdict;
import de.buergerkiosk.contract.receipt.ReceiptVerifier;
import de.buergerkiosk.contract.seal.OfficePrivateKey;
import de.buergerkiosk.contract.seal.Seal;
import de.buergerkiosk.contract.seal.SealBroken;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where clerks read. A filing is decrypted there and then and never kept decrypted; each look, and
 * each try of somebody who may not, stands in the audit trail.
 */
public final class ReadingRoom {
    private final Shelf shelf;
    private final Map<String, OfficePrivateKey> keys;
    private final ReceiptVerifier receipts;
    private final InstantSource clock;

    public ReadingRoom(
            Shelf shelf,
            Map<String, OfficePrivateKey> keys,
            ReceiptVerifier receipts,
            InstantSource clock) {
        this.shelf = shelf;
        this.keys = Map.copyOf(keys);
        this.receipts = receipts;
        this.clock = clock;
    }

    /** What a look at one filing came to. */
    public sealed interface Look {
        /** Legible, for the clerk in charge. */
        record Legible(KeptFiling filing, FilingContent content, ReceiptVerdict receipt, String jws)
                implements Look {}

        /** The clerk is in charge, but it cannot be trusted or opened; {@code reason} in English. */
        record Illegible(KeptFiling filing, String reason) implements Look {}

        /** Of another office, or the person reads no content at all. */
        record NotYours() implements Look {}

        record Unknown() implements Look {}
    }

    /** The list that this person may see. */
    public Shelf.Page list(
            Person reader,
            Optional<String> service,
            Optional<Boolean> opened,
            Optional<String> number,
            int page) {
        var all = reader.may(Right.LIST_ALL_FILINGS);
        var own = reader.may(Right.READ_OWN_FILINGS) && !reader.offices().isEmpty();
        if (!all && !own) {
            return new Shelf.Page(List.of(), 0);
        }
        var offices = all ? Set.<String>of() : reader.offices();
        return shelf.list(new Shelf.Question(offices, service, opened, number, page));
    }

    /** For leads: what came from each kiosk, and what is missing. */
    public List<Shelf.KioskTally> kiosks() {
        return shelf.kiosks();
    }

    /** Opens one filing for this person. */
    public Look open(Person reader, FilingId id) {
        var found = shelf.find(id);
        if (found.isEmpty()) {
            return new Look.Unknown();
        }
        var filing = found.get().filing();
        if (!reader.opens(filing.office())) {
            note(reader, "opening-refused", filing);
            return new Look.NotYours();
        }
        var look = read(found.get());
        switch (look) {
            case Look.Legible _ ->
                    shelf.opened(
                            id,
                            reader.name(),
                            clock.instant(),
                            entry(reader, "filing-opened", filing));
            case Look.Illegible _ -> note(reader, "filing-unreadable", filing);
            case Look.NotYours _, Look.Unknown _ -> {}
        }
        return look;
    }

    /** From the signed receipt down to the content, each step must fit the one before. */
    private Look read(Evidence evidence) {
        var filing = evidence.filing();
        var key = keys.get(filing.office());
        if (key == null) {
            return new Look.Illegible(filing, "this desk has no key of " + filing.office());
        }
        try {
            var delivery = Delivery.parse(evidence.delivery().getBytes(StandardCharsets.UTF_8));
            if (!delivery.id().equals(filing.id())
                    || !delivery.office().equals(filing.office())
                    || !delivery.service().equals(filing.service())
                    || !delivery.payment().equals(filing.payment())) {
                return new Look.Illegible(filing, "the database contradicts the delivery");
            }
            var content = Seal.open(delivery.sealed(), delivery.id(), key);
            if (!content.service().equals(delivery.service())
                    || !content.version().equals(delivery.serviceVersion())) {
                return new Look.Illegible(filing, "the content is of another service");
            }
            var verdict = receipts.verify(evidence.receipt(), delivery.id(), delivery.digest());
            return new Look.Legible(filing, content, verdict, evidence.receipt());
        } catch (SealBroken e) {
            return new Look.Illegible(filing, String.valueOf(e.getMessage()));
        } catch (MalformedDocument e) {
            return new Look.Illegible(filing, "the delivery is damaged: " + e.getMessage());
        }
    }

    private void note(Person reader, String event, KeptFiling filing) {
        shelf.note(entry(reader, event, filing));
    }

    private AuditEntry entry(Person reader, String event, KeptFiling filing) {
        return new AuditEntry(
                clock.instant(), reader.name(), event, filing.id().toString(), filing.number());
    }
}
