package de.buergerkiosk.central.reading;

import de.buergerkiosk.central.audit.AuditEntry;
import de.buergerkiosk.contract.filing.FilingId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where kept filings are found again. */
public interface Shelf {
    /** Newest first. */
    Page list(Question question);

    Optional<Evidence> find(FilingId id);

    /** Marks the first look and notes each look, in one transaction. */
    void opened(FilingId id, String person, Instant now, AuditEntry entry);

    void note(AuditEntry entry);

    List<KioskTally> kiosks();

    /**
     * What to list.
     *
     * @param offices only of these; empty means all
     * @param page from 1
     */
    record Question(
            Set<String> offices,
            Optional<String> service,
            Optional<Boolean> opened,
            Optional<String> number,
            int page) {
        public static final int ROWS_PER_PAGE = 25;
        private static final int PAGE_MAX = 1_000_000;

        public Question {
            offices = Set.copyOf(offices);
            page = Math.clamp(page, 1, PAGE_MAX);
        }
    }

    /**
     * One page of the list.
     *
     * @param total of all pages
     */
    record Page(List<KeptFiling> filings, long total) {
        public Page {
            filings = List.copyOf(filings);
        }

        public int pages() {
            return (int) Math.max(1, Math.ceilDiv(total, Question.ROWS_PER_PAGE));
        }
    }

    /**
     * What has come from a kiosk. Its numbers run without gaps, so a missing one is a filing that is
     * still there or was lost.
     *
     * @param missing how many numbers up to the last are missing
     * @param firstMissing the smallest of them, 0 where none is
     */
    record KioskTally(
            String kiosk,
            long last,
            long received,
            long missing,
            long firstMissing,
            Instant lastAt) {}
}
