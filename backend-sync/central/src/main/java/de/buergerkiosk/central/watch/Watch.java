package de.buergerkiosk.central.watch;

import de.buergerkiosk.central.watch.WatchBook.Heard;
import de.buergerkiosk.contract.fleet.RollingHash;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Goes round all kiosks from time to time and turns what is wrong into incidents, and what is right
 * again into ended ones. Nobody has to look for that.
 */
public final class Watch {
    /** A kiosk that says nothing for longer is silent. */
    public static final Duration SILENT = Judgement.SILENT;

    /** A kiosk may take so long to become what it is to be. */
    public static final Duration DRIFT_GRACE = Judgement.DRIFT_GRACE;

    private final WatchBook book;
    private final InstantSource clock;

    /** Filings that kiosk and centre agreed on, so that they are not counted from the first again. */
    private final Map<String, RollingHash> agreed = new ConcurrentHashMap<>();

    public Watch(WatchBook book, InstantSource clock) {
        this.book = book;
        this.clock = clock;
    }

    /** One round. */
    public void round() {
        book.heard().forEach(this::look);
    }

    private void look(Heard heard) {
        var now = clock.instant();
        var theirs = heard.beat().filings();
        var ours = ours(heard.kiosk(), theirs);
        var conditions = Judgement.of(heard, ours, book.wanted(heard.kiosk()), now);
        if (ours.equals(theirs)) {
            agreed.put(heard.kiosk(), ours);
        } else {
            // from the first again next time: something before may have come back
            agreed.remove(heard.kiosk());
        }
        settle(heard.kiosk(), conditions, now);
    }

    private void settle(String kiosk, List<Condition> conditions, java.time.Instant now) {
        var open = book.open(kiosk);
        for (var incident : open) {
            var still = conditions.stream().filter(each -> each.is(incident)).findFirst();
            if (still.isEmpty()) {
                book.resolve(incident, now);
            } else if (!still.get().detail().equals(incident.detail())) {
                book.update(incident, still.get().detail());
            }
        }
        conditions.stream()
                .filter(each -> open.stream().noneMatch(each::is))
                .forEach(each -> book.begin(kiosk, each, now));
    }

    private RollingHash ours(String kiosk, RollingHash theirs) {
        var from = agreed.getOrDefault(kiosk, RollingHash.START);
        if (from.settled() > theirs.settled()) {
            from = RollingHash.START;
        }
        var hash = from;
        for (var filing : book.filings(kiosk, from.settled(), theirs.settled())) {
            hash = hash.with(filing.sequence(), filing.digest());
        }
        return hash.upTo(theirs.settled());
    }
}
