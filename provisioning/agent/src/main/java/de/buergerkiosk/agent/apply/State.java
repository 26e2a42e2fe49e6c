package de.buergerkiosk.agent.apply;

import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Checks;
import de.buergerkiosk.contract.json.Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where the kiosk is with its bundles; one small file, replaced as a whole.
 *
 * @param known the greatest version that was ever accepted; nothing older is
 * @param good proved itself
 * @param staged lies ready and waits until nobody is there
 * @param trial runs now and has to prove itself
 * @param tries how often the trial was begun
 * @param failed given up; the newest last
 * @param lastTime the latest time that the centre told; time never goes back behind it
 */
record State(
        Optional<Named> known,
        Optional<Named> good,
        Optional<Named> staged,
        Optional<Named> trial,
        int tries,
        List<Failed> failed,
        Instant lastTime) {
    static final State FRESH =
            new State(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    0,
                    List.of(),
                    Instant.EPOCH);
    private static final int BYTES_MAX = 64 << 10;
    private static final int FAILED_MAX = 20;
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** A bundle that was given up. */
    record Failed(Named bundle, String why) {}

    State {
        failed = List.copyOf(failed);
    }

    State staged(Named bundle) {
        return new State(
                Optional.of(bundle), good, Optional.of(bundle), trial, tries, failed, lastTime);
    }

    State trying(Named bundle, int times) {
        var waiting = staged.filter(each -> !each.equals(bundle));
        return new State(known, good, waiting, Optional.of(bundle), times, failed, lastTime);
    }

    State confirmed() {
        return new State(known, trial, staged, Optional.empty(), 0, failed, lastTime);
    }

    /** Without the trial: the last good one holds again, or the kiosk's own settings. */
    State fallenBack(String why) {
        var all = new ArrayList<>(failed);
        trial.ifPresent(each -> all.add(new Failed(each, why)));
        while (all.size() > FAILED_MAX) {
            all.removeFirst();
        }
        return new State(known, good, staged, Optional.empty(), 0, all, lastTime);
    }

    /** The good one cannot be read any more. */
    State lost() {
        return new State(known, Optional.empty(), staged, trial, tries, failed, lastTime);
    }

    State at(Instant time) {
        return time.isAfter(lastTime)
                ? new State(known, good, staged, trial, tries, failed, time)
                : this;
    }

    byte[] json() {
        var json = CanonicalJson.object().put("v", 1).put("tries", tries);
        json.put("lastTime", CanonicalJson.time(lastTime));
        known.ifPresent(each -> into(json.putObject("known"), each));
        good.ifPresent(each -> into(json.putObject("good"), each));
        staged.ifPresent(each -> into(json.putObject("staged"), each));
        trial.ifPresent(each -> into(json.putObject("trial"), each));
        var array = json.putArray("failed");
        for (var each : failed) {
            var item = array.addObject().put("why", each.why());
            into(item, each.bundle());
        }
        return CanonicalJson.bytes(json);
    }

    static State parse(byte[] json) {
        var fields = Fields.of(CanonicalJson.read(json, BYTES_MAX)).version(1);
        var failed = new ArrayList<Failed>();
        for (var item : fields.objects("failed", FAILED_MAX)) {
            failed.add(new Failed(named(item), item.text("why")));
        }
        return new State(
                fields.objectIfPresent("known").map(State::named),
                fields.objectIfPresent("good").map(State::named),
                fields.objectIfPresent("staged").map(State::named),
                fields.objectIfPresent("trial").map(State::named),
                fields.smallNumber("tries"),
                failed,
                fields.instant("lastTime"));
    }

    private static void into(ObjectNode json, Named bundle) {
        json.put("version", bundle.version()).put("digest", bundle.digest());
    }

    private static Named named(Fields fields) {
        return new Named(
                fields.number("version"), Checks.matching("digest", SHA256, fields.text("digest")));
    }
}
