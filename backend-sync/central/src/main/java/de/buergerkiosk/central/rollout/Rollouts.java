package de.buergerkiosk.central.rollout;

import de.buergerkiosk.central.audit.AuditEntry;
import de.buergerkiosk.central.audit.AuditTrail;
import de.buergerkiosk.central.fleet.Kiosk;
import de.buergerkiosk.central.fleet.KioskBook;
import de.buergerkiosk.central.settings.Layer;
import de.buergerkiosk.central.settings.Layers;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Checks;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * Releases what the layers say: freezes them, makes and signs the bundles, and says which kiosk is to
 * take which. Kiosks whose settings are the same share one bundle.
 */
public final class Rollouts {
    private static final int NOTE_CHARACTERS_MAX = 300;
    private static final int NEWEST_MAX = 100;

    private final RolloutBook book;
    private final KioskBook kiosks;
    private final Layers layers;
    private final BundleMaker maker;
    private final AuditTrail audit;
    private final InstantSource clock;

    public Rollouts(
            RolloutBook book,
            KioskBook kiosks,
            Layers layers,
            BundleMaker maker,
            AuditTrail audit,
            InstantSource clock) {
        this.book = book;
        this.kiosks = kiosks;
        this.layers = layers;
        this.maker = maker;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Outcome {
        record Done(Release release, int kiosks) implements Outcome {}

        record Unknown() implements Outcome {}

        /** Stopped or taken back before. */
        record NotRunning(Release release) implements Outcome {}

        /** No kiosk is meant. */
        record Nobody() implements Outcome {}

        /** What lies in the folder of contents cannot be a bundle, or the key does not sign. */
        record Impossible(String why) implements Outcome {}
    }

    public List<Release> newest() {
        return book.newest(NEWEST_MAX);
    }

    public Optional<Release> find(long number) {
        return book.find(number);
    }

    /** What every kiosk is to be now. */
    public List<Desired> desired() {
        return book.changedAfter(0);
    }

    /** A new release of the layers as they are now. */
    public Outcome release(Audience audience, String note, String by) {
        Checks.text("note", note, NOTE_CHARACTERS_MAX);
        var meant = meant(audience);
        if (meant.isEmpty()) {
            return new Outcome.Nobody();
        }
        var upTo = layers.newestChange();
        return made(() -> {
            // signed first: a release that cannot be made leaves no trace
            var version = book.nextVersion();
            var batches = batches(version, meant, upTo);
            var release = book.begin(upTo, audience, note, by, clock.instant());
            book.assign(release.number(), version, audience, batches, clock.instant());
            note(by, "released", release.number(), because(audience.text(), note));
            return new Outcome.Done(release, meant.size());
        });
    }

    /**
     * The same release to more kiosks.
     *
     * @param note why, for the trail; may be empty
     */
    public Outcome widen(long number, Audience audience, String note, String by) {
        Checks.text("note", note, NOTE_CHARACTERS_MAX);
        var release = book.find(number);
        if (release.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (release.get().state() != Release.State.RUNNING) {
            return new Outcome.NotRunning(release.get());
        }
        var have = book.kiosksOf(number);
        var meant = meant(audience).stream().filter(k -> !have.contains(k.id())).toList();
        if (meant.isEmpty()) {
            return new Outcome.Nobody();
        }
        return made(() -> {
            var version = book.nextVersion();
            var batches = batches(version, meant, release.get().upTo());
            book.assign(number, version, audience, batches, clock.instant());
            note(by, "release-widened", number, because(audience.text(), note));
            return new Outcome.Done(book.find(number).orElseThrow(), meant.size());
        });
    }

    /**
     * Whoever does not have it yet does not get it.
     *
     * @param note why, for the trail; may be empty
     */
    public Outcome stop(long number, String note, String by) {
        Checks.text("note", note, NOTE_CHARACTERS_MAX);
        var release = book.find(number);
        if (release.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (release.get().state() != Release.State.RUNNING) {
            return new Outcome.NotRunning(release.get());
        }
        var spared = book.stop(number, clock.instant());
        note(by, "release-stopped", number, because(spared + " spared", note));
        return new Outcome.Done(book.find(number).orElseThrow(), spared);
    }

    /**
     * Every kiosk of this release goes back to what it was to be before, under a greater version,
     * because versions only go upwards. A kiosk that had nothing before goes back to its own
     * settings.
     *
     * @param note why, for the trail; may be empty
     */
    public Outcome rollBack(long number, String note, String by) {
        Checks.text("note", note, NOTE_CHARACTERS_MAX);
        var release = book.find(number);
        if (release.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (release.get().state() == Release.State.ROLLED_BACK) {
            return new Outcome.NotRunning(release.get());
        }
        var have = book.kiosksOf(number);
        return made(() -> {
            if (!have.isEmpty()) {
                var version = book.nextVersion();
                book.assign(
                        number,
                        version,
                        release.get().audience(),
                        backwards(number, version, have),
                        clock.instant());
            }
            book.rolledBack(number, clock.instant());
            note(by, "release-rolled-back", number, because(have.size() + " kiosks", note));
            return new Outcome.Done(book.find(number).orElseThrow(), have.size());
        });
    }

    private List<RolloutBook.Batch> backwards(long number, long version, List<String> have)
            throws IOException {
        var byDigest = new TreeMap<String, List<String>>();
        var alone = new ArrayList<>(have);
        for (var earlier : book.before(number)) {
            if (alone.remove(earlier.kiosk())) {
                byDigest.computeIfAbsent(earlier.digest(), _ -> new ArrayList<>())
                        .add(earlier.kiosk());
            }
        }
        var batches = new ArrayList<RolloutBook.Batch>();
        for (var each : byDigest.entrySet()) {
            var bytes =
                    book.bundle(each.getKey())
                            .orElseThrow(() -> new IOException("a bundle is missing"));
            var made = maker.again(version, each.getValue(), bytes);
            batches.add(new RolloutBook.Batch(made, each.getValue()));
        }
        if (!alone.isEmpty()) {
            var made = maker.make(version, alone, CanonicalJson.object(), Map.of());
            batches.add(new RolloutBook.Batch(made, alone));
        }
        return batches;
    }

    private List<Kiosk> meant(Audience audience) {
        return kiosks.all().stream().filter(audience::includes).toList();
    }

    private List<RolloutBook.Batch> batches(long version, List<Kiosk> meant, long upTo)
            throws IOException {
        List<Layer> frozen = layers.upTo(upTo);
        var bySettings = new LinkedHashMap<String, List<String>>();
        var settings = new LinkedHashMap<String, ObjectNode>();
        for (var kiosk : meant) {
            var json = Layers.of(kiosk, frozen).json();
            var text = CanonicalJson.text(json);
            settings.put(text, json);
            bySettings.computeIfAbsent(text, _ -> new ArrayList<>()).add(kiosk.id());
        }
        var contents = maker.contents();
        var batches = new ArrayList<RolloutBook.Batch>();
        for (var each : settings.entrySet()) {
            var ids = bySettings.getOrDefault(each.getKey(), List.of());
            var made = maker.make(version, ids, each.getValue(), contents);
            batches.add(new RolloutBook.Batch(made, ids));
        }
        return batches;
    }

    private interface Making {
        Outcome make() throws IOException;
    }

    private static Outcome made(Making making) {
        try {
            return making.make();
        } catch (MalformedDocument | IOException e) {
            return new Outcome.Impossible(String.valueOf(e.getMessage()));
        }
    }

    private static String because(String what, String note) {
        return note.isBlank() ? what : what + ": " + note;
    }

    private void note(String by, String event, long release, String detail) {
        audit.append(new AuditEntry(clock.instant(), by, event, "release/" + release, detail));
    }
}
