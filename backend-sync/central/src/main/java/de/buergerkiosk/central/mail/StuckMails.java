package de.buergerkiosk.central.mail;

import de.buergerkiosk.central.audit.AuditEntry;
import de.buergerkiosk.central.audit.AuditTrail;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiPredicate;

/** Mails that did not get out as they should, and what somebody decides about them. */
public final class StuckMails {
    /** Nobody reads more of them at once. */
    public static final int MAILS_MAX = 500;

    private final MailBook book;
    private final AuditTrail audit;
    private final InstantSource clock;

    public StuckMails(MailBook book, AuditTrail audit, InstantSource clock) {
        this.book = book;
        this.audit = audit;
        this.clock = clock;
    }

    public MailBook.Tally tally() {
        return book.tally(clock.instant());
    }

    /** Those that wait for somebody's decision. */
    public long undecided() {
        return book.undecided();
    }

    /** The first {@link #MAILS_MAX} of them. */
    public List<MailBook.Troubled> list() {
        return book.troubled(MAILS_MAX);
    }

    /** It goes out once more, under the same Message-ID. False: it is neither unclear nor refused. */
    public boolean again(long id, String by) {
        return decide(id, by, "mail-again", book::again);
    }

    /** Somebody has seen to it in another way. False: it is neither unclear nor refused. */
    public boolean leave(long id, String by) {
        return decide(id, by, "mail-left", book::leave);
    }

    private boolean decide(long id, String by, String event, BiPredicate<Long, Instant> change) {
        var now = clock.instant();
        if (!change.test(id, now)) {
            return false;
        }
        audit.append(new AuditEntry(now, by, event, "mail/" + id, ""));
        return true;
    }
}
