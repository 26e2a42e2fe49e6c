package de.buergerkiosk.agent.apply;

import de.buergerkiosk.contract.bundle.Root;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * A kiosk in a process of its own: says what it runs with, takes a bundle, tries it, confirms it.
 * Stands still at a step until it is killed, as a power cut would do it.
 */
final class TrialKiosk {
    private TrialKiosk() {}

    /** Folder, root, bundle; then {@code STEP} and which time, or {@code DIE} in the trial. */
    public static void main(String[] arguments) throws Exception {
        var stop = arguments.length > 3 ? arguments[3] : "";
        var times = new int[] {arguments.length > 4 ? Integer.parseInt(arguments[4]) : 1};
        var root = Root.parse(Files.readAllBytes(Path.of(arguments[1])));
        var bytes = Files.readAllBytes(Path.of(arguments[2]));
        var bundles =
                Bundles.open(
                        Path.of(arguments[0]),
                        "kiosk-1",
                        root,
                        step -> {
                            if (step.name().equals(stop) && --times[0] == 0) {
                                say("AT " + step);
                                standStill();
                            }
                        });
        runs(bundles);
        var _ = bundles.stage(bytes, City.NOW);
        if (bundles.isStaged()) {
            var _ = bundles.beginTrial();
            runs(bundles);
        }
        if (stop.equals("DIE")) {
            Runtime.getRuntime().halt(9);
        }
        bundles.confirm();
        runs(bundles);
        say("DONE");
    }

    /** A kiosk works when its settings are those of one version, and its files are all there. */
    private static void runs(Bundles bundles) throws IOException {
        var current = bundles.current();
        if (current.bundle().isEmpty()) {
            say("RUNS 0");
            return;
        }
        long version = current.bundle().get().version();
        var expected = "service-of-version-" + version;
        var folder = current.folder().orElseThrow();
        var whole =
                current.settings().toString().contains(expected)
                        && Files.readString(folder.resolve("services/one/texts/de.json"))
                                .startsWith("text of version " + version + " ")
                        && Files.readString(folder.resolve("texts/welcome.json")).length() > 10_000;
        say(whole ? "RUNS " + version : "BROKEN " + version);
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private static void standStill() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
