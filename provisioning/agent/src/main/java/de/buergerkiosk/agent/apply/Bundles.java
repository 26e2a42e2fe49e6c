package de.buergerkiosk.agent.apply;

import de.buergerkiosk.agent.DurableFile;
import de.buergerkiosk.contract.bundle.Bundle;
import de.buergerkiosk.contract.bundle.BundleFile;
import de.buergerkiosk.contract.bundle.BundlePath;
import de.buergerkiosk.contract.bundle.BundleVerdict;
import de.buergerkiosk.contract.bundle.BundleVerifier;
import de.buergerkiosk.contract.bundle.Expectation;
import de.buergerkiosk.contract.bundle.Root;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The bundles of one kiosk, in its folder {@code agent}. A bundle is verified, kept, staged; begun as
 * a trial when nobody is there; confirmed when the kiosk has proved itself and the centre has heard
 * of it; otherwise the last good one holds again. Each of these is one replaced file, so a power cut
 * leaves the kiosk before or after it and never between. What a kiosk runs with is verified again at
 * every start: a bundle that a disk has damaged is not used.
 *
 * <p>One thread fetches and one applies: every method is safe for both.
 */
public final class Bundles {
    private static final BundlePath SETTINGS = new BundlePath("configuration/settings.json");

    /** A kiosk that dies so often while it tries a bundle tries it no more. */
    static final int TRIES_MAX = 3;

    private final Path folder;
    private final String kiosk;
    private final BundleVerifier verifier;
    private final Consumer<Step> passed;
    private State state;

    private Bundles(Path folder, String kiosk, Root root, Consumer<Step> passed, State state) {
        this.folder = folder;
        this.kiosk = kiosk;
        this.verifier = new BundleVerifier(root);
        this.passed = passed;
        this.state = state;
    }

    /** Not a constant: to open the log takes time, and a kiosk's first frame comes first. */
    private static Logger log() {
        return LoggerFactory.getLogger(Bundles.class);
    }

    /** Opens the folder, or makes it; a trial that a cut has interrupted is begun again or given up. */
    public static Bundles open(Path folder, String kiosk, Root root) throws IOException {
        return open(folder, kiosk, root, _ -> {});
    }

    /** As above; says what is done. */
    public static Bundles open(Path folder, String kiosk, Root root, Consumer<Step> passed)
            throws IOException {
        DurableFile.folder(folder);
        DurableFile.folder(folder.resolve("bundles"));
        DurableFile.folder(folder.resolve("unpacked"));
        var bundles = new Bundles(folder, kiosk, root, passed, State.FRESH);
        bundles.recall();
        bundles.resumeTrial();
        return bundles;
    }

    private void recall() throws IOException {
        var file = folder.resolve("state.json");
        try {
            state = State.parse(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            state = State.FRESH;
        } catch (MalformedDocument e) {
            log().error("AGT-STATE-LOST {} cannot be read; the kiosk's own settings hold", file);
            Files.move(
                    file,
                    folder.resolve("state.damaged.json"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            state = remembered();
        }
    }

    /** Nothing older than what lies here may come back, even if the file about it is lost. */
    private State remembered() throws IOException {
        var best = State.FRESH;
        try (var files = Files.list(folder.resolve("bundles"))) {
            for (var file : files.sorted().toList()) {
                var bundle = read(file);
                if (bundle.isPresent()) {
                    var named = named(bundle.get());
                    if (best.known().map(known -> known.version() < named.version()).orElse(true)) {
                        best = State.FRESH.staged(named);
                    }
                }
            }
        }
        return best;
    }

    private void resumeTrial() throws IOException {
        if (state.trial().isEmpty()) {
            return;
        }
        if (state.tries() >= TRIES_MAX) {
            fallBack("the kiosk died " + TRIES_MAX + " times while it tried");
        } else {
            keep(state.trying(state.trial().get(), state.tries() + 1));
        }
    }

    /** The version that the centre need not offer any more; 0 for none. */
    public synchronized long knownVersion() {
        return state.known().map(Named::version).orElse(0L);
    }

    /** Time as the kiosk may believe it: its own, and never before what the centre told. */
    public synchronized Instant believed(Instant own) {
        return own.isAfter(state.lastTime()) ? own : state.lastTime();
    }

    /** The centre told the time, over the line that only the centre can speak on. */
    public synchronized void told(Instant time) throws IOException {
        // not every minute to the disk: an hour is exact enough against a clock that forgets
        if (time.isAfter(state.lastTime().plusSeconds(3_600))) {
            keep(state.at(time));
        }
    }

    /**
     * Verifies and keeps what came.
     *
     * @param at the time as {@link #believed}
     */
    public synchronized Staging stage(byte[] bytes, Instant at) throws IOException {
        var expected =
                new Expectation(
                        Optional.of(kiosk),
                        Optional.empty(),
                        knownVersion(),
                        state.known().map(Named::digest),
                        at);
        return switch (verifier.verify(BundleFile.of(bytes), expected)) {
            case BundleVerdict.Refused(var reason, String detail) ->
                    new Staging.Refused(reason, detail);
            case BundleVerdict.Valid(var bundle) -> stage(bundle, bytes);
        };
    }

    private Staging stage(Bundle bundle, byte[] bytes) throws IOException {
        var named = named(bundle);
        var there =
                state.good().filter(named::equals).isPresent()
                        || state.trial().filter(named::equals).isPresent()
                        || state.failed().stream().anyMatch(each -> each.bundle().equals(named));
        if (there) {
            return new Staging.Nothing();
        }
        passed.accept(Step.VERIFIED);
        DurableFile.write(file(named), bytes);
        passed.accept(Step.BUNDLE_KEPT);
        keep(state.staged(named));
        passed.accept(Step.STAGED);
        return new Staging.Staged(named);
    }

    /** Whether something lies ready for the moment when nobody is there. */
    public synchronized boolean isStaged() {
        return state.staged().isPresent();
    }

    /** Nobody is there: what is staged holds from now on, on trial. False when nothing is staged. */
    public synchronized boolean beginTrial() throws IOException {
        if (state.staged().isEmpty()) {
            return false;
        }
        var named = state.staged().get();
        var bundle = read(file(named));
        if (bundle.isEmpty()) {
            keep(state.trying(named, 1).fallenBack("the kept file is damaged"));
            return false;
        }
        unpack(named, bundle.get());
        keep(state.trying(named, 1));
        passed.accept(Step.TRIAL_BEGUN);
        return true;
    }

    /** The kiosk has proved itself and the centre knows: the trial is the last good one now. */
    public synchronized void confirm() throws IOException {
        if (state.trial().isPresent()) {
            keep(state.confirmed());
            passed.accept(Step.CONFIRMED);
            tidy();
            passed.accept(Step.TIDIED);
        }
    }

    /** Gives the trial up; the last good one holds from now on. */
    public synchronized void fallBack(String why) throws IOException {
        if (state.trial().isPresent()) {
            log().warn("AGT-FALLEN-BACK version {}: {}", state.trial().get().version(), why);
            keep(state.fallenBack(why));
            passed.accept(Step.FALLEN_BACK);
        }
    }

    /** Why the newest version that the kiosk knows is not the one that it runs; empty when it is. */
    public synchronized Optional<String> whyFallenBack() {
        return state.failed().stream()
                .filter(each -> state.known().filter(each.bundle()::equals).isPresent())
                .map(State.Failed::why)
                .findFirst();
    }

    /** Whether it has proved itself. */
    public synchronized boolean isGood(Named bundle) {
        return state.good().filter(bundle::equals).isPresent();
    }

    /** The newest bundle that was ever accepted. */
    public synchronized Optional<Named> known() {
        return state.known();
    }

    /** What to run with now: the trial, else the last good one, else the kiosk's own settings. */
    public synchronized Current current() throws IOException {
        if (state.trial().isPresent()) {
            var current = usable(state.trial().get(), true);
            if (current.isPresent()) {
                return current.get();
            }
            fallBack("its file is damaged");
        }
        if (state.good().isPresent()) {
            var current = usable(state.good().get(), false);
            if (current.isPresent()) {
                return current.get();
            }
            log().error(
                            "AGT-BUNDLE-DAMAGED the last good bundle cannot be read; own settings"
                                    + " hold");
            keep(state.lost());
        }
        return new Current(Optional.empty(), false, CanonicalJson.object(), Optional.empty());
    }

    private Optional<Current> usable(Named named, boolean trial) throws IOException {
        var bundle = read(file(named));
        if (bundle.isEmpty()) {
            return Optional.empty();
        }
        unpack(named, bundle.get());
        return Optional.of(
                new Current(
                        Optional.of(named),
                        trial,
                        settings(bundle.get()),
                        Optional.of(unpacked(named))));
    }

    private static ObjectNode settings(Bundle bundle) {
        var bytes = bundle.files().get(SETTINGS);
        return bytes == null ? CanonicalJson.object() : CanonicalJson.read(bytes, 1 << 20);
    }

    /** A kept bundle, if it is still as it was signed; its age does not matter any more. */
    private Optional<Bundle> read(Path file) throws IOException {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        var expected =
                new Expectation(
                        Optional.of(kiosk), Optional.empty(), 0, Optional.empty(), Instant.EPOCH);
        return verifier.verify(BundleFile.read(file), expected)
                        instanceof BundleVerdict.Valid(var bundle)
                ? Optional.of(bundle)
                : Optional.empty();
    }

    private void unpack(Named named, Bundle bundle) throws IOException {
        Unpacking.into(unpacked(named), bundle, () -> passed.accept(Step.UNPACKING));
        passed.accept(Step.UNPACKED);
    }

    /** What neither runs nor waits goes; the good one before this was good enough until now. */
    private void tidy() throws IOException {
        Unpacking.keepOnly(
                folder,
                named ->
                        state.good().filter(each -> each.digest().equals(named)).isPresent()
                                || state.staged()
                                        .filter(each -> each.digest().equals(named))
                                        .isPresent());
    }

    private void keep(State next) throws IOException {
        DurableFile.write(folder.resolve("state.json"), next.json());
        state = next;
    }

    private static Named named(Bundle bundle) {
        return new Named(bundle.targets().version(), bundle.digest());
    }

    private Path file(Named named) {
        return folder.resolve("bundles").resolve(named.digest() + ".bundle");
    }

    private Path unpacked(Named named) {
        return folder.resolve("unpacked").resolve(named.digest());
    }
}
