package de.buergerkiosk.eid.ausweisapp;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An AusweisApp of the kiosk's own.
 *
 * @param program the executable; empty to look for it in the usual places
 * @param folder home of this AusweisApp alone: its settings, its runtime folder, its process id
 * @param testAnchors CVCA certificates of test systems as hex (TR-03110 part 3, C.1); none in
 *     production, where the anchors built into AusweisApp hold
 * @param readyMax how long a start may take
 */
public record AusweisAppSettings(
        Optional<Path> program, Path folder, List<String> testAnchors, Duration readyMax) {
    private static final int ANCHOR_CHARS_MAX = 8192;

    public AusweisAppSettings {
        testAnchors = List.copyOf(testAnchors);
        for (String anchor : testAnchors) {
            if (anchor.length() > ANCHOR_CHARS_MAX || !anchor.matches("(?i)7F21(?:[0-9A-F]{2})+")) {
                throw new IllegalArgumentException(
                        "a trust anchor is a card verifiable certificate as hex, from 7F21 on");
            }
        }
        if (!readyMax.isPositive()) {
            throw new IllegalArgumentException("waits must be positive");
        }
    }

    /** With the anchors that AusweisApp brings. */
    public static AusweisAppSettings in(Path folder) {
        return new AusweisAppSettings(Optional.empty(), folder, List.of(), Duration.ofSeconds(30));
    }

    public AusweisAppSettings trusting(List<String> anchors) {
        return new AusweisAppSettings(program, folder, anchors, readyMax);
    }

    public AusweisAppSettings withProgram(Path executable) {
        return new AusweisAppSettings(Optional.of(executable), folder, testAnchors, readyMax);
    }
}
